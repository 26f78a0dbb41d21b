"""Notes what an answer is made from while it is being made."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from wagtail.models import Page

from home.changes.journal import NEVER, Journal, JournalIsAway, Moment
from home.changes.queries import (
    TABLE,
    Scope,
    page_tag,
    rewritten_tag,
    table_tag,
    tables_of,
    tags_of,
)
from home.changes.shared import the_journal

_current: ContextVar["Reading | None"] = ContextVar("reading", default=None)
_scope: ContextVar["Scope | None"] = ContextVar("scope", default=None)


@dataclass
class Reading:
    """Tables and rows that were read, and until when that says the same."""

    since: Moment
    until: datetime
    tags: set[str] = field(default_factory=set)

    def include(self, other: "Reading") -> None:
        """Stand on what another reading found out."""
        self.tags |= other.tags
        self.until = min(self.until, other.until)

    def begin_at(self, moment: Moment) -> None:
        """Say that something of it was read as early as this."""
        if moment.journal != self.since.journal:
            self.since = NEVER
        elif moment < self.since:
            self.since = moment


def row_tag(instance: models.Model) -> str:
    """The tag of one row; of a page, whatever its type."""
    if isinstance(instance, Page):
        # A page of which only some columns were read is asked for no more of them.
        columns = instance.__dict__
        key = columns.get("id", columns.get(instance._meta.pk.attname))
        return tag_of(Page, key)
    return tag_of(type(instance), instance.pk)


def tag_of(model: type[models.Model], key: object) -> str:
    """The tag of the row of a model that has this key."""
    is_page = issubclass(model, Page)
    return page_tag(key) if is_page else f"{model._meta.db_table}:{key}"


def next_midnight() -> datetime:
    """When days change, and licenses, reviews and notices with them."""
    tomorrow = timezone.localtime() + timedelta(days=1)
    return tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)


@contextmanager
def recording(journal: Journal | None = None) -> Iterator[Reading]:
    """Note all that is read in this block; raise JournalIsAway if that is no use."""
    since = (journal or the_journal()).now()
    reading = Reading(since=since, until=next_midnight())
    outer = _current.get()
    token = _current.set(reading)
    try:
        # What is kept for many does not depend on who asked for it first.
        with _within(None):
            yield reading
    finally:
        _current.reset(token)
        if outer is not None:
            outer.include(reading)
            outer.begin_at(reading.since)


def this_moment() -> Moment:
    """The end of the journal; before everything while nobody can read it."""
    try:
        return the_journal().now()
    except JournalIsAway:
        return NEVER


def read_since(moment: Moment) -> None:
    """Say that what is being made may use what was read as early as this."""
    reading = _current.get()
    if reading is not None:
        reading.begin_at(moment)


def keep_nothing() -> None:
    """Say that what is being made stands on something nobody knows."""
    reading = _current.get()
    if reading is not None:
        reading.until = timezone.now()


def valid_until(moment: datetime) -> None:
    """Say that what is being made is out of date at this moment."""
    reading = _current.get()
    if reading is not None and timezone.now() < moment < reading.until:
        reading.until = moment


def stand_on(kept: Reading) -> None:
    """Say that what is being made uses something that was made from this."""
    reading = _current.get()
    if reading is not None:
        reading.include(kept)


def stand_on_earlier(earlier: Reading) -> None:
    """Say the same of what was made earlier, and may be out of date by now."""
    stand_on(earlier)
    read_since(earlier.since)


@contextmanager
def only_standing_on(
    tags: Iterable[str], rows_of: Iterable[type[models.Model]] = ()
) -> Iterator[None]:
    """Say that of all pages, what is read in this block depends on these tags only.

    The same of the rows of these models, which are told apart (row_changes.py). Pages of
    which records are made are noted all the same.
    """
    tables = frozenset(model._meta.db_table for model in rows_of)
    with _within(Scope(frozenset(tags), tables)):
        yield


@contextmanager
def _within(scope: Scope | None) -> Iterator[None]:
    token = _scope.set(scope)
    try:
        yield
    finally:
        _scope.reset(token)


def note_query(sql: str, parameters: Sequence | None) -> None:
    """Note what a query is about to read."""
    reading = _current.get()
    if reading is None:
        return
    _announce(TABLE.findall(sql))
    reading.tags |= tags_of(sql, parameters, _scope.get())


def _announce(tables: Iterable[str]) -> None:
    for table in tables:
        the_journal().add_read(table)


def note_row(instance: models.Model, **kwargs) -> None:
    """Note a row that was read, and the hour at which it is withdrawn."""
    reading = _current.get()
    if reading is None:
        return
    reading.tags.add(row_tag(instance))
    if moment := instance.__dict__.get("expire_at"):
        valid_until(moment)


def note_record(record: models.Model) -> None:
    """Note a record that somebody read before, outside of what is being recorded."""
    note_model(type(record))
    note_row(record)


def note_model(model: type[models.Model]) -> None:
    """Note what changes rows of a model that somebody has found by their keys."""
    reading = _current.get()
    if reading is None:
        return
    tables = tables_of(model)
    _announce(tables)
    tag = rewritten_tag if issubclass(model, Page) else table_tag
    reading.tags.update(map(tag, tables))


def note_pages(keys: Iterable[int]) -> None:
    """Note pages of which columns were read and no record was made."""
    reading = _current.get()
    if reading is not None:
        reading.tags.update(map(page_tag, keys))


def note_keys(model: type[models.Model], keys: Iterable[object]) -> None:
    """Note rows of which only the keys are at hand."""
    note_model(model)
    reading = _current.get()
    if reading is not None:
        reading.tags.update(tag_of(model, key) for key in keys)
