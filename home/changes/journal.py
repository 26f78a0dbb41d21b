"""The list of all changes that shared answers may depend on.

Every process reads it before it uses what it keeps, so that a change is known everywhere
as soon as it is written here. Asking whether there is anything new has to cost nearly
nothing: it is asked with every request.
"""

import threading
from collections.abc import Iterable
from typing import NamedTuple

CHANGED = "C"  # what was made from these is out of date
WITHDRAWN = "W"  # and must not even be shown while the database is away
READ = "R"  # some shared answer reads this table
EVERYTHING = "*"


class Moment(NamedTuple):
    """A point in a journal; journals that were begun anew have another name."""

    journal: str
    position: int


NEVER = Moment("", 0)


class JournalIsAway(Exception):  # noqa: N818  It is no fault of the code.
    """Nobody can say what has changed: use nothing that was kept."""


class Journal:
    """What is known of all changes; subclasses say where they are written."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._forget("")

    def _forget(self, name: str) -> None:
        self.name = name
        self.position = 0
        self.tables_read: set[str] = set()
        self._last: dict[str, dict[str, int]] = {CHANGED: {}, WITHDRAWN: {}}

    # Where the records are; told apart by subclasses.

    # Whether asking for news never takes waiting.
    is_near = False

    def _catch_up(self) -> None:
        """Take in what is new; raise JournalIsAway where it cannot be read."""
        raise NotImplementedError

    def _append(self, record: str) -> None:
        """Write one record; never raise, but begin anew if it cannot be written."""
        raise NotImplementedError

    # What the rest of the site asks

    def now(self) -> Moment:
        """The end of the journal at this moment."""
        with self._lock:
            self._catch_up()
            return Moment(self.name, self.position)

    def add(self, tags: Iterable[str], *, kind: str = CHANGED) -> None:
        """Tell everybody that these have changed, or were withdrawn."""
        self._append(" ".join([kind, *sorted(tags)]))

    def add_read(self, table: str) -> None:
        """Tell writers that changes of this table matter; before it is read."""
        if table not in self.tables_read:
            self._append(f"{READ} {table}")
            self.tables_read.add(table)

    def is_read(self, table: str) -> bool:
        """Whether any shared answer was ever made from this table."""
        try:
            self.now()
        except JournalIsAway:
            return True
        return table in self.tables_read

    def has_changed(self, tags: Iterable[str], since: Moment) -> bool:
        """Whether one of these changed after that moment."""
        return self._is_newer(CHANGED, tags, since) or self.was_withdrawn(tags, since)

    def was_withdrawn(self, tags: Iterable[str], since: Moment) -> bool:
        """Whether what is made from these may not be shown at all any more."""
        return self._is_newer(WITHDRAWN, tags, since)

    def _is_newer(self, kind: str, tags: Iterable[str], since: Moment) -> bool:
        if since.journal != self.name:
            # What happened in between is not known; only a change is assumed.
            return kind == CHANGED
        last = self._last[kind]
        if last.get(EVERYTHING, 0) > since.position:
            return True
        return any(last.get(tag, 0) > since.position for tag in tags)

    def _take_in(self, record: str, position: int) -> None:
        kind, *tags = record.split()
        if kind == READ:
            self.tables_read.update(tags)
        elif kind in self._last:
            self._last[kind].update(dict.fromkeys(tags, position))
