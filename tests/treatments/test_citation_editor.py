"""Citations in the text editor: kept as keys, shown by name."""

import json

import pytest
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from home.blocks import LINE_FEATURES, TEXT_FEATURES
from treatments.models import Reference

CHOOSER = "wagtailsnippetchoosers_treatments_reference"


@pytest.fixture
def wang(practice) -> Reference:
    return Reference.objects.create(
        title="Cells & ferns", authors="Wang D, Li J", source="Ferns", year=2014
    )


def converter() -> ContentstateConverter:
    return ContentstateConverter(features=TEXT_FEATURES)


def test_every_text_may_cite():
    assert "citation" in TEXT_FEATURES
    assert "citation" in LINE_FEATURES


def test_the_editor_shows_the_short_name_and_keeps_the_key(wang):
    kept = (
        f'<p>It helped <embed embedtype="reference" id="{wang.pk}"/> a <b>few</b>.</p>'
    )
    state = json.loads(converter().from_database_format(kept))
    block, entity = state["blocks"][0], state["entityMap"]["0"]
    place = block["entityRanges"][0]

    assert block["text"] == "It helped [Wang 2014] a few."
    assert block["text"][place["offset"] :][: place["length"]] == "[Wang 2014]"
    assert entity == {
        "mutability": "IMMUTABLE",
        "type": "REFERENCE",
        "data": {"id": str(wang.pk)},
    }


def test_saving_what_was_loaded_changes_nothing(wang):
    kept = (
        f'<p data-block-key="abcde">It helped<embed embedtype="reference" id="{wang.pk}"/>.'
        f'<embed embedtype="reference" id="{wang.pk}"/></p>'
    )
    saved = converter().to_database_format(converter().from_database_format(kept))

    assert saved == kept


@pytest.mark.parametrize("key", ["999999", "x", ""])
def test_a_citation_of_nothing_is_called_so(db, key):
    kept = f'<p>Gone <embed embedtype="reference" id="{key}"/></p>'

    assert "[deleted reference]" in converter().from_database_format(kept)


def test_the_chooser_tells_the_editor_what_to_call_the_reference(editor, wang):
    answer = editor.get(reverse(f"{CHOOSER}:chosen", args=[wang.pk])).json()

    assert answer["result"]["id"] == str(wang.pk)
    assert answer["result"]["name"] == "Wang 2014"


def test_the_chooser_shows_authors_and_year(editor, wang):
    html = editor.get(reverse(f"{CHOOSER}:choose")).json()["html"]

    assert "Wang D, Li J" in html
    assert "2014" in html


def test_a_reference_can_be_made_in_the_chooser_from_what_is_pasted(editor):
    facts = {"title": "New", "authors": "Fern A", "year": 2020}
    pasted = {"pasted": "https://doi.org/10.5555/F"}
    answer = editor.post(reverse(f"{CHOOSER}:create"), facts | pasted).json()

    assert answer["result"]["name"] == "Fern 2020"
    assert Reference.objects.get(title="New").doi == "10.5555/f"
