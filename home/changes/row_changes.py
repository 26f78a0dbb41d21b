"""Tells rows of a table apart by what they belong to, so that not all count as changed.

Whoever reads only some of them says so with `only_standing_on(…, rows_of=[model])`.
"""

from collections.abc import Callable, Iterable

from django.db import models
from django.db.models.signals import post_delete, pre_delete

from home.changes.deletion import deletion
from home.changes.queries import table_tag
from home.changes.telling import is_shown, note

# Model → the tags of what a row with these columns belongs to.
_scopes: dict[type[models.Model], Callable[[dict], Iterable[str]]] = {}


def tell_rows_apart(
    model: type[models.Model], scopes_of: Callable[[dict], Iterable[str]]
) -> None:
    """Note the rows of this model by what they belong to, before and after a change."""
    _scopes[model] = scopes_of
    for signal, receiver in ((pre_delete, _before_delete), (post_delete, deletion.end)):
        name = f"changes.{receiver.__name__}"
        signal.connect(receiver, sender=model, weak=False, dispatch_uid=name)


def is_told_apart(table: str) -> bool:
    return table in {model._meta.db_table for model in _scopes}


def note_rows(model: type[models.Model], *rows: dict) -> None:
    """Tell what rows of this model belong to."""
    if scopes_of := _scopes.get(model):
        for row in rows:
            for tag in scopes_of(row):
                note(tag)


def _before_delete(instance: models.Model, **kwargs) -> None:
    deletion.begin(instance)
    table = instance._meta.db_table
    if is_shown(table):
        note(table_tag(table))
        note_rows(type(instance), vars(instance))
