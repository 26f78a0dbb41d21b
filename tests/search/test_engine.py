"""What the engine makes of what people type."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from home.models import HomePage
from search.engine import find
from search.models import SynonymSet
from search.suggestions import suggest
from tests.made_once import made_once
from tests.practice import WAYS_TO_HIDE, add_page, add_treatment, hide, use
from treatments.models import ConditionPage


def site():
    return HomePage.objects.get(slug="brackenfold").practice_site


def titles(query: str, **options) -> list[str]:
    return [hit.title for hit in find(query, site(), **options).hits]


def add_condition(practice, title, **facts):
    return add_page(practice.conditions, ConditionPage, title, body=[], **facts)


def add_conditions(practice) -> None:
    add_condition(practice, "Fibromyalgia", also_known_as=["FMS"])
    add_condition(practice, "High blood pressure")
    add_condition(practice, "Diarrhea")
    add_condition(practice, "Asthma")
    add_condition(practice, "Kidney stones", symptoms=["pain in the side"])
    add_condition(practice, "Diabetes type 2")


@pytest.fixture
def conditions(practice):
    """Conditions with names that are often misspelt, or said otherwise."""
    made_once(add_conditions, practice)
    return practice


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("fibromyalgia", "Fibromyalgia"),
        ("FMS", "Fibromyalgia"),
        ("fibromialgia", "Fibromyalgia"),
        ("fybromyalgai", "Fibromyalgia"),
        ("fibormylagia", "Fibromyalgia"),
        ("hih blod pressure", "High blood pressure"),
        ("highblood pressure", "High blood pressure"),
        ("hypertension", "High blood pressure"),
        ("azma", "Asthma"),
        ("diarrhoea", "Diarrhea"),
        ("renal calculi", "Kidney stones"),
        ("type II diabetes", "Diabetes type 2"),
        ("the runs", "Diarrhea"),
        ("diarhea treatment", "Diarrhea"),
        ("kidney stone", "Kidney stones"),
        ("pain in the side", "Kidney stones"),
        ("fibro", "Fibromyalgia"),
        ("treatment for fibromyalgia", "Fibromyalgia"),
        ("asthma doctor near me", "Asthma"),
        ("how do I get rid of kidney stones", "Kidney stones"),
        ("Can fibromyalgia cause swollen feet?", "Fibromyalgia"),
        ("F\N{COMBINING ACUTE ACCENT}ibromyalgia", "Fibromyalgia"),
    ],
)
def test_a_condition_is_found_first_however_it_is_said(conditions, query, title):
    assert titles(query)[:1] == [title]


@pytest.mark.parametrize(
    "query",
    [
        "xqzv plorf",
        "zmbfzwm",
        "best pizza in chicago",
        "car insurance quote",
        "the",
        "?!",
        "",
    ],
)
def test_what_the_site_has_nothing_on_finds_nothing(conditions, query):
    assert titles(query) == []


def test_a_correction_is_told_and_can_be_switched_off(conditions):
    answer = find("fibromialgia", site())

    assert answer.searched_for == "fibromyalgia"
    assert answer.corrected_from == "fibromialgia"
    assert "fibromyalgia" in answer.words
    assert titles("fibromialgia", as_typed=True) == []


def test_nothing_is_corrected_where_all_is_right(conditions):
    assert find("kidney stones", site()).corrected_from == ""


def test_nothing_found_comes_with_queries_that_find_something(conditions):
    answer = find("fibromialgia", site(), as_typed=True)

    assert answer.hits == []
    assert "Fibromyalgia" in answer.suggestions


def test_words_of_one_set_find_the_same(practice):
    assert titles("wolf sickness") == []
    SynonymSet.objects.create(words=["wolf sickness", "lupus"])

    assert titles("wolf sickness")[:1] == ["Lupus"]
    SynonymSet.objects.all().delete()
    assert titles("wolf sickness") == []


def test_the_condition_stands_before_its_unproven_treatment(practice):
    add_treatment(
        practice.treatments,
        "Lupus cells for lupus",
        use(practice.lupus, "case_reports", "not_approved"),
        also_known_as=["lupus"],
    )
    found = find("lupus", site()).hits

    assert found[0].title == "Lupus"
    assert {"For lupus", "Lupus cells for lupus", "Tablets"} <= {h.title for h in found}


def test_a_hit_tells_what_filters_need(practice):
    hit = next(h for h in find("tablets", site()).hits if h.title == "Tablets")

    assert hit.kind == "treatments"
    assert hit.facets["evidence"] == ["guideline_supported"]
    assert hit.facets["status"] == ["approved_for_use"]
    assert hit.facets["location"] == ["Fern Street"]


def test_clinicians_are_found_by_what_they_treat(practice):
    assert "Ada Fernhollow" in titles("lupus doctor")


def test_a_hit_names_the_name_that_was_met(practice):
    assert find("sle", site()).hits[0].matched_name == "SLE"


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_what_is_hidden_is_neither_found_nor_suggested(practice, way):
    hide(practice.lupus, way)

    assert "Lupus" not in titles("lupus")
    assert "Lupus" not in [one.title for one in suggest("lup", site())]


def test_a_misspelt_synonym_finds_what_the_site_calls_otherwise(conditions):
    add_condition(conditions, "Myocardial infarction")
    answer = find("hart atack", site())

    assert answer.hits[0].title == "Myocardial infarction"
    assert (answer.searched_for, answer.corrected_from) == (
        "heart attack",
        "hart atack",
    )
    assert titles("hart atack", as_typed=True) == []


def test_a_word_that_lost_its_only_vowel_is_mended(conditions):
    add_condition(conditions, "Burns")

    assert titles("blrns") == ["Burns"]


def test_an_abbreviation_is_not_what_somebody_misspelt(conditions):
    add_condition(conditions, "Leukemia of the marrow", also_known_as=["AML"])

    assert titles("aml") == ["Leukemia of the marrow"]
    assert titles("aygl") == titles("amgl") == []


def test_two_wrong_letters_of_four_may_be_any_word(conditions):
    add_condition(conditions, "Acne")

    assert titles("acni") == ["Acne"]
    assert titles("aini") == []


@pytest.mark.parametrize(
    ("typed", "title"),
    [("lup", "Lupus"), ("LUP", "Lupus"), ("sl", "Lupus"), ("fernh", "Ada Fernhollow")],
)
def test_the_beginning_of_a_name_suggests_its_page(practice, typed, title):
    suggestion = suggest(typed, site())[0]

    assert suggestion.title == title
    assert suggestion.url.startswith("/")


def test_no_more_is_suggested_than_was_asked_for(conditions):
    assert len(suggest("a", site(), limit=2)) == 2


def test_of_a_word_that_very_many_pages_have_only_so_many_are_ranked(
    conditions, monkeypatch
):
    for title in ("Sunburn", "Heatstroke", "Freckles", "Shade"):
        add_condition(conditions, title, summary="What to do in the shade.")
    assert len(titles("shade")) == 4

    monkeypatch.setattr("search.engine.MOST_LOOKED_AT", 2)

    first, *others = titles("shade")
    assert first == "Shade"
    assert len(others) == 2


def test_a_search_asks_the_database_little(conditions, django_assert_max_num_queries):
    ready = site()
    find("asthma", ready)
    with django_assert_max_num_queries(10) as asked:
        find("treatment for fibromialgia and hypertension", ready)
    told = [query["sql"] for query in asked.captured_queries]
    assert len(told) == len(set(told))


signs = [
    '"',
    "'",
    "*",
    "(",
    ")",
    "NEAR",
    "AND",
    "OR",
    "NOT",
    ":",
    "^",
    "-",
    "+",
    "\\",
    "|",
    "&",
    "!",
    "<->",
    "%",
    "_",
    "{",
    "}",
    "names:",
    ";",
    "--",
]
others = [
    "\0",
    "lupus",
    "😀",
    "\u202e",
    "مرض",
    "ﬁ",
    "½",
    "\ud800",
    "x" * 5000,
    "a b " * 700,
]
strange = st.text(max_size=80) | st.lists(
    st.sampled_from([*signs, *others]), max_size=12
).map(" ".join)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=strange)
def test_no_input_is_an_error(practice, query):
    find(query, site())
    find(query, site(), as_typed=True)
    suggest(query, site())
