"""Where the practice sees people."""

from datetime import date, time, timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from home.models import LocationPage, SpecialHours
from tests.practice import WAYS_TO_HIDE, add_page, hide
from tests.reading import see_page

MONDAY = date(2026, 11, 23)
SUMMARY = "x" * 60


def at(latitude, longitude, **facts) -> LocationPage:
    return LocationPage(
        struct_org_geo_lat=latitude, struct_org_geo_lng=longitude, **facts
    )


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("33.41275", "-112.86214"), ("51.47800", "0"), ("0", "0"), ("-90", "180")],
)
def test_a_point_on_the_map_is_linked_even_where_it_is_zero(latitude, longitude):
    url = urlsplit(at(Decimal(latitude), Decimal(longitude)).map_url)

    assert parse_qs(url.query) == {"mlat": [latitude], "mlon": [longitude]}


def test_without_coordinates_the_map_searches_for_the_address():
    place = LocationPage(
        struct_org_address_street="12 Fern & Moss St",
        struct_org_address_locality="Brackenfold",
        struct_org_address_region="AZ",
        struct_org_address_postal="85000",
    )

    assert parse_qs(urlsplit(place.map_url).query) == {
        "query": ["12 Fern & Moss St, Brackenfold, AZ 85000"]
    }


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        ({}, []),
        ({"street": "12 Fern St"}, ["12 Fern St"]),
        ({"locality": "Moss", "postal": "85000"}, ["Moss, 85000"]),
        ({"street": "1 A", "region": "AZ"}, ["1 A", "AZ"]),
    ],
)
def test_the_address_has_no_empty_parts(parts, lines):
    facts = {f"struct_org_address_{name}": value for name, value in parts.items()}

    assert LocationPage(**facts).address_lines == lines


CLEANED = {"summary": SUMMARY, "struct_org_address_street": "12 Fern St"}


def special(**facts) -> SpecialHours:
    return SpecialHours(**{"starts": MONDAY, "ends": MONDAY, **facts})


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"ends": MONDAY - timedelta(days=1)}, "before the first day"),
        ({"opens": time(9)}, "both times"),
        ({"closes": time(9)}, "both times"),
    ],
)
def test_impossible_special_hours_are_kept_in_a_draft_and_not_published(facts, message):
    row = special(**facts)
    row.clean()
    problems = LocationPage().publish_problems(CLEANED, {"special_hours": [row]})

    assert message in problems["special_hours"]


@pytest.mark.parametrize(
    "facts",
    [{}, {"opens": time(9), "closes": time(12)}, {"ends": MONDAY + timedelta(days=3)}],
)
def test_possible_special_hours_are_published(facts):
    rows = {"special_hours": [special(**facts)]}

    assert LocationPage().publish_problems(CLEANED, rows) == {}


def test_without_times_a_special_day_is_closed():
    assert special().is_closed
    # Midnight is a time like any other.
    assert not special(opens=time(0), closes=time(4)).is_closed


def test_special_hours_are_shown_until_their_last_day(practice):
    today = timezone.localdate()
    days = {"gone": -1, "today": 0, "later": 9}
    practice.fern_street.special_hours = [
        SpecialHours(
            starts=today + timedelta(days=min(day, -1)),
            ends=today + timedelta(days=day),
            note=name,
        )
        for name, day in reversed(days.items())
    ]
    practice.fern_street.save()
    shown = [row.note for row in practice.fern_street.coming_special_hours]

    assert set(shown) == {"today", "later"}
    assert "gone" not in see_page(practice.fern_street).words


def test_each_day_has_its_hours_and_others_are_closed():
    row = {"days": ["Monday", "Friday"], "start_time": time(8), "end_time": time(12)}
    again = {"days": ["Monday"], "start_time": time(13), "end_time": time(17)}
    place = LocationPage(struct_org_hours=[("hours", row), ("hours", again)])
    week = {str(day): hours for day, hours in place.week}

    assert next(iter(week)) == "Monday"
    assert len(week) == 7
    assert week["Monday"] == [(time(8), time(12)), (time(13), time(17))]
    assert week["Friday"] == [(time(8), time(12))]
    assert week["Sunday"] == []


def problems(latitude, longitude, street="12 Fern St") -> list[str]:
    cleaned = {
        "summary": SUMMARY,
        "struct_org_geo_lat": latitude,
        "struct_org_geo_lng": longitude,
        "struct_org_address_street": street,
    }
    return list(LocationPage().publish_problems(cleaned, {}))


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(1, None), (None, 1), (0, None), (None, 0), (91, 0), (0, 181), (-91, 0)],
)
def test_half_or_impossible_coordinates_are_not_published(latitude, longitude):
    assert problems(latitude, longitude) == ["struct_org_geo_lat"]


@pytest.mark.parametrize(("latitude", "longitude"), [(None, None), (0, 0), (90, -180)])
def test_real_or_no_coordinates_are_published(latitude, longitude):
    assert problems(latitude, longitude) == []


def test_a_place_without_a_street_is_not_published():
    assert problems(None, None, street="") == ["struct_org_address_street"]


def test_the_main_place_stands_first_and_at_the_foot_of_each_page(practice):
    add_page(practice.locations, LocationPage, "Alder Lane")
    seen = see_page(practice.locations)
    listed = [
        a["href"] for a in seen.soup.main.find_all("a") if "/locations/" in a["href"]
    ]

    assert listed[0] == practice.fern_street.get_url()
    assert "12 Fern Street" in see_page(practice.lupus).soup.footer.get_text()


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_a_hidden_place_is_nowhere(practice, way):
    hide(practice.fern_street, way)
    for name in ("locations", "contact", "ada", "tablets", "lupus", "home"):
        if name == "locations" and way == "below private":
            continue
        seen = see_page(getattr(practice, name))
        assert practice.fern_street.get_url() not in seen.links, name
        assert "12 Fern Street" not in seen.soup.footer.get_text()


def test_clinicians_stand_on_the_page_of_their_place(practice):
    links = see_page(practice.fern_street).links

    assert practice.ada.get_url() in links
    assert practice.bela.get_url() not in links
