"""Another value for any field, row or block, so that a change can be looked for."""

import copy
import datetime
import json
from collections.abc import Callable, Iterator
from decimal import Decimal

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from home.fields import ChoiceListField, LineListField
from home.models import InsurancePlan, LocationPage, PracticeImage
from team.models import ClinicianPage, Credential
from tests.filling import every_block, own_fields
from tests.practice import Cast, add_page, make_document, make_picture
from treatments.models import ConditionPage, Reference

WORDS = "Quite other words"
SPECIAL = {
    "npi": "1245319599",
    "notice_kind": "",
    "icd10_codes": ["L93.0"],
    "trial_ids": ["NCT07654321"],
    "profile_links": ["https://elsewhere.example.org/moss"],
    "expires": lambda: timezone.localdate() + datetime.timedelta(days=900),
    "ends": lambda: timezone.localdate() - datetime.timedelta(days=1),
    "starts": lambda: timezone.localdate() + datetime.timedelta(days=1),
    "canonical_url": "https://canonical.example.org/",
    "doi": "10.1000/182",
    "pmid": "31452104",
    "pmcid": "PMC6710006",
    "nct_id": "NCT07654321",
    "isbn": "9780306406157",
    "jurisdiction": "US",
}


def other_value(field: models.Field, value: object, cast: Cast) -> object:
    """A value that this field may take instead."""
    if field.name in SPECIAL:
        special = SPECIAL[field.name]
        return special() if callable(special) else special
    if field.is_relation:
        other = other_record(field.related_model, cast)
        return [other] if isinstance(field, ParentalManyToManyField) else other
    if isinstance(field, ChoiceListField):
        return [list(field.options.values)[-1]]
    if isinstance(field, LineListField):
        return [WORDS]
    if isinstance(field, RichTextField):
        return f"<p>{WORDS}</p>"
    if field.choices:
        return next(v for v, _label in reversed(field.flatchoices) if v and v != value)
    return _other_plain(field, value)


PLAIN = [
    (models.BooleanField, lambda value: not value),
    (models.EmailField, lambda value: "moss@brackenfold.example.org"),
    (models.URLField, lambda value: "https://elsewhere.example.org/moss"),
    (models.DateField, lambda value: value + datetime.timedelta(days=1)),
    (models.TimeField, lambda value: datetime.time(10, 30)),
    (models.DecimalField, lambda value: (value or 0) + Decimal("2.25")),
    (models.IntegerField, lambda value: (value or 0) + 1),
]


def _other_plain(field: models.Field, value: object) -> object:
    for kind, change in PLAIN:
        if isinstance(field, kind):
            return change(value)
    return WORDS[: field.max_length]


def other_record(model: type, cast: Cast) -> models.Model:
    """Somebody or something else of this type."""
    makers = {
        ClinicianPage: lambda: cast.bela,
        ConditionPage: lambda: cast.migraine,
        Credential: lambda: Credential.objects.create(abbreviation="X.Y.", meaning="X"),
        InsurancePlan: lambda: InsurancePlan.objects.create(name="Mosswick Health"),
        LocationPage: lambda: _another_place(cast),
        PracticeImage: lambda: make_picture("Pond"),
        Reference: lambda: Reference.objects.create(title=WORDS, source="Mosses"),
    }
    return makers[model]() if model in makers else cast.stem_cells


def _another_place(cast: Cast) -> LocationPage:
    return add_page(cast.locations, LocationPage, "Moss Street")


# A leaf of a stored block that is chosen from a list, by its name.
CHOSEN = {
    "kind": "outlook",
    "level": "routine",
    "relationship": "family",
    "days": ["Sunday"],
    "type": None,
}
UNTOUCHED = {"id", "type"}


def other_bodies(field: StreamField, cast: Cast) -> Iterator[tuple[str, str]]:
    """Each leaf of each block changed, alone: its path and the whole stored body."""
    body = json.loads(every_block(field.stream_block, cast))
    other = {
        "image": make_picture("Pond").pk,
        "poster": make_picture("Brook").pk,
        "page": cast.lupus.pk,
        **dict.fromkeys(("document", "file", "captions"), make_document("Map").pk),
    }
    for place, block in enumerate(body):
        for path in leaves(block["value"]):
            changed = copy.deepcopy(body)
            _change(changed[place], ["value", *path], other)
            yield ".".join(map(str, [block["type"], *path])), json.dumps(changed)


def leaves(value: object) -> Iterator[list]:
    """The way to each single value within a stored block."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in UNTOUCHED:
                yield from ([name, *path] for path in leaves(part))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield from ([0, *path] for path in leaves(value[0]))
    else:
        yield []


def _change(holder: dict, path: list, other: dict[str, int]) -> None:
    *way, last = path
    for step in way:
        holder = holder[step]
    holder[last] = _other_leaf(str(last), holder[last], other)


def _other_leaf(name: str, value: object, other: dict[str, int]) -> object:
    if name in CHOSEN:
        return CHOSEN[name]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return other[name]
    if isinstance(value, list):
        return [WORDS]
    if name.endswith("_time"):
        return "11:30:00"
    if name == "url":
        return "https://elsewhere.example.org/moss"
    return f"<p>{WORDS}</p>" if str(value).startswith("<p>") else WORDS


def field_changes(page: Page, cast: Cast) -> dict[str, Callable[[], None]]:
    """What an editor may do to a page: each field and each leaf of a block, alone."""
    changes = {}
    offered = set(type(page).get_edit_handler().get_form_class().base_fields)
    for field in (one for one in own_fields(type(page)) if one.name in offered):
        if isinstance(field, StreamField):
            for path, body in other_bodies(field, cast):
                changes[f"{field.name}.{path}"] = _storing(page, field, body)
        else:
            changes[field.name] = _storing(page, field, None, cast)
    return changes


def _storing(page: Page, field: models.Field, value, cast=None) -> Callable[[], None]:
    def change() -> None:
        fresh = type(page).objects.get(pk=page.pk)
        old = None if field.many_to_many else getattr(fresh, field.name)
        new = other_value(field, old, cast) if cast else value
        setattr(fresh, field.name, new)
        fresh.save()

    return change


def row_changes(page: Page, cast: Cast) -> dict[str, Callable[[], None]]:
    """The same for the records of its inline lists."""
    changes = {}
    for relation in get_all_child_relations(type(page)):
        row = relation.related_model
        if row.__module__.split(".")[0] == "wagtail":
            continue
        for field in row._meta.concrete_fields:
            if field not in (relation.field, row._meta.pk) and field.editable:
                name = f"{relation.get_accessor_name()}.{field.name}"
                if field.name != "sort_order":
                    changes[name] = _storing_row(page, row, relation.field, field, cast)
    return changes


def _storing_row(page, row, parent, field, cast) -> Callable[[], None]:
    def change() -> None:
        record = row.objects.filter(**{parent.name: page.pk}).first()
        setattr(
            record, field.name, other_value(field, getattr(record, field.name), cast)
        )
        record.save()

    return change
