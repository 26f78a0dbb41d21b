"""What templates may ask for."""

import re
from pathlib import Path
from urllib.parse import unquote

import brotli
import pytest
import segno
from bs4 import BeautifulSoup, Tag
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.templatetags.static import static
from hypothesis import given
from hypothesis import strategies as st

from home.late_script import LATE_SCRIPT
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
from tests.reading import see


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


def drawn(path: str) -> set[tuple[int, int]]:
    """The modules that the lines of a code cover, as column and row."""
    covered, x, y = set(), 0, 0
    for sign, across, down in re.findall(r"([Mmh])(\d+)(?: (\d+))?", path):
        x, y = (int(across), int(down)) if sign == "M" else (x + int(across), y)
        if sign == "h":
            covered |= {(column, y) for column in range(x - int(across), x)}
    return covered


def test_a_code_is_drawn_as_it_is_worked_out():
    address = "https://clinic.example.org/"
    rows = segno.make_qr(address, error="L", boost_error=False).matrix
    dark = {(x, y) for y, row in enumerate(rows) for x, one in enumerate(row) if one}

    size, path = qr_path(address)

    assert size == len(rows)
    assert drawn(path) == dark


def test_the_icon_of_the_tab_is_in_the_page(practice):
    icon = see("/").soup.find("link", rel="icon", type="image/svg+xml")["href"]
    kind, _, drawing = icon.partition(",")

    assert kind == "data:image/svg+xml"
    file = Path(finders.find("icons/favicon.svg")).read_text("utf-8").strip()
    assert unquote(drawing) == file.replace('"', "'")
    # It is worth its place while it is smaller than the request for it would be.
    assert len(brotli.compress(icon.encode())) < 500


def test_the_script_comes_when_the_page_is_drawn(practice):
    first, *others = see("/").soup.find_all("script", type=None)

    assert (first["data-src"], first.string) == (static("js/site.js"), LATE_SCRIPT)
    assert not others


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
