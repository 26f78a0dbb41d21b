"""Notes what is changed in the database, where every change passes: in its SQL.

What is saved through a model is compared with what was stored, so that a changed word
makes only those answers out of date that show it. Any other way to write, such as a
query of `update()`, counts as a change of the whole table, but for a few shown columns
of one page, and for what page_changes.py understands.
"""

import re
import threading

from django.apps import apps
from django.core.signals import request_finished
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.signals import connection_created
from django.db.models.signals import (
    post_delete,
    post_init,
    post_save,
    pre_delete,
    pre_save,
)
from wagtail.images.models import AbstractRendition
from wagtail.models import Page, PageViewRestriction

from home.changes.deletion import deletion
from home.changes.journal import CHANGED, WITHDRAWN
from home.changes.page_changes import (
    before_page_delete,
    branch_rewritten,
    note_new_page,
    note_page_change,
    withdraw_below,
)
from home.changes.queries import (
    BASE,
    page_tables,
    page_tag,
    rewritten_tag,
    rows_written,
    table_tag,
    tables_of,
)
from home.changes.reading import note_query, note_row, row_tag
from home.changes.row_changes import is_told_apart, note_rows
from home.changes.telling import is_shown, note, note_tables
from home.changes.words import SHOWN_ONLY, UNSEEN

WRITE = re.compile(
    r'^\s*(INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+"?(\w+)"?',
    re.IGNORECASE,
)
# How treebeard counts children: a draft below a page is no news to anybody.
COUNTS_CHILDREN = re.compile(r"\bSET\s+\"?numchild\"?\s*=", re.IGNORECASE)
# Of these it is known how many rows they found, before anybody reads what they return.
COUNTED = re.compile(
    r"\s*(?:UPDATE|DELETE)\b(?!.*\bRETURNING\b)", re.IGNORECASE | re.DOTALL
)
# What a statement writes of which nobody can say which fields those are.
EVERY_FIELD = {"*"}


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


def watch(execute, sql, params, many, context):
    """See every statement go by; an execute wrapper of Django's."""
    note_query(sql, params)
    written = WRITE.match(sql)
    if written is None:
        return execute(sql, params, many, context)
    parameters = None if many else params
    branch = branch_rewritten(sql, parameters)
    found = execute(sql, params, many, context)
    if branch is not None:
        branch.note()
    elif _changed_rows(sql, context["cursor"]):
        _note_write(written.group(1).upper(), written.group(2), sql, parameters)
    return found


def _changed_rows(sql: str, cursor) -> bool:
    """Whether it changed anything: what Django writes beside a page often finds no row."""
    return cursor.rowcount != 0 or not COUNTED.match(sql)


def _note_write(verb: str, table: str, sql: str, parameters) -> None:
    if _save.writes(verb, table, parameters) or COUNTS_CHILDREN.search(sql):
        return
    if not is_shown(table) or deletion.writes(table, sql, parameters):
        return
    fields, keys = rows_written(sql, parameters) or (EVERY_FIELD, None)
    if table not in page_tables():
        note(table_tag(table))
        if is_told_apart(table):
            note(rewritten_tag(table))
    elif fields <= UNSEEN:
        return
    elif fields <= SHOWN_ONLY["page"] | UNSEEN and keys is not None:
        for key in keys:
            note(page_tag(key))
    else:
        may_withdraw = table == BASE and not verb.startswith("INSERT")
        note(rewritten_tag(table), WITHDRAWN if may_withdraw else CHANGED)


def before_save(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    """Find out what a save changes, and keep its statements from being noted again."""
    tables = tables_of(sender)
    _save.begin(instance)
    # No page is made from pictures that nobody has drawn yet.
    is_drawing = issubclass(sender, AbstractRendition) and instance._state.adding
    if is_drawing or not any(map(is_shown, tables)):
        return
    stored = None
    if not instance._state.adding:
        stored = sender._base_manager.filter(pk=instance.pk).values().first()
    if stored is not None:
        _note_change(instance, stored, _changed_fields(instance, stored, update_fields))
    elif getattr(instance, "live", True):  # Nobody has seen a draft.
        if isinstance(instance, Page):
            note_new_page(instance)
        else:
            note_tables(tables)
            note_rows(sender, vars(instance))


def after_save(**kwargs) -> None:
    _save.end()


def after_request(**kwargs) -> None:
    """Leave nothing of what failed to whoever this thread answers next."""
    _save.end()
    deletion.forget()


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
        note_page_change(instance, stored, changed)
        return
    if changed:
        note_rows(type(instance), stored, stored | vars(instance))
    names = {field.name for field in changed}
    shown = SHOWN_ONLY.get(instance._meta.label_lower, set())
    if names & shown:
        note(row_tag(instance))
    note_tables({f.model._meta.db_table for f in changed if f.name not in shown})


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
        (request_finished, after_request, None),
        (post_save, withdraw_below, PageViewRestriction),
        *((post_init, note_row, model) for model in _models_noted()),
        *((pre_delete, before_page_delete, model) for model in _page_models()),
        *((post_delete, deletion.end, model) for model in _page_models()),
    ]
    for signal, receiver, sender in connected:
        name = f"changes.{receiver.__name__}"
        signal.connect(receiver, sender=sender, weak=False, dispatch_uid=name)


def _models_noted() -> list[type[models.Model]]:
    others = (apps.get_model(name) for name in SHOWN_ONLY if name != "page")
    return [*_page_models(), *others]


def _page_models() -> list[type[Page]]:
    return [model for model in apps.get_models() if issubclass(model, Page)]
