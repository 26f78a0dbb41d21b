"""Tells search engines that take part in IndexNow which addresses have changed.

Off until the operator sets INDEXNOW_KEY. Source: https://www.indexnow.org/documentation.
"""

import json
import logging
from collections.abc import Iterable
from datetime import timedelta
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_tasks import default_task_backend, task

from home.models.changed_address import ChangedAddress

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 10_000
TIMEOUT = 20
# Minutes until the next attempt; after the last one the next change tries again.
PAUSES = [1, 5, 30, 120, 480]
# The engine understood, and says no: to repeat it would not help.
FINAL = {400, 403, 422}


@require_safe
def key_file(request: HttpRequest, key: str) -> HttpResponse:
    """The proof that whoever pings owns this site."""
    if not settings.INDEXNOW_KEY or key != settings.INDEXNOW_KEY:
        raise Http404("This is not our key.")
    return HttpResponse(key, content_type="text/plain")


def remember_changed(addresses: Iterable[str]) -> None:
    """Keep these addresses, and queue the ping once they are stored for good."""
    if not settings.INDEXNOW_KEY:
        return
    rows = [ChangedAddress(url=address) for address in addresses if address]
    if rows:
        ChangedAddress.objects.bulk_create(rows, ignore_conflicts=True)
        transaction.on_commit(lambda: tell_search_engines.enqueue())


@task()
def tell_search_engines(attempt: int = 0) -> None:
    """Send what waits, in one message for each site; try again later where it fails."""
    waiting = list(ChangedAddress.objects.all()[:MOST_AT_ONCE])
    if not settings.INDEXNOW_KEY or not waiting:
        return
    by_site: dict[str, list[ChangedAddress]] = {}
    for row in waiting:
        scheme, host, *_rest = urlsplit(row.url)
        by_site.setdefault(f"{scheme}://{host}", []).append(row)
    failed = False
    for root_url, rows in by_site.items():
        if _send(root_url, [row.url for row in rows]):
            ChangedAddress.objects.filter(pk__in=[row.pk for row in rows]).delete()
        else:
            failed = True
    if failed:
        _try_again(attempt)
    elif len(waiting) == MOST_AT_ONCE:
        tell_search_engines.enqueue()


def _try_again(attempt: int) -> None:
    if attempt < len(PAUSES) and default_task_backend.supports_defer:
        later = timezone.now() + timedelta(minutes=PAUSES[attempt])
        tell_search_engines.using(run_after=later).enqueue(attempt + 1)


def _send(root_url: str, addresses: list[str]) -> bool:
    """Whether the engine took the addresses, or will never take them."""
    key = settings.INDEXNOW_KEY
    told = {
        "host": urlsplit(root_url).netloc,
        "key": key,
        "keyLocation": f"{root_url}/{key}.txt",
        "urlList": addresses,
    }
    request = Request(  # noqa: S310 The settings take addresses of http and https only.
        settings.INDEXNOW_URL,
        data=json.dumps(told).encode(),
        headers={"Content-Type": "application/json; charset=utf-8"},
    )
    try:
        with urlopen(request, timeout=TIMEOUT):  # noqa: S310
            return True
    except HTTPError as error:
        logger.warning("IndexNow answered %s to %s", error.code, len(addresses))
        return error.code in FINAL
    except (URLError, HTTPException, OSError) as error:
        logger.warning("IndexNow was not reached: %s", error)
        return False
