"""How to reach the practice when the database does not answer."""

from django.core.cache import cache
from django.db import DatabaseError
from wagtail.models import Site

from home.models import PracticeSettings

CACHE_KEY = "last-known-practice"

# What this process knew last, for when the cache is away as well.
_own_memory: dict[str, dict[str, str]] = {}


def remember_practice(practice: PracticeSettings) -> dict[str, str]:
    """Keep what an error page needs, outside of the database, for good."""
    facts = {
        "practice_name": practice.site.site_name,
        "practice_phone": practice.phone,
        "practice_phone_link": practice.phone_link if practice.phone else "",
    }
    _own_memory[CACHE_KEY] = facts
    try:
        cache.set(CACHE_KEY, facts, timeout=None)
    except OSError:
        return facts
    return facts


def _kept_in_cache() -> dict[str, str] | None:
    try:
        return cache.get(CACHE_KEY)
    except OSError:
        return None


def remembered_practice() -> dict[str, str]:
    """Name and phone of the practice, without asking the database."""
    return _kept_in_cache() or _own_memory.get(CACHE_KEY, {})


def last_known_practice() -> dict[str, str]:
    """Name and phone of the practice, or nothing where nobody knows them."""
    if facts := _kept_in_cache():
        return facts
    try:
        site = Site.objects.get(is_default_site=True)
        return remember_practice(PracticeSettings.for_site(site))
    except (DatabaseError, Site.DoesNotExist):
        return remembered_practice()
