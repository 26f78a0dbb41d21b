"""Any body that Wagtail could store for a medical page, made from its blocks."""

import uuid
from copy import deepcopy
from functools import reduce
from html import escape

from hypothesis import strategies as st
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from treatments.blocks import MedicalBodyBlock

# Few, so that two texts are often alike but for what matters.
TEXTS = [
    "",
    "Rest",
    "Rest well",
    "notable",
    "not able",
    "p < 0.05 and q > 3",
    "p < 0.5 and q > 3",
]
TEXT = st.sampled_from(TEXTS)
FORMS = [
    "<p>{}</p>",
    '<p data-block-key="x1">{}</p>',
    "<p><b>{}</b></p>",
    "<ul><li>{}</li></ul>",
    '<p>{} <a href="https://example.org/">there</a></p>',
    '<p>{}<embed embedtype="reference" id="{reference}"/></p>',
    "<p>not<b>able</b> {}</p>",
]


def bodies(files: dict[str, list[int]]) -> st.SearchStrategy[list[dict]]:
    """Lists of stored blocks; `files` are the keys of what there is to choose from."""
    any_block = st.one_of(
        [
            st.builds(_stored, st.just(name), _values(block, files))
            for name, block in MedicalBodyBlock().child_blocks.items()
        ]
    )
    return st.lists(any_block, max_size=3)


def _stored(name: str, value: object) -> dict:
    return {"type": name, "value": value, "id": str(uuid.uuid4())}


def _values(block: blocks.Block, files: dict) -> st.SearchStrategy:
    if isinstance(block, TypedTableBlock):
        return st.builds(_table, TEXT, st.lists(st.tuples(TEXT, TEXT), max_size=2))
    if isinstance(block, ImageBlock):
        return st.fixed_dictionaries(
            {
                "image": st.sampled_from(files["image"]),
                "decorative": st.booleans(),
                "alt_text": TEXT,
            }
        )
    if isinstance(block, blocks.ListBlock):
        entries = _values(block.child_block, files)
        return st.lists(st.builds(_stored, st.just("item"), entries), max_size=2)
    if isinstance(block, blocks.StructBlock):
        return st.fixed_dictionaries(
            {name: _values(part, files) for name, part in block.child_blocks.items()}
        )
    return _leaves(block, files)


def _leaves(block: blocks.Block, files: dict) -> st.SearchStrategy:
    if isinstance(block, blocks.RichTextBlock):
        forms = [
            form.replace("{reference}", str(files["reference"][0])) for form in FORMS
        ]
        filled = st.builds(
            lambda form, text: form.replace("{}", escape(text)),
            st.sampled_from(forms),
            TEXT,
        )
        return st.one_of(st.just(""), filled)
    if isinstance(block, ImageChooserBlock):
        return st.sampled_from([None, *files["image"]])
    if isinstance(block, DocumentChooserBlock):
        return st.sampled_from(files["document"])
    if isinstance(block, blocks.PageChooserBlock):
        return st.sampled_from(files["page"])
    if isinstance(block, blocks.ChoiceBlock):
        return st.sampled_from(
            [value for value, _label in block.field.choices if value]
        )
    if isinstance(block, blocks.BooleanBlock):
        return st.booleans()
    if isinstance(block, blocks.URLBlock):
        return st.sampled_from(["https://one.example.org/", "https://two.example.org/"])
    return TEXT


def _table(caption: str, rows: list[tuple[str, str]]) -> dict:
    return {
        "columns": [
            {"type": "text", "heading": "May"},
            {"type": "text", "heading": ""},
        ],
        "rows": [{"values": list(row)} for row in rows],
        "caption": caption,
    }


def nearby(body: list[dict]) -> st.SearchStrategy[list[dict]]:
    """Bodies that differ from this one in one thing, as an editor would change it."""
    changes = [st.just(body)]
    if places := list(_places(body)):
        one = st.sampled_from(places)
        filled = st.sampled_from([form.replace("{}", "Rest") for form in FORMS[:3]])
        changes += [
            st.builds(_with, st.just(body), one, st.one_of(TEXT, filled)),
            st.builds(_exchanged, st.just(body), one, one),
        ]
    if body:
        changes.append(st.permutations(body))
        changes.append(
            st.integers(0, len(body) - 1).map(lambda n: body[:n] + body[n + 1 :])
        )
    return st.one_of(changes)


def _places(part: object, way: tuple = ()):
    """The way to every string that an editor types."""
    if isinstance(part, str):
        yield way
    elif isinstance(part, dict | list):
        pairs = part.items() if isinstance(part, dict) else enumerate(part)
        for key, inner in pairs:
            if key not in {"id", "type", "level", "kind", "relationship"}:
                yield from _places(inner, (*way, key))


def _at(body: list, way: tuple) -> object:
    return reduce(lambda part, key: part[key], way, body)


def _with(body: list, way: tuple, text: object) -> list:
    changed = deepcopy(body)
    _at(changed, way[:-1])[way[-1]] = text
    return changed


def _exchanged(body: list, one: tuple, other: tuple) -> list:
    first, second = _at(body, one), _at(body, other)
    return _with(_with(body, one, second), other, first)
