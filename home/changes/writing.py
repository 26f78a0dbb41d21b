"""Notes what is changed in the database, where every change passes: in its SQL.

What is saved through a model is compared with what was stored, so that a changed word
makes only those answers out of date that show it. Any other way to write, such as a
query of `update()`, counts as a change of the whole table, but for a few shown columns
of one page.
"""

import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.apps import apps
from django.core.signals import request_finished
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.signals import connection_created
from django.db.models.signals import post_init, post_save, pre_save
from django.dispatch import Signal
from wagtail.images.models import AbstractRendition
from wagtail.models import Page, PageViewRestriction

from home.changes.journal import CHANGED, WITHDRAWN
from home.changes.queries import (
    page_tables,
    page_tag,
    rewritten_tag,
    row_written,
    table_tag,
    tables_of,
    titles_tag,
)
from home.changes.reading import note_query, note_row, row_tag
from home.changes.shared import the_journal
from home.changes.words import NEVER_SHOWN, SHOWN_ONLY, UNSEEN, VISIBILITY

WRITE = re.compile(
    r'^\s*(INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+"?(\w+)"?',
    re.IGNORECASE,
)
# How treebeard counts children: a draft below a page is no news to anybody.
COUNTS_CHILDREN = re.compile(r"\bSET\s+\"?numchild\"?\s*=", re.IGNORECASE)
# What a statement writes of which nobody can say which columns those are.
EVERY_COLUMN = {"*"}


class _Save(threading.local):
    """The save of a record that has been announced and not been written yet."""

    tables: frozenset[str] = frozenset()
    key: object = None
    is_new = False

    def begin(self, instance: models.Model) -> None:
        self.tables = frozenset(tables_of(type(instance)))
        self.key, self.is_new = instance.pk, instance._state.adding

    def end(self, **kwargs) -> None:
        self.tables = frozenset()

    def writes(self, verb: str, table: str, params) -> bool:
        """Whether this statement belongs to it."""
        if table not in self.tables:
            return False
        if verb == "UPDATE":
            return bool(params) and params[-1] == self.key
        return self.is_new and verb.startswith("INSERT")


_save = _Save()


# Each is asked with a page and with its stored columns for the tags of parts of the tree
# that a change of it may touch; answers stand on them instead of on all pages.
told_apart: list[Callable[[Page, dict], Iterable[str]]] = []

# Sent with `tag` after a change was told, for those who tell others of it.
something_changed = Signal()


def tell(tag: str, kind: str = CHANGED) -> None:
    """Tell every process now."""
    the_journal().add([tag], kind=kind)
    something_changed.send(sender=None, tag=tag, kind=kind)


@dataclass(frozen=True)
class Note:
    """Tells the journal, once the transaction is done."""

    tag: str
    kind: str

    def __call__(self) -> None:
        tell(self.tag, self.kind)


def note(tag: str, kind: str = CHANGED) -> None:
    """Tell that this has changed, if and when the transaction is committed."""
    once_committed(Note(tag, kind))


def once_committed(function: Callable[[], object]) -> None:
    """Call this if and when the transaction is committed; equal ones are called once."""
    connection = connections[DEFAULT_DB_ALIAS]
    inside = set(connection.savepoint_ids)
    if not any(
        known == function and ids <= inside
        for ids, known, *_robust in connection.run_on_commit
    ):
        transaction.on_commit(function)


def watch(execute, sql, params, many, context):
    """See every statement go by; an execute wrapper of Django's."""
    note_query(sql, params)
    found = execute(sql, params, many, context)
    if written := WRITE.match(sql):
        verb, table = written.group(1).upper(), written.group(2)
        if not _save.writes(verb, table, params):
            _note_write(verb, table, sql, None if many else params)
    return found


def _note_write(verb: str, table: str, sql: str, parameters) -> None:
    if COUNTS_CHILDREN.search(sql) or not _is_shown(table):
        return
    columns, key = row_written(sql, parameters) or (EVERY_COLUMN, None)
    if table not in page_tables():
        note(table_tag(table))
    elif not columns <= SHOWN_ONLY["page"] | UNSEEN:
        may_withdraw = table == Page._meta.db_table and not verb.startswith("INSERT")
        note(rewritten_tag(table), WITHDRAWN if may_withdraw else CHANGED)
    elif not columns <= UNSEEN:
        note(page_tag(key))


