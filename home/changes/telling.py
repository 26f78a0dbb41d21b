"""Tells every process what has changed, once it is committed."""

from collections.abc import Callable, Collection, Iterable

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.dispatch import Signal

from home.changes.journal import CHANGED, WITHDRAWN
from home.changes.queries import table_tag
from home.changes.shared import the_journal
from home.changes.words import NEVER_SHOWN

# Sent with `tags` and `kind` after changes were told, for those who tell others of them.
something_changed = Signal()


def tell(tags: Collection[str], kind: str = CHANGED) -> None:
    """Tell every process now."""
    the_journal().add(tags, kind=kind)
    something_changed.send(sender=None, tags=tags, kind=kind)


class Notes:
    """Tells the journal of all that was noted in a block, once that is committed."""

    def __init__(self) -> None:
        self.by_kind: dict[str, set[str]] = {WITHDRAWN: set(), CHANGED: set()}
        self.are_told = False

    def __call__(self) -> None:
        self.are_told = True
        for kind, tags in self.by_kind.items():
            if tags:
                tell(tags, kind)


def note(tag: str, kind: str = CHANGED) -> None:
    """Tell that this has changed, if and when the transaction is committed."""
    if connections[DEFAULT_DB_ALIAS].in_atomic_block:
        _notes_of_this_block().by_kind[kind].add(tag)
    else:
        tell([tag], kind)


def _notes_of_this_block() -> Notes:
    """What was noted since the innermost savepoint, which may be taken back."""
    connection = connections[DEFAULT_DB_ALIAS]
    inside = set(connection.savepoint_ids)
    for ids, function, *_robust in reversed(connection.run_on_commit):
        if isinstance(function, Notes) and ids == inside and not function.are_told:
            return function
    notes = Notes()
    transaction.on_commit(notes)
    return notes


def once_committed(function: Callable[[], object]) -> None:
    """Call this if and when the transaction is committed; equal ones are called once."""
    connection = connections[DEFAULT_DB_ALIAS]
    inside = set(connection.savepoint_ids)
    if not any(
        known == function and ids <= inside
        for ids, known, *_robust in connection.run_on_commit
    ):
        transaction.on_commit(function)


def note_tables(tables: Iterable[str]) -> None:
    """Tell that other rows may be chosen from these."""
    for table in tables:
        if is_shown(table):
            note(table_tag(table))


def is_shown(table: str) -> bool:
    """Whether an answer may have been made from this table."""
    return table not in NEVER_SHOWN and the_journal().is_read(table)
