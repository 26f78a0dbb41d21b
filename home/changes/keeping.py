"""Keeps what is made from the database in this process, until what it stands on changes."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.utils import timezone

from home.changes.journal import JournalIsAway
from home.changes.reading import Reading, recording, stand_on
from home.changes.shared import the_journal

MOST = 100


@dataclass
class _Kept:
    value: Any
    reading: Reading

    def is_current(self) -> bool:
        since, tags = self.reading.since, self.reading.tags
        if timezone.now() >= self.reading.until:
            return False
        return not the_journal().has_changed(tags, since)


_all_kept: dict[str, _Kept] = {}


def is_in_transaction() -> bool:
    """Who changes something must see it before anybody else is told."""
    return connection.in_atomic_block


def known(name: str) -> Any | None:
    """What is kept under this name, if it still holds. Read it, never change it."""
    if name not in _all_kept or is_in_transaction():
        return None
    try:
        the_journal().now()
    except JournalIsAway:
        return None
    found = _all_kept.get(name)
    if found is None or not found.is_current():
        return None
    stand_on(found.reading)
    return found.value


def keep(name: str, make: Callable[[], Any]) -> Any:
    """What `make` returned last, made anew when anything it was made from changed.

    Many threads share it: read it, never change it.
    """
    if (value := known(name)) is not None:
        return value
    if is_in_transaction():
        return make()
    try:
        with recording() as reading:
            value = make()
    except JournalIsAway:
        return make()
    if len(_all_kept) >= MOST:
        _all_kept.clear()
    _all_kept[name] = _Kept(value, reading)
    return value


def own_copy(record: models.Model) -> models.Model:
    """The same record for one request, which may hang on to it what it likes."""
    found = copy.copy(record)
    found._state = copy.copy(record._state)
    found._state.fields_cache = dict(record._state.fields_cache)
    return found
