"""What templates may ask for."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.paginator import Paginator
from hypothesis import given
from hypothesis import strategies as st

from home.models.listing import MOST_NUMBERS, Listing
from home.templatetags.practice import (
    dark_runs,
    host,
    og_locale,
    page_links,
    qr_code,
    qr_path,
    rungs,
)


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en_US"), ("en-us", "en_US"), ("en-gb", "en_GB"), ("de", "de")],
)
def test_open_graph_wants_a_territory(language, locale):
    assert og_locale(language) == locale


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.example.org/a?b#c", "example.org"),
        ("http://register.example.org:8000/", "register.example.org:8000"),
        ("not an address", ""),
    ],
)
def test_an_address_is_said_by_its_host(address, name):
    assert host(address) == name


def test_a_ladder_has_a_bar_for_each_rung():
    assert [rungs(n).count("h14") for n in (0, 1, 9)] == [0, 1, 9]


@given(st.lists(st.booleans(), max_size=60))
def test_dark_runs_cover_exactly_the_dark_places(row):
    covered = {
        x for start, length in dark_runs(row) for x in range(start, start + length)
    }

    assert covered == {x for x, dark in enumerate(row) if dark}


def test_neighboring_runs_are_joined():
    assert dark_runs([True, True, False, True]) == [(0, 2), (3, 1)]


def test_a_code_is_a_drawing_without_the_address_in_it():
    svg = qr_code("https://clinic.example.org/<script>")

    assert svg.startswith("<svg")
    assert "script" not in svg


def test_two_addresses_have_two_codes():
    assert qr_path("https://a.example.org/") != qr_path("https://b.example.org/")


def test_a_code_has_the_three_marks_that_readers_look_for():
    size, path = qr_path("https://clinic.example.org/")

    for corner in ("M0 0h7", f"M{size - 7} 0h7", f"M0 {size - 1}h7"):
        assert corner in path


def items_of(number: int, pages: int) -> list[Tag]:
    listing = Listing(Paginator(range(pages), 1).page(number))
    markup = page_links(listing, "/a&b/")
    return BeautifulSoup(markup, "html.parser").find_all("li")


def test_pages_of_a_list_lead_to_each_other_and_say_where_one_is():
    first, here, third, fourth = items_of(2, 4)

    assert [one.get_text() for one in (first, fourth)] == ["Page 1", "Page 4"]
    assert (first.a["href"], first.a["rel"]) == ("/a&b/", ["prev"])
    assert (here.a, here.span["aria-current"]) == (None, "page")
    assert (third.a["href"], third.a["rel"]) == ("/a&b/?page=3", ["next"])
    assert "rel" not in fourth.a.attrs


def test_very_many_pages_of_a_list_have_a_gap():
    gaps = [one for one in items_of(2, MOST_NUMBERS + 1) if one.a is None]

    assert [one.get_text() for one in gaps] == ["Page 2", "…"]
