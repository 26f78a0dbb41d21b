"""Filters of the results: what they count is true, and their addresses are shared."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.made_once import made_once
from tests.practice import add_clinician, add_treatment, use
from tests.reading import Seen, see


def search(query: str, **chosen) -> Seen:
    return see("/search/", data={"query": query, **chosen})


def total(query: str, **chosen) -> int:
    return search(query, **chosen).response.context["total"]


def options(seen: Seen, name: str) -> dict[str, int]:
    """Value → the number beside it, of one filter."""
    listing = seen.response.context["listing"]
    one = next(f for f in (listing.kind, *listing.filters) if f.name == name)
    return {value: int(words.rpartition("(")[2][:-1]) for value, words in one.options}


def add_teas(practice) -> None:
    here = {"locations": [practice.fern_street]}
    skin, nerves = {"specialty": "Dermatology"}, {"specialty": "Neurologic"}
    for name, row, facts in [
        ("Fennel", use(practice.lupus, "guideline_supported"), here | skin),
        ("Anise", use(practice.lupus, "systematic_review"), skin),
        ("Nettle", use(practice.lupus, "case_reports", "not_approved"), here | nerves),
        ("Clover", use(practice.migraine, "observational", "investigational"), nerves),
        ("Sorrel", use(practice.migraine, "no_evidence", "not_subject"), {}),
    ]:
        add_treatment(practice.treatments, f"{name} zebratea", row, **facts)
    add_clinician(practice.team, "Zita", "Zebratea", specialties=["Dermatology"])


@pytest.fixture
def teas(practice):
    """Five treatments of one word: studied or not, at a place or not, by specialty."""
    made_once(add_teas, practice)
    return practice


NAMES = ("type", "evidence", "specialty", "location")
CHOICES = [
    {},
    {"type": "treatments"},
    {"evidence": "studied"},
    {"evidence": "unproven"},
    {"evidence": "case_reports"},
    {"specialty": "Dermatology"},
    {"location": "Fern Street"},
    {"evidence": "unproven", "location": "Fern Street"},
    {"type": "treatments", "evidence": "studied", "specialty": "Neurologic"},
]


@pytest.mark.parametrize("chosen", CHOICES, ids=str)
def test_each_number_is_what_choosing_it_would_leave(teas, chosen):
    seen = search("zebratea", **chosen)
    counted = 0
    for name in NAMES:
        for value, number in options(seen, name).items():
            assert total("zebratea", **{**chosen, name: value}) == number
            counted += 1

    assert counted > 3


def test_evidence_sums_up_the_levels(teas):
    evidence = options(search("zebratea"), "evidence")

    assert evidence == {
        "studied": 3,
        "unproven": 3,
        "guideline_supported": 1,
        "systematic_review": 1,
        "observational": 1,
        "case_reports": 1,
        "no_evidence": 1,
    }


def test_a_kind_narrows_the_results_and_the_others_can_still_be_chosen(teas):
    everything, people = search("zebratea"), search("zebratea", type="people")

    assert people.response.context["total"] == 1
    assert people.soup.main.h2.get_text() == "1 of 6 pages"
    assert options(people, "type") == options(everything, "type")
    assert people.soup.select_one(".kinds [aria-current]").get_text() == "People (1)"


def test_what_changes_nothing_is_not_offered(practice):
    seen = search("migraine attack fernhollow")
    listing = search("fernhollow").response.context["listing"]

    assert seen.response.status_code == 200
    assert listing.kind.options == []
    assert all(one.options == [] for one in listing.filters)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["planets", "", "'", "Fern Street ", "0", "x" * 900])
def test_an_unknown_value_narrows_nothing(teas, name, value):
    assert total("zebratea", **{name: value}) == 6


def test_filters_that_leave_nothing_say_so_and_can_be_dropped(teas):
    seen = search("zebratea", type="people", evidence="studied")

    assert "No page fits these filters together" in seen.words
    assert "/search/?query=zebratea" in seen.links
    assert "Nothing found" not in seen.words


def test_every_link_and_form_of_the_results_keeps_the_rest_of_the_address(teas):
    for number in range(12):
        add_clinician(teas.team, f"Zebratea {number}", "Linden")
    chosen = {"query": "zebratea & co", "type": "people", "as_typed": "1"}
    seen = see("/search/", data={**chosen, "query": "zebratea", "specialty": ""})
    wanted = {"query": ["zebratea"], "type": ["people"], "as_typed": ["1"]}
    pages = [a["href"] for a in seen.soup.select(".pagination a")]
    form = seen.soup.select_one("form.filters")

    for address in pages:
        assert parse_qs(urlsplit(address).query) == wanted | {"page": ["2"]}
    if form:
        hidden = {i["name"]: [i["value"]] for i in form.select("input[type=hidden]")}
        assert hidden == wanted
    assert pages


def test_the_address_of_a_search_can_be_shared(teas):
    chosen = {"type": "treatments", "evidence": "unproven", "location": "Fern Street"}
    seen = search("zebratea", **chosen)

    assert [a.get_text() for a in seen.soup.select(".search-results a")] == [
        "Nettle zebratea"
    ]
    selected = {
        select["name"]: select.find("option", selected=True)["value"]
        for select in seen.soup.select("form.filters select")
        if select.find("option", selected=True)
    }
    assert selected == {"evidence": "unproven", "location": "Fern Street"}
