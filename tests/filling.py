"""Pages of any type with every optional field empty, or every field filled.

Works from the fields themselves, so that a new one is filled the moment it exists.
"""

import datetime
import json
import uuid
from decimal import Decimal

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page

from home.fields import ChoiceListField, LineListField
from tests.practice import NPI, SUMMARY, Cast

ADDRESS = "https://profiles.example.org/fern"
# What a field of this name takes where not any value of its type will do.
SPECIAL = {
    "npi": NPI,
    "icd10_codes": ["M32.9"],
    "trial_ids": ["NCT01234567"],
    "profile_links": [ADDRESS],
    "last_reviewed": timezone.localdate,
    "expires": lambda: timezone.localdate() + datetime.timedelta(days=400),
    "starts": timezone.localdate,
    "ends": timezone.localdate,
    "opens": datetime.time(9),
    "closes": datetime.time(12),
    "in_practice_since": 1986,
    "review_interval_months": 6,
    "struct_org_geo_lng": Decimal("0"),
    "canonical_url": "",
    "seo_title": "",
    "struct_org_extra_json": "",
    # Every page of the tests is one that may be found.
    "noindex": False,
}
# Wagtail's own columns and those that a visitor can never cause to be filled.
NOT_OURS = {field.name for field in Page._meta.get_fields()} - {
    "search_description",
    "show_in_menus",
}
NOT_OURS |= {"struct_org_image", "struct_org_actions", "struct_org_type"}
# Ties a clinician to an account of the editor; nobody reads it.
NOT_OURS |= {"account"}
# Kept for the page's history; only colleagues read it.
NOT_OURS |= {"override_reason"}


def own_fields(model: type) -> list[models.Field]:
    """The columns of a page type that its editor fills."""
    return [
        field
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if field.name not in NOT_OURS
        and field.editable
        and not field.auto_created
        and not getattr(field.remote_field, "parent_link", False)
    ]


def bare_facts(model: type, cast: Cast) -> dict:
    """Values for the fields that must be filled; every other one is empty."""
    needed = {
        field.name: _value(field, cast)
        for field in own_fields(model)
        if not field.blank and not field.has_default()
    }
    empty = {
        field.name: []
        for field in own_fields(model)
        if isinstance(field, StreamField | LineListField)
    }
    return needed | empty


def full_facts(model: type, cast: Cast) -> dict:
    """A value for every field, and a row of every kind."""
    facts = {field.name: _value(field, cast) for field in own_fields(model)}
    for relation in get_all_child_relations(model):
        row = relation.related_model
        if row.__module__.split(".")[0] != "wagtail":
            facts[relation.get_accessor_name()] = [_row(row, relation.field, cast)]
    return facts


def add_bare(model: type, parent: Page, cast: Cast) -> Page:
    """Publish a page in which every optional field is empty."""
    return _add(model, parent, "Bare", bare_facts(model, cast))


def add_full(model: type, parent: Page, cast: Cast) -> Page:
    """Publish a page in which every field and every kind of row is filled."""
    return _add(model, parent, "Full", full_facts(model, cast))


def _add(model: type, parent: Page, word: str, facts: dict) -> Page:
    title = f"{word} {model._meta.verbose_name} & <more>"
    facts = {"slug": f"{word.lower()}-{model._meta.model_name}"} | facts
    page = model(title=title, **facts | {"summary": SUMMARY.format(title)})
    page.full_clean(exclude=["path", "depth"])
    parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def _row(model: type, parent_field: models.Field, cast: Cast) -> models.Model:
    fields = [
        field
        for field in model._meta.concrete_fields
        if field != parent_field
        and not field.primary_key
        and field.name != "sort_order"
    ]
    return model(**{field.name: _value(field, cast) for field in fields})


def _value(field: models.Field, cast: Cast) -> object:
    if field.name in SPECIAL:
        value = SPECIAL[field.name]
        return value() if callable(value) else value
    if field.is_relation:
        known = [cast_member(cast, field.related_model)]
        return known if isinstance(field, ParentalManyToManyField) else known[0]
    if isinstance(field, StreamField):
        return every_block(field.stream_block, cast)
    if isinstance(field, ChoiceListField):
        return list(field.options.values[:2])
    if field.choices:
        return next(value for value, _label in field.flatchoices if value)
    return _plain_value(field)


PLAIN = [
    (LineListField, ["first line", "second line"]),
    (RichTextField, "<p>Words with a <b>strong</b> one.</p>"),
    (models.EmailField, "fern@brackenfold.example.org"),
    (models.URLField, ADDRESS),
    (models.BooleanField, True),
    (models.DecimalField, Decimal("1.5")),
    (models.DateField, datetime.date(2026, 9, 1)),
    (models.TimeField, datetime.time(9)),
    (models.IntegerField, 12),
]


def _plain_value(field: models.Field) -> object:
    if isinstance(field, models.CharField | models.TextField) and not isinstance(
        field, models.EmailField | models.URLField | RichTextField
    ):
        return "Words of ours & <more>"[: field.max_length]
    return next(value for kind, value in PLAIN if isinstance(field, kind))


def cast_member(cast: Cast, model: type) -> models.Model:
    """Somebody or something of the cast that is of this type."""
    if model is Page:
        return cast.lupus
    found = (getattr(cast, name) for name in cast._known)
    return next(one for one in found if isinstance(one, model))


def every_block(stream: blocks.StreamBlock, cast: Cast) -> str:
    """A body with each kind of block once, as Wagtail stores it."""
    return json.dumps(
        [
            {"type": name, "value": _raw(block, cast), "id": str(uuid.uuid4())}
            for name, block in stream.child_blocks.items()
        ]
    )


def _raw(block: blocks.Block, cast: Cast) -> object:
    if isinstance(block, TypedTableBlock):
        return {
            "columns": [{"type": "text", "heading": "Month"}],
            "rows": [{"values": ["May"]}, {"values": ["June"]}],
            "caption": "When ferns unfold",
        }
    if isinstance(block, ImageBlock):
        return {"image": cast.picture.pk, "alt_text": "A fern", "decorative": False}
    if isinstance(block, blocks.StructBlock):
        return {name: _raw(child, cast) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [
            {
                "type": "item",
                "value": _raw(block.child_block, cast),
                "id": str(uuid.uuid4()),
            }
            for _time in range(2)
        ]
    return _leaf(block, cast)


LEAVES = [
    (blocks.RichTextBlock, "<p>Words with a <b>strong</b> one.</p>"),
    (blocks.URLBlock, ADDRESS),
    (blocks.BooleanBlock, True),
    (blocks.TimeBlock, "09:00:00"),
    (blocks.DateBlock, "2026-09-01"),
]


def _leaf(block: blocks.Block, cast: Cast) -> object:
    if isinstance(block, ImageChooserBlock):
        return cast.picture.pk
    if isinstance(block, DocumentChooserBlock):
        return cast.document.pk
    if isinstance(block, blocks.PageChooserBlock):
        return cast.contact.pk
    if isinstance(block, blocks.ChoiceBlock | blocks.MultipleChoiceBlock):
        first = next(value for value, _label in block.field.choices if value)
        return [first] if isinstance(block, blocks.MultipleChoiceBlock) else first
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return "Words & <more>"
    return next(value for kind, value in LEAVES if isinstance(block, kind))
