"""Tells proxies which addresses to forget, when something has changed."""

import logging
from collections.abc import Iterable
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django_tasks import task

from config.page_cache.stores import shared_store
from home.changes.journal import EVERYTHING

logger = logging.getLogger(__name__)

PATIENCE = 5  # seconds


def touched_addresses(tags: Iterable[str]) -> list[str]:
    """The kept addresses whose pages stand on one of these."""
    changed = frozenset(tags)
    return sorted(
        entry.facts.address
        for entry in shared_store().entries()
        if EVERYTHING in changed or not changed.isdisjoint(entry.facts.tags)
    )


def queue_purge(tags: Iterable[str], **kwargs) -> None:
    """Let the worker do it: no editor waits for a proxy."""
    if settings.PURGE_URLS:
        purge.enqueue(sorted(tags))


@task()
def purge(tags: list[str]) -> None:
    """Send PURGE to every proxy for what stands on these; fail if one did not answer."""
    failed = [
        f"{proxy} {address}"
        for address in touched_addresses(tags)
        for proxy in settings.PURGE_URLS
        if not _is_purged(proxy, address)
    ]
    if failed:
        raise ConnectionError(f"Not purged: {', '.join(failed[:5])}")


def _is_purged(proxy: str, address: str) -> bool:
    parts = urlsplit(address)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    request = Request(  # noqa: S310  The settings let only http and https pass.
        proxy.rstrip("/") + path, method="PURGE", headers={"Host": parts.netloc}
    )
    try:
        urlopen(request, timeout=PATIENCE).close()  # noqa: S310
    except (OSError, URLError) as error:
        # Not kept there: 404 and 412 are what proxies say to that.
        if getattr(error, "code", None) in (404, 412):
            return True
        logger.warning("%s did not purge %s: %s", proxy, path, error)
        return False
    return True
