"""What visitors find, and what they must not find."""

import pytest

from contact.models import UpdatePage
from home.models import HomePage
from search.engine import find
from tests.practice import WAYS_TO_HIDE, add_page, hide
from tests.reading import see
from treatments.models import ConditionPage


def found(query: str) -> list[str]:
    site = HomePage.objects.get(slug="brackenfold").practice_site
    return [hit.title for hit in find(query, site).hits]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("lupus", "Lupus"),
        ("LUPUS", "Lupus"),
        ("sle", "Lupus"),
        ("butterfly rash", "Lupus"),
        ("migr", "Migraine"),
        ("fernhollow", "Ada Fernhollow"),
        ("fern street", "Fern Street"),
        ("saturdays", "Open on Saturdays"),
        ("privacy", "Privacy"),
    ],
)
def test_a_page_is_found_by_its_words(practice, query, title):
    assert found(query)[0] == title


def test_the_page_of_that_name_comes_first(practice):
    add_page(practice.conditions, ConditionPage, "Lupus of the skin and lupus", body=[])
    add_page(practice.updates, UpdatePage, "Walking with lupus")

    assert found("Lupus")[0] == "Lupus"
    assert found("lupus of the skin")[0] == "Lupus of the skin and lupus"


def test_the_words_of_a_long_text_are_found(practice):
    body = [
        ("section", {"kind": "overview", "heading": "", "text": "<p>Zebrafinch.</p>"})
    ]
    add_page(practice.conditions, ConditionPage, "Gout", body=body)

    assert found("zebrafinch") == ["Gout"]


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_a_hidden_page_is_not_found(practice, way):
    assert "Lupus" in found("butterfly")
    hide(practice.lupus, way)

    assert found("butterfly") == []
    assert practice.lupus.get_url() not in see("/search/?query=lupus").links


def test_a_page_that_is_published_is_found_at_once(practice):
    page = add_page(
        practice.conditions, ConditionPage, "Zoster", body=[], publish=False
    )
    assert found("zoster") == []
    page.save_revision().publish()

    assert found("zoster") == ["Zoster"]


def test_a_page_that_is_deleted_is_not_found(practice):
    practice.news.delete()

    assert found("saturdays") == []


def test_the_search_of_one_site_does_not_find_pages_of_another(practice):
    stranger = type(practice.home)(title="Strangers", slug="strangers", summary="x")
    practice.home.get_parent().add_child(instance=stranger)
    add_page(stranger, type(practice.about), "Zebrafinch")

    assert found("zebrafinch") == []
