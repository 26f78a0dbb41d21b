"""Promoted results: first, marked, and never dishonest."""

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from search.models import IndexedPage
from tests.practice import WAYS_TO_HIDE, add_treatment, hide, use
from tests.reading import Seen, see
from tests.search.test_results import hit, titles, words_of


def promote(words: str, page=None, **facts) -> SearchPromotion:
    query = Query.get(words)
    return SearchPromotion.objects.create(query=query, page=page, **facts)


def search(query: str, **more) -> Seen:
    seen = see("/search/", data={"query": query, **more})
    assert seen.response.status_code == 200
    return seen


def promoted(seen: Seen) -> list[str]:
    return [a.get_text() for a in seen.soup.select("main .promoted h3 a")]


def test_what_is_promoted_comes_first_and_says_so(practice):
    assert promoted(search("flare")) == []
    promote("Flare", practice.tablets, description="Ask us about these first.")
    seen = search(" FLARE ")
    section = seen.soup.select_one(".promoted")

    assert promoted(seen) == ["Tablets"]
    assert section.h2.get_text() == "Suggested by the practice"
    assert "Ask us about these first." in words_of(section)
    assert "Lupus: Supported by guidelines" in words_of(section)
    found = search("tablets").soup
    assert found.select_one(".promoted") is None


def test_it_stands_above_the_results_and_changes_none_of_them(practice):
    before = titles(search("lupus"))
    promote("lupus", practice.news)
    seen = search("lupus")
    html = str(seen.soup.main)

    assert titles(seen) == before
    assert html.index("Suggested by the practice") < html.index("search-results")


def test_a_misspelt_query_finds_what_is_promoted_for_the_right_one(practice):
    promote("lupus", practice.news)

    assert promoted(search("lupis")) == ["Open on Saturdays"]


def test_a_change_is_seen_at_once(practice):
    one = promote("lupus", practice.news)
    assert promoted(search("lupus"))
    one.delete()

    assert not promoted(search("lupus"))


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_a_hidden_page_is_not_promoted(practice, way):
    promote("flare", practice.news)
    hide(practice.news, way)

    assert promoted(search("flare")) == []


def test_an_address_elsewhere_can_be_promoted(practice):
    facts = {"external_link_text": "A <charity>", "description": "Plain words."}
    promote("flare", external_link_url="https://example.org/flare", **facts)
    seen = search("flare")

    assert promoted(seen) == ["A <charity>"]
    assert "https://example.org/flare" in seen.links
    assert "On another website" in seen.words


def test_an_unproven_treatment_is_not_promoted_above_the_condition(practice):
    for words in ("lupus", "sle", "lupus doctor"):
        promote(words, practice.stem_cells_for_lupus)

    assert promoted(search("lupus")) == []
    assert promoted(search("SLE")) == []
    assert promoted(search("lupis")) == []
    assert titles(search("lupus"))[0] == "Lupus"
    assert promoted(search("lupus doctor")) == ["For lupus"]
    assert "Unproven" in words_of(search("lupus doctor").soup.select_one(".promoted"))


def test_a_proven_one_may_be_promoted(practice):
    promote("lupus", practice.tablets)

    assert promoted(search("lupus")) == ["Tablets"]


def test_the_card_for_somebody_in_danger_stands_above_it(practice):
    promote("chest pain now", practice.news)
    html = str(search("chest pain now").soup.main)

    assert html.index("call 911") < html.index("Suggested by the practice")


def test_narrowed_results_show_results_only(practice):
    promote("lupus", practice.news)

    assert promoted(search("lupus", type="treatments")) == []


def test_no_search_leaves_its_words_with_the_promotions(practice):
    promote("lupus", practice.news)
    search("lupus")
    search("xqzv")

    assert [one.query_string for one in Query.objects.all()] == ["lupus"]
    assert not Query.objects.get().daily_hits.exists()


def test_what_is_unproven_never_stands_above_the_condition_it_names(practice):
    """Names made to win: the condition's own, and its other name."""
    for name in ("Lupus", "SLE"):
        tea = add_treatment(
            practice.treatments,
            f"{name} tea",
            use(practice.lupus, "no_evidence", "not_approved"),
            also_known_as=["Lupus", "SLE", "sle lupus"],
        )
        tea.title = name
        tea.save_revision().publish()
        assert IndexedPage.objects.filter(title=name).exists()
    for query in ("lupus", "Lupus", "sle", "SLE", "lupis", "lupus "):
        seen = search(query)
        page = seen.response.context["results"][0].page

        assert page.pk == practice.lupus.pk, query
        assert hit(seen, "Lupus")
