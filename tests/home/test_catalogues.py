"""The catalogue of a long list: its order, its letters, what it can be found by."""

import pytest
from django.core.paginator import Paginator

from home.catalogues import Catalogue, Entry
from home.models.listing import Listing, pages_of_letters, starts_of_letters

IMMUNE, SKIN = ("system", "immune"), ("system", "skin")
STUDIED = ("evidence", "studied")


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue.of(
        [
            Entry(11, letter="A", choices={IMMUNE: "", STUDIED: ""}),
            Entry(12, letter="A", choices={SKIN: "Skin"}),
            Entry(13, letter="B", choices={SKIN: "Skin", STUDIED: ""}),
            Entry(14, letter="D", choices={IMMUNE: ""}),
        ]
    )


def test_it_keeps_the_order_and_what_begins_where(catalogue):
    assert list(catalogue.keys) == [11, 12, 13, 14]
    assert catalogue.spans == [(0, 2), (2, 3), (3, 4)]
    assert [catalogue.letter_at(place) for place in range(4)] == ["A", "A", "B", "D"]


def test_the_values_of_a_filter_are_those_that_some_page_has(catalogue):
    assert catalogue.values("system") == {"immune": "", "skin": "Skin"}
    assert catalogue.values("language") == {}


@pytest.mark.parametrize(
    ("chosen", "places"),
    [
        ([], [0, 1, 2, 3]),
        ([SKIN], [1, 2]),
        ([SKIN, STUDIED], [2]),
        ([SKIN, IMMUNE], []),
        ([("system", "unheard of")], []),
    ],
)
def test_a_page_is_found_by_every_value_that_was_chosen(catalogue, chosen, places):
    assert list(catalogue.fitting(chosen)) == places


@pytest.mark.parametrize(
    ("places", "starts"),
    [
        (range(4), {"A": 0, "B": 2, "D": 3}),
        ([1, 3], {"A": 0, "D": 1}),
        ([], {}),
    ],
)
def test_letters_begin_where_the_narrowed_list_has_them(catalogue, places, starts):
    assert starts_of_letters(catalogue, places) == starts


def test_a_list_without_pages_has_no_letters():
    empty = Catalogue.of([])

    assert (empty.spans, starts_of_letters(empty, range(0))) == ([], {})


def test_a_letter_leads_to_the_page_of_the_list_that_it_begins_on(catalogue):
    second = Paginator(range(4), 2).page(2)

    found = pages_of_letters(catalogue, Listing(second))
    assert found == (("A", ""), ("B", None), ("D", None))
