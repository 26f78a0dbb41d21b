"""The records of clinicians, of several kinds and for many people, in one query."""

from collections.abc import Iterable, Sequence

from django.db import models
from django.db.models import Value
from django.db.models.functions import JSONObject


def load_rows(people: Iterable[models.Model], names: Sequence[str]) -> None:
    """Fill these lists of rows, such as "licenses", for each person: one query.

    A credential comes with its row.
    """
    by_key = {person.pk: person for person in people}
    if not by_key:
        return
    kinds = {name: _model_of(name, by_key) for name in names}
    first, *others = [_rows_of(name, kinds[name], by_key) for name in names]
    found: dict[tuple[int, str], list] = {(k, n): [] for k in by_key for n in names}
    for name, key, facts in first.union(*others, all=True):
        found[key, name].append(_row(kinds[name], facts, by_key[key]))
    for (key, name), rows in found.items():
        rows.sort(key=lambda row: (row.sort_order or 0, row.pk))
        _give(by_key[key], name, rows)


def _model_of(name: str, by_key: dict) -> type[models.Model]:
    person = next(iter(by_key.values()))
    return person._meta.get_field(name).related_model


def _parent(model: type[models.Model]) -> models.ForeignKey | None:
    """What comes with a row: the record that it only points to."""
    names = [f for f in model._meta.concrete_fields if f.is_relation]
    return next((field for field in names if field.name != "clinician"), None)


def _rows_of(name: str, model: type[models.Model], by_key: dict):
    columns = {f.attname: f.attname for f in model._meta.concrete_fields}
    if parent := _parent(model):
        for field in parent.related_model._meta.concrete_fields:
            path = f"{parent.name}__{field.attname}"
            columns[path] = path
    rows = model.objects.filter(clinician__in=by_key).order_by()
    named = rows.annotate(
        kind=Value(name, output_field=models.CharField()), facts=JSONObject(**columns)
    )
    return named.values_list("kind", "clinician_id", "facts")


def _record(model: type[models.Model], facts: dict, prefix: str = "") -> models.Model:
    fields = model._meta.concrete_fields
    values = {f.attname: f.to_python(facts[prefix + f.attname]) for f in fields}
    record = model(**values)
    record._state.adding, record._state.db = False, "default"
    return record


def _row(model: type[models.Model], facts: dict, person: models.Model) -> models.Model:
    row = _record(model, facts)
    row.clinician = person
    if parent := _parent(model):
        of_row = _record(parent.related_model, facts, f"{parent.name}__")
        setattr(row, parent.name, of_row)
    return row


def _give(person: models.Model, name: str, rows: list[models.Model]) -> None:
    # As prefetch_related leaves it.
    known = getattr(person, name).get_queryset()
    known._result_cache, known._prefetch_done = rows, True
    if not hasattr(person, "_prefetched_objects_cache"):
        person._prefetched_objects_cache = {}
    person._prefetched_objects_cache[name] = known
