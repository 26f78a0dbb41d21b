"""The page of results, as visitors read it and as they pass its address on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from home.models import FeaturedPage
from tests.made_once import made_once
from tests.practice import PHONE, add_clinician, add_page, add_treatment, hide, use
from tests.reading import Seen, see
from treatments.models import ConditionPage


def search(query: str = "", **more) -> Seen:
    seen = see("/search/", data={"query": query, **more})
    assert seen.response.status_code == 200
    return seen


def titles(seen: Seen) -> list[str]:
    """What an external benchmark reads: the links of the results, in their order."""
    return [a.get_text() for a in seen.soup.select("main .search-results a")]


def hit(seen: Seen, title: str):
    """The list item of one result."""
    links = seen.soup.select("main .search-results a")
    return next(a.find_parent("li") for a in links if a.get_text() == title)


def words_of(element) -> str:
    return " ".join(element.get_text(" ").split())


def add_lindens(practice) -> None:
    for number in range(12):
        add_clinician(practice.team, "Cora", f"Linden {number}")


@pytest.fixture
def lindens(practice):
    """Twelve people of one name."""
    made_once(add_lindens, practice)


def test_the_links_of_the_results_are_their_titles_and_nothing_else(practice):
    seen = search("lupus")
    pages = seen.response.context["results"]

    assert titles(seen) == [one.page.title for one in pages]
    assert titles(seen)[0] == "Lupus"
    assert all(h.page.get_url() == h.url for h in pages)


def test_a_result_says_its_kind_and_marks_the_words_in_its_summary(practice):
    lupus = hit(search("lupus"), "Lupus")

    assert lupus.select_one(".eyebrow").get_text() == "Condition"
    assert lupus.h3.a["href"] == practice.lupus.get_url()
    assert [m.get_text() for m in lupus.select(".hit__words mark")] == ["Lupus"]


def test_another_name_explains_why_a_page_was_found(practice):
    by_its_name, by_another = search("lupus"), search("sle")

    assert "Also called" not in words_of(hit(by_its_name, "Lupus"))
    assert "Also called SLE" in words_of(hit(by_another, "Lupus"))


def test_a_symptom_is_not_taken_for_a_name(practice):
    lupus = words_of(hit(search("butterfly rash"), "Lupus"))

    assert "A sign of it: butterfly rash" in lupus
    assert "Also called" not in lupus


def test_a_treatment_says_in_words_how_sure_its_uses_are(practice):
    seen = search("lupus")

    assert "Lupus: Supported by guidelines" in words_of(hit(seen, "Tablets"))
    assert "Not FDA-approved for this use" in words_of(hit(seen, "For lupus"))


def test_a_use_for_a_hidden_condition_is_neither_shown_nor_counted(practice):
    hide(practice.migraine, "draft")
    seen = search("stem cells")

    assert "Migraine" not in words_of(hit(seen, "Stem cells"))
    filters = {
        one.name: dict(one.options) for one in seen.response.context["listing"].filters
    }
    assert "laboratory_only" not in filters["evidence"]


def test_the_use_that_was_asked_for_comes_first_of_many(practice):
    others = [
        add_page(practice.conditions, ConditionPage, f"Rash {n}", body=[])
        for n in range(4)
    ]
    add_treatment(
        practice.treatments,
        "Zebra tea",
        *(use(one, "guideline_supported") for one in others),
        use(practice.lupus, "expert_opinion"),
    )
    words = words_of(hit(search("zebra tea lupus"), "Zebra tea"))

    assert words.index("Lupus: Expert opinion only") < words.index("Rash")
    assert "and 2 more uses" in words


def test_a_result_names_places_that_visitors_may_see(practice):
    assert "Fern Street" in words_of(hit(search("tablets"), "Tablets"))
    hide(practice.fern_street, "draft")

    assert "Fern Street" not in words_of(hit(search("tablets"), "Tablets"))


def test_the_number_of_results_is_told_in_a_heading(lindens):
    assert search("linden").soup.main.h2.get_text() == "12 pages found"
    assert search("fernhollow").soup.main.h2.get_text() == "1 page found"


def test_many_results_are_shown_page_by_page(lindens):
    first, second = search("linden"), search("linden", page=2)

    assert len(titles(first)) == 10
    assert len(titles(second)) == 2
    assert not set(titles(first)) & set(titles(second))
    assert "?query=linden&page=2" in {
        a["href"].removeprefix("/search/") for a in first.soup.select(".pagination a")
    }
    assert "page 2" in second.soup.title.get_text()
    assert second.soup.select_one(".search-results")["start"] == "11"


@pytest.mark.parametrize("page", ["99999", "0", "-3", "x", "", "1" * 50, "½"])
def test_any_page_number_gives_results(practice, page):
    assert titles(search("lupus", page=page))


def test_results_are_not_for_search_engines(practice):
    for seen in (search("lupus"), search(), search("xyzzyx")):
        assert seen.meta("robots") == "noindex"
        assert len(seen.soup.find_all("h1")) == 1


def test_a_query_is_shown_as_text(practice):
    seen = search("<script>alert(1)</script>")

    assert "<script>alert" not in seen.response.content.decode()
    assert "<script>alert(1)</script>" in seen.soup.h1.get_text()


def test_a_correction_is_told_with_a_way_back(practice):
    seen = search("lupis")
    note = seen.soup.select_one(".corrected")

    assert titles(seen)[0] == "Lupus"
    assert "Showing results for lupus instead of lupis" in words_of(note)
    back = see("/search/" + note.a["href"].removeprefix("/search/"))
    assert "Showing results for" not in back.words
    assert "Searched exactly as typed" in back.words
    assert back.response.context["answer"].corrected_from == ""


def test_no_correction_is_told_where_there_is_none(practice):
    assert search("lupus").soup.select_one(".corrected") is None


def test_nothing_found_is_said_and_is_no_dead_end(practice):
    practice.settings.emergency_text = "In an emergency call 911."
    practice.settings.save()
    practice.home.featured_pages.add(FeaturedPage(page=practice.tablets))
    practice.home.save_revision().publish()
    seen = search("xqzv plorf")
    links = {a["href"] for a in seen.soup.main.find_all("a")}

    assert seen.soup.h1.get_text() == "Nothing found for “xqzv plorf”"
    assert titles(seen) == []
    assert {"tel:+16025550177", practice.contact.get_url()} <= links
    assert {practice.tablets.get_url(), practice.conditions.get_url()} <= links
    assert PHONE in seen.words
    assert "In an emergency call 911." in seen.words


def test_nothing_found_offers_what_the_engine_suggests(practice, monkeypatch):
    answer = search("xqzv").response.context["answer"]
    suggesting = type(answer)([], suggestions=["lupus & co"])
    monkeypatch.setattr("search.engine.find", lambda *args, **more: suggesting)
    links = {a["href"]: a.get_text() for a in search("xqzv").soup.main.find_all("a")}

    assert links["/search/?query=lupus%20%26%20co"] == "lupus & co"


def test_a_hidden_page_is_not_offered_instead(practice):
    practice.home.featured_pages.add(FeaturedPage(page=practice.tablets))
    practice.home.save_revision().publish()
    hide(practice.tablets, "private")

    assert practice.tablets.get_url() not in search("xqzv").links


def test_without_a_query_there_are_the_box_and_places_to_start(practice):
    for query in ("", "   "):
        seen = search(query)

        assert seen.soup.h1.get_text() == "Search"
        assert seen.soup.main.find("input", attrs={"name": "query"})
        assert practice.conditions.get_url() in seen.links
        assert "Nothing found" not in seen.words


def test_no_cookie_is_set_by_a_search(practice):
    assert not search("lupus").response.cookies


HOSTILE = [
    '"',
    "'",
    "a\x01b",
    "%",
    "*",
    "(",
    "NEAR(a b)",
    "a OR",
    "lupus:*",
    "\\",
    "-",
    "^",
    "😀",
    "‮lupus",
    "lupus\nlupus",
    "x" * 5000,
    "lupus " * 500,
    "{{ 1 }}",
    "<mark>",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_get_an_answer(practice, query):
    search(query, type=query, evidence=query, location=query, page=query)
    assert see("/search/suggest/", data={"q": query}).response.status_code == 200


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=st.text(max_size=300), more=st.text(max_size=12))
def test_any_query_gets_an_answer(practice, query, more):
    names = ("page", "type", "evidence", "specialty", "location", "as_typed")
    try:
        response = see(
            "/search/", data={"query": query, **dict.fromkeys(names, more)}
        ).response
        suggestions = see("/search/suggest/", data={"q": query}).response
    except UnicodeEncodeError:
        return  # A lone surrogate cannot be sent by the test's own browser.

    assert response.status_code in (200, 400)
    assert suggestions.status_code in (200, 400)