def before_save(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    """Find out what a save changes, and keep its statements from being noted again."""
    tables = tables_of(sender)
    _save.begin(instance)
    # No page is made from pictures that nobody has drawn yet.
    is_drawing = issubclass(sender, AbstractRendition) and instance._state.adding
    if is_drawing or not any(map(_is_shown, tables)):
        return
    stored = None
    if not instance._state.adding:
        stored = sender._base_manager.filter(pk=instance.pk).values().first()
    if stored is not None:
        _note_change(instance, stored, _changed_fields(instance, stored, update_fields))
    elif getattr(instance, "live", True):  # Nobody has seen a draft.
        _note_tables(tables)
        if isinstance(instance, Page):
            _note_scopes(instance, vars(instance))


def after_save(**kwargs) -> None:
    _save.end()


def _note_tables(tables: set[str]) -> None:
    for table in tables:
        if _is_shown(table):
            note(table_tag(table))


def _is_shown(table: str) -> bool:
    """Whether an answer may have been made from this table."""
    return table not in NEVER_SHOWN and the_journal().is_read(table)


def _changed_fields(instance, stored: dict, update_fields) -> list[models.Field]:
    saved = None if update_fields is None else set(update_fields)
    return [
        field
        for field in instance._meta.concrete_fields
        if field.attname in instance.__dict__
        and (saved is None or {field.name, field.attname} & saved)
        and field.get_prep_value(instance.__dict__[field.attname])
        != field.get_prep_value(stored[field.attname])
    ]


def _note_change(instance, stored: dict, changed: list[models.Field]) -> None:
    if isinstance(instance, Page):
        _note_page_change(instance, stored, changed)
        return
    names = {field.name for field in changed}
    shown = SHOWN_ONLY.get(instance._meta.label_lower, set())
    if names & shown:
        note(row_tag(instance))
    _note_tables({f.model._meta.db_table for f in changed if f.name not in shown})


def _note_page_change(page: Page, stored: dict, changed: list[models.Field]) -> None:
    changed = [field for field in changed if field.name not in UNSEEN]
    if not changed or not (stored["live"] or page.live):
        return
    names = {field.name for field in changed}
    is_withdrawn = stored["live"] and names & VISIBILITY
    note(row_tag(page), WITHDRAWN if is_withdrawn else CHANGED)
    every_table = tables_of(page.specific_class or type(page))
    if "title" in names:
        for table in every_table:
            note(titles_tag(table))
    choosing = [f for f in changed if f.name not in SHOWN_ONLY["page"] | {"title"}]
    tables = {field.model._meta.db_table for field in choosing}
    # Those of a type are found by what every page has.
    _note_tables(every_table if Page._meta.db_table in tables else tables)
    if choosing:
        _note_scopes(page, stored)


def _note_scopes(page: Page, stored: dict) -> None:
    for scopes_of in told_apart:
        for tag in scopes_of(page, stored):
            note(tag)


def withdraw_below(instance: PageViewRestriction, **kwargs) -> None:
    """What becomes private may not be shown to anybody from a store."""
    below = Page.objects.filter(path__startswith=instance.page.path)
    for key in below.values_list("pk", flat=True):
        note(f"page:{key}", WITHDRAWN)


def watch_connection(connection, **kwargs) -> None:
    is_ours = connection.alias == DEFAULT_DB_ALIAS
    if is_ours and watch not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, watch)


def connect() -> None:
    """Watch all that is read and written; called once, when the app is ready."""
    connected = [
        (connection_created, watch_connection, None),
        (pre_save, before_save, None),
        (post_save, after_save, None),
        (request_finished, after_save, None),
        (post_save, withdraw_below, PageViewRestriction),
        *((post_init, note_row, model) for model in _models_noted()),
    ]
    for signal, receiver, sender in connected:
        name = f"changes.{receiver.__name__}"
        signal.connect(receiver, sender=sender, weak=False, dispatch_uid=name)


def _models_noted() -> list[type[models.Model]]:
    pages = [m for m in apps.get_models() if issubclass(m, Page)]
    return [*pages, *(apps.get_model(n) for n in SHOWN_ONLY if n != "page")]
