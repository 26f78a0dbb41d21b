"""The texts of a page that make claims, plain, with where each stands."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from home.fields import ChoiceListField, LineListField
from treatments.citing import EMBED
from treatments.models import Indication
from treatments.sections import SectionKind
from treatments.unproven import Subject

# Of Wagtail's own columns, those that a reader or a search engine is shown.
PAGE_FIELDS = ["title", "seo_title", "search_description"]
NO_PROSE = (models.EmailField, models.URLField, models.SlugField)
# For wagtail-seo's machines, and for colleagues.
UNREAD = {"struct_org_extra_json", "override_reason"}
LINE_END = re.compile(r"</(?:p|li|h\d|blockquote)>|<br ?/?>|<hr ?/?>")
TAG = re.compile(r"<[^>]+>")
CITATION = " [1] "


@dataclass(frozen=True)
class PageText:
    """A text of a page, its paragraphs and items one a line."""

    where: str
    text: str
    # Set where a text is about one use and no other.
    unproven: bool | None = None
    # Set where no citation can stand, and the page says beside it what is known.
    has_references: bool = False

    def is_unproven(self, subject: Subject) -> bool:
        """Whether any line of it is about an unproven use."""
        return subject.is_in(self.text) if self.unproven is None else self.unproven


def texts_of(page: Page, cleaned: dict, rows: dict[str, list]) -> Iterator[PageText]:
    """Every text of a page as its form has it; what the form lacks is the page's.

    `cleaned` and `rows` are those of `BasePage.publish_problems`.
    """
    for field in page._meta.concrete_fields:
        if _is_read(field):
            value = cleaned.get(field.name, getattr(page, field.attname))
            yield from _of_field(field, value)
    for records in rows.values():
        for record in records:
            yield from _of_row(record)
    picture = cleaned.get("image") or page.image
    if picture:
        label = str(page._meta.get_field("image").verbose_name)
        yield PageText(label, picture.default_alt_text)


def plain_lines(rich_text: str) -> str:
    """A rich text as plain lines; a citation leaves a mark that counts as a source."""
    text = LINE_END.sub("\n", EMBED.sub(CITATION, rich_text))
    lines = html.unescape(TAG.sub("", text)).split("\n")
    return "\n".join(line for line in (" ".join(one.split()) for one in lines) if line)


def _is_read(field: models.Field) -> bool:
    if field.name in UNREAD or not field.editable:
        return False
    if field.model is Page or hasattr(Page, field.name):
        return field.name in PAGE_FIELDS
    if isinstance(field, models.CharField | models.TextField):
        return not field.choices and not isinstance(field, NO_PROSE)
    return isinstance(field, LineListField | StreamField) and not isinstance(
        field, ChoiceListField
    )


def _of_row(record: models.Model) -> Iterator[PageText]:
    if record.__module__.startswith("wagtail."):
        return
    name = str(record._meta.verbose_name)
    is_use = isinstance(record, Indication) and record.is_complete
    unproven = record.is_unproven if is_use else None
    for field in record._meta.concrete_fields:
        if _is_read(field):
            for text in _of_field(field, getattr(record, field.attname)):
                where = f"{name}: {text.where}"
                yield PageText(where, text.text, unproven, has_references=is_use)


def _of_field(field: models.Field, value) -> Iterator[PageText]:
    where = str(field.verbose_name)
    if isinstance(field, StreamField):
        yield from _of_body(field, value.get_prep_value() if value else [])
    elif isinstance(field, RichTextField):
        yield PageText(where, plain_lines(value or ""))
    elif isinstance(value, list):
        yield PageText(where, "\n".join(value))
    elif value:
        yield PageText(where, str(value))


def _of_body(field: StreamField, children: list[dict]) -> Iterator[PageText]:
    for child in children:
        block = field.stream_block.child_blocks.get(child["type"])
        lines = _of_block(block, child["value"]) if block else ()
        if text := "\n".join(line for line in lines if line):
            where = f"{field.verbose_name}: {block.label}"
            unproven = False if _is_standard_care(child) else None
            yield PageText(where, text, unproven)


def _is_standard_care(child: dict) -> bool:
    """Whether a stored block speaks of other treatments than the page does."""
    if child["type"] == "section":
        return child["value"].get("kind") == SectionKind.CONVENTIONAL_OPTIONS
    return child["type"] == "alternatives"


def _of_block(block: blocks.Block, value) -> Iterator[str]:
    """The texts within the stored value of a block, in their order."""
    if not value:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield plain_lines(value)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield value
    elif isinstance(block, BaseTypedTableBlock):
        yield from _of_table(block, value)
    elif isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        for name, part in block.child_blocks.items():
            yield from _of_block(part, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            # Stored with a key of its own, or bare, as older bodies have it.
            stored = isinstance(item, dict) and item.get("type") == "item"
            yield from _of_block(block.child_block, item["value"] if stored else item)


def _of_table(block: BaseTypedTableBlock, value: dict) -> Iterator[str]:
    yield value.get("caption") or ""
    columns = value["columns"]
    yield from (column["heading"] for column in columns)
    for row in value["rows"]:
        for column, cell in zip(columns, row["values"], strict=False):
            yield from _of_block(block.child_blocks[column["type"]], cell)
