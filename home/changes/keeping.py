"""Keeps what is made from the database in this process, until what it stands on changes."""

import copy
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection, models
from django.utils import timezone
from django.utils.functional import cached_property

from home.changes.journal import JournalIsAway, Moment
from home.changes.reading import Reading, recording, stand_on
from home.changes.shared import the_journal

Key = TypeVar("Key", bound=Hashable)

# Bytes: what was not asked for longest goes first. Markup is weighed. A record is taken
# to have as many with all that hangs on it as were measured on a large site: less where
# it was read for a list, with few of its columns.
ROOM = 8_000_000
OF_A_RECORD = 14_000
OF_AN_ENTRY = 6_000


def _weight_of(value: Any) -> int:
    if isinstance(value, str | int | None):
        return sys.getsizeof(value)
    if isinstance(value, dict):
        return _weight_of(list(value.values()))
    if isinstance(value, list | tuple | set):
        return sys.getsizeof(value) + sum(map(_weight_of, value))
    if isinstance(value, models.Model) and value.get_deferred_fields():
        return OF_AN_ENTRY
    return OF_A_RECORD


@dataclass
class _Kept:
    value: Any
    reading: Reading
    # The moment up to which nothing that it stands on has changed.
    checked: Moment

    @cached_property
    def weight(self) -> int:
        return _weight_of(self.value)

    def is_current(self, now: Moment) -> bool:
        if self.checked != now:
            if the_journal().has_changed(self.reading.tags, self.checked):
                return False
            self.checked = now
        return timezone.now() < self.reading.until


class _Store(OrderedDict[Hashable, _Kept]):
    """All that is kept, what was asked for last at its end."""

    weight = 0

    def put(self, name: Hashable, kept: _Kept) -> None:
        if before := self.pop(name, None):
            self.weight -= before.weight
        self[name] = kept
        self.weight += kept.weight
        while self.weight > ROOM:
            _name, oldest = self.popitem(last=False)
            self.weight -= oldest.weight

    def clear(self) -> None:
        super().clear()
        self.weight = 0


_all_kept = _Store()
_lock = threading.Lock()


def is_in_transaction() -> bool:
    """Who changes something must see it before anybody else is told."""
    return connection.in_atomic_block


def _now() -> Moment | None:
    """The moment in the journal; None while nothing may be kept or used."""
    if is_in_transaction():
        return None
    try:
        return the_journal().now()
    except JournalIsAway:
        return None


def _look(name: Hashable, now: Moment) -> _Kept | None:
    found = _all_kept.get(name)
    if found is None or not found.is_current(now):
        return None
    stand_on(found.reading)
    with _lock:
        if name in _all_kept:
            _all_kept.move_to_end(name)
    return found


def _remember(made: dict[Hashable, Any], reading: Reading) -> None:
    with _lock:
        for name, value in made.items():
            _all_kept.put(name, _Kept(value, reading, reading.since))


def forget_all() -> None:
    """Begin anew, as a process does that was just started."""
    with _lock:
        _all_kept.clear()


def known(name: str) -> Any | None:
    """What is kept under this name, if it still holds. Read it, never change it."""
    now = _now()
    found = _look((name, ""), now) if now else None
    return found.value if found else None


def keep(name: str, make: Callable[[], Any]) -> Any:
    """What `make` returned last, made anew when anything it was made from changed.

    Many threads share it: read it, never change it.
    """
    return keep_many(name, [""], lambda _keys: {"": make()})[""]


def keep_many(
    kind: str, keys: Iterable[Key], make: Callable[[list[Key]], dict[Key, Any]]
) -> dict[Key, Any]:
    """The same for many records of one kind: `make` is asked only for what is missing.

    A key that `make` has nothing for is left out.
    """
    wanted = list(dict.fromkeys(keys))
    now = _now()
    if now is None:
        return make(wanted) if wanted else {}
    looked = {key: _look((kind, key), now) for key in wanted}
    found = {key: kept.value for key, kept in looked.items() if kept}
    missing = [key for key in wanted if key not in found]
    if not missing:
        return found
    try:
        with recording() as reading:
            made = make(missing)
    except JournalIsAway:
        return found | make(missing)
    _remember({(kind, key): value for key, value in made.items()}, reading)
    return found | made


def own_copy(record: models.Model) -> models.Model:
    """The same record for one request, which may hang on to it what it likes."""
    found = copy.copy(record)
    found._state = copy.copy(record._state)
    found._state.fields_cache = dict(record._state.fields_cache)
    return found
