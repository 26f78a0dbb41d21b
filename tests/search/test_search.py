"""What visitors find, and what they must not find."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contact.models import UpdatePage
from home.models import HomePage
from search.queries import find_pages
from tests.practice import WAYS_TO_HIDE, add_clinician, add_page, hide
from tests.reading import see
from treatments.models import ConditionPage


def found(query: str) -> list[str]:
    site = HomePage.objects.get(slug="brackenfold").practice_site
    return [page.title for page in find_pages(query, site)]


def results(query: str, **more):
    response = see("/search/", data={"query": query, **more}).response
    assert response.status_code == 200
    return response.context


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


@pytest.fixture
def fern(practice):
    """Somebody whose name is also that of a street."""
    return add_clinician(practice.team, "Fern", "Linden")


def test_results_are_counted_by_kind(fern):
    context = results("fern")
    options = dict(context["listing"].filters[0].options)

    assert options["people"] == "People (1)"
    assert options["locations"] == "Locations (1)"
    assert "treatments" not in options


def test_a_kind_narrows_the_results(fern):
    everything, people = results("fern"), results("fern", type="people")

    assert people["total"] == 1
    assert [hit.page.title for hit in people["results"]] == ["Fern Linden"]
    assert everything["total"] == sum(
        int(label.split("(")[1].rstrip(")"))
        for _name, label in everything["listing"].filters[0].options
    )
    # Every kind can still be chosen.
    assert (
        people["listing"].filters[0].options == everything["listing"].filters[0].options
    )


def test_an_unknown_kind_narrows_nothing(fern):
    assert results("fern", type="planets")["total"] == results("fern")["total"]


def test_many_results_are_shown_page_by_page(practice):
    for number in range(12):
        add_clinician(practice.team, "Cora", f"Linden {number}")
    first, second = results("linden"), results("linden", page=2)
    titles = [
        hit.page.title for context in (first, second) for hit in context["results"]
    ]

    assert first["total"] == 12
    assert len(titles) == len(set(titles)) == 12
    assert any(query == "?query=linden&page=2" for _n, query in first["listing"].links)


def test_links_between_pages_of_results_keep_query_and_kind(practice):
    for number in range(12):
        add_clinician(practice.team, "Cora", f"Linden {number}")
    seen = see("/search/", data={"query": "linden & c", "type": "people"})
    links = [query for _n, query in seen.response.context["listing"].links]

    assert "?query=linden+%26+c&type=people&page=2" in links


@pytest.mark.parametrize("page", ["99999", "0", "-3", "x", "", "1" * 50, "½"])
def test_any_page_number_gives_results(practice, page):
    assert len(results("lupus", page=page)["results"]) >= 1


def test_a_result_has_its_kind_its_address_and_its_marked_summary(practice):
    seen = see("/search/?query=lupus")
    hit = next(h for h in seen.response.context["results"] if h.page.title == "Lupus")

    assert hit.url == practice.lupus.get_url()
    assert str(hit.label) == "condition"
    assert "<mark>Lupus</mark>" in hit.excerpt
    assert seen.soup.find("mark")


def test_a_query_is_shown_as_text(practice):
    seen = see("/search/", data={"query": "<script>alert(1)</script>"})

    assert "<script>alert" not in seen.response.content.decode()
    assert "<script>alert(1)</script>" in seen.soup.h1.get_text()


def test_nothing_found_is_no_dead_end(practice):
    seen = see("/search/?query=xyzzyx")

    assert seen.response.context["total"] == 0
    assert "tel:+16025550177" in {a["href"] for a in seen.soup.main.find_all("a")}
    assert practice.conditions.get_url() in {
        a["href"] for a in seen.soup.main.find_all("a")
    }


def test_without_a_query_there_is_only_the_box(practice):
    seen = see("/search/")

    assert seen.response.context["total"] == 0
    assert seen.soup.main.find("input", attrs={"name": "query"})


def test_the_search_of_one_site_does_not_find_pages_of_another(practice):
    stranger = type(practice.home)(title="Strangers", slug="strangers", summary="x")
    practice.home.get_parent().add_child(instance=stranger)
    add_page(stranger, type(practice.about), "Zebrafinch")

    assert found("zebrafinch") == []


def test_no_cookie_is_set_by_a_search(practice):
    assert not see("/search/?query=lupus").response.cookies


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=st.text(max_size=300), page=st.text(max_size=5), kind=st.text(max_size=12))
def test_any_query_gets_an_answer(practice, query, page, kind):
    data = {"query": query, "page": page, "type": kind}
    try:
        response = see("/search/", data=data).response
    except UnicodeEncodeError:
        return  # A lone surrogate cannot be sent by the test's own browser.

    assert response.status_code in (200, 400)
