"""How to reach the practice when the database does not answer."""

from django.core.cache import cache
from django.db import DatabaseError
from wagtail.models import Site

from home.models import PracticeSettings

CACHE_KEY = "last-known-practice"


def remember_practice(practice: PracticeSettings) -> dict[str, str]:
    """Keep what an error page needs, outside of the database, for good."""
    facts = {
        "practice_name": practice.site.site_name,
        "practice_phone": practice.phone,
        "practice_phone_link": practice.phone_link if practice.phone else "",
    }
    cache.set(CACHE_KEY, facts, timeout=None)
    return facts


def last_known_practice() -> dict[str, str]:
    """Name and phone of the practice, or nothing where neither store has them."""
    if facts := cache.get(CACHE_KEY):
        return facts
    try:
        site = Site.objects.get(is_default_site=True)
        return remember_practice(PracticeSettings.for_site(site))
    except (DatabaseError, Site.DoesNotExist):
        return {}
