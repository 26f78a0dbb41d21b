"""What visitors are told while the database is away, and how nobody waits for it."""

import errno

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.template import loader

from config.breaker import breaker
from config.last_known import remembered_practice
from config.logs.references import reference
from home.storage import StoreFailure

DATABASE_IS_AWAY = (OperationalError, InterfaceError)
DISK_IS_FULL = (errno.ENOSPC, errno.EDQUOT)
COME_BACK_IN = 10  # seconds


def explain_outage(error: BaseException | None) -> HttpResponse | None:
    """The answer where database, object store or room are wanting; else None."""
    if isinstance(error, StoreFailure):
        return sorry()
    if isinstance(error, OSError) and error.errno in DISK_IS_FULL:
        return sorry()
    if not isinstance(error, DATABASE_IS_AWAY):
        return None
    # SQLite waits for a lock, never for a server.
    if connection.vendor != "sqlite" and connection.connection is None:
        breaker.trip()
    return sorry()


def sorry() -> HttpResponse:
    """A page with the phone number; it needs neither database nor cache."""
    facts = {**remembered_practice(), "reference": reference()}
    page = loader.render_to_string("503.html", facts)
    headers = {"Retry-After": str(COME_BACK_IN), "Cache-Control": "no-store"}
    return HttpResponse(page, status=503, headers=headers)
