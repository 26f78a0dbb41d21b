"""Lists: from A to Z, filtered, page by page."""

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from hypothesis import given
from hypothesis import strategies as st

from home.models import Filter, Listing
from home.models.listing import by_letter
from tests.practice import add_page, add_treatment, use
from tests.reading import see, see_page
from treatments.models import ConditionPage


def titled(*titles: str) -> list:
    return [SimpleNamespace(title=title) for title in titles]


def letters_of(*titles: str) -> dict[str, list[str]]:
    return {
        letter: [page.title for page in pages]
        for letter, pages in by_letter(titled(*titles))
    }


def test_pages_stand_under_their_first_letter_in_order():
    assert letters_of("Migraine", "anxiety", "Arthritis") == {
        "A": ["anxiety", "Arthritis"],
        "M": ["Migraine"],
    }


def test_an_accent_does_not_make_another_letter():
    assert letters_of("Ménière", "École", "eczema") == {
        "E": ["École", "eczema"],
        "M": ["Ménière"],
    }


def test_what_begins_with_no_letter_stands_under_a_sign():
    assert letters_of("5-HTP", "“Brain fog”", "+") == {
        "#": ["+", "5-HTP"],
        "B": ["“Brain fog”"],
    }


@given(st.lists(st.text()))
def test_no_page_is_lost_between_the_letters(titles):
    found = [title for pages in letters_of(*titles).values() for title in pages]

    assert sorted(found) == sorted(titles)


def listing(number: int, **selected: str) -> Listing:
    filters = [Filter(name, name, [], value) for name, value in selected.items()]
    return Listing(Paginator(range(600), 5).get_page(number), filters)


def test_links_keep_the_filters_and_leave_gaps():
    links = listing(10, language="en", place="").links

    assert (1, "?language=en") in links
    assert (10, "?language=en&page=10") in links
    assert (120, "?language=en&page=120") in links
    assert (None, "") in links


def test_every_page_of_a_list_is_one_click_away_unless_there_are_too_many():
    links = Listing(Paginator(range(550), 5).get_page(30)).links

    assert [number for number, _query in links] == list(range(1, 111))


def test_the_first_page_has_the_address_of_the_list():
    assert listing(1).query(1) == ""
    assert listing(1, q="a b&c").query(1) == "?q=a+b%26c"


def test_a_list_is_filtered_by_what_its_pages_have(practice):
    seen = see_page(practice.treatments, "?condition=migraine")

    assert practice.stem_cells.get_url() in seen.links
    assert practice.tablets.get_url() not in seen.links


def test_a_filter_offers_no_more_options_than_anybody_would_read():
    many = [(str(number), f"Condition {number}") for number in range(201)]

    assert Filter("condition", "Condition", many[:200]).offered == many[:200]
    assert Filter("condition", "Condition", many).offered == []
    assert Filter("condition", "Condition", many, "7").offered == [many[7]]


def test_two_filters_narrow_together(practice):
    add_treatment(practice.treatments, "Tea", use(practice.lupus), body_system="skin")
    seen = see_page(practice.treatments, "?condition=lupus&body_system=skin")

    assert "/treatments/tea/" in seen.links
    assert practice.tablets.get_url() not in seen.links


@pytest.mark.parametrize("number", ["2", "99999", "-1", "0", "x", "1e9", "1.0"])
def test_a_page_that_the_list_does_not_have_is_not_found(practice, number):
    address = f"{practice.conditions.get_url()}?page={number}"

    assert see(address).response.status_code == 404


@pytest.mark.parametrize("number", ["", "1"])
def test_the_first_page_has_the_plain_address_for_its_own(practice, number):
    seen = see_page(practice.conditions, f"?page={number}&utm_source=mail")

    assert seen.canonical == f"http://localhost{practice.conditions.get_url()}"
    assert practice.lupus.get_url() in seen.links


def test_a_long_list_is_cut_into_pages(practice, monkeypatch):
    monkeypatch.setattr("treatments.models.ConditionIndexPage.page_size", 2)
    add_page(practice.conditions, ConditionPage, "Zoster", body=[])
    first, second = (see_page(practice.conditions, query) for query in ("", "?page=2"))

    assert "?page=2" in first.links or "/conditions/?page=2" in first.links
    assert "/conditions/zoster/" not in first.links
    assert "/conditions/zoster/" in second.links


def test_every_letter_leads_to_its_pages(practice):
    seen = see_page(practice.conditions)
    under_l = seen.soup.find(id="letter-l")
    following = under_l.find_next("a", string="Lupus")

    assert "#letter-l" in seen.links
    assert following["href"] == practice.lupus.get_url()


def test_a_letter_on_another_page_of_the_list_leads_there(practice, monkeypatch):
    monkeypatch.setattr("treatments.models.ConditionIndexPage.page_size", 2)
    add_page(practice.conditions, ConditionPage, "élan", body=[], body_system="immune")
    first, second = (see_page(practice.conditions, query) for query in ("", "?page=2"))
    narrowed = see_page(practice.conditions, "?body_system=immune")

    def letters(seen) -> list[str]:
        return [link["href"] for link in seen.soup.select(".letters a")]

    assert letters(first) == ["#letter-e", "#letter-l", "/conditions/?page=2#letter-m"]
    assert letters(second) == [
        "/conditions/#letter-e",
        "/conditions/#letter-l",
        "#letter-m",
    ]
    assert letters(narrowed) == ["#letter-e", "#letter-l"]


def test_an_empty_list_says_what_to_do(practice):
    practice.news.delete()

    assert str(practice.updates.empty_message) in see_page(practice.updates).words
