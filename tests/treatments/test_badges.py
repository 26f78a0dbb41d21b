"""Each badge says what it means, wherever a use is shown, and all tell the same."""

import pytest

from home.models import FeaturedPage
from tests.practice import WAYS_TO_HIDE, add_treatment, hide, use
from tests.reading import Seen, see, see_page
from treatments.vocabulary import EvidenceLevel, RegulatoryStatus

ANCHORS = [*EvidenceLevel.values, *RegulatoryStatus.values, "studied", "unproven"]


def definitions(seen: Seen) -> set[str]:
    """The definitions that the main part of a page links to, by their anchors."""
    links = (link["href"] for link in seen.soup.main.find_all("a", href=True))
    split = (link.split("#") for link in links if "#" in link)
    return {anchor for path, anchor in split if path.endswith("/evidence-levels/")}


def entry_of(seen: Seen, page):
    return seen.soup.select_one(f'.a-to-z a[href="{page.get_url()}"]').find_parent("li")


def words_of(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def names(seen: Seen) -> list[str]:
    return [words_of(link) for link in seen.soup.select(".a-to-z li > a:first-child")]


@pytest.mark.parametrize("anchor", ANCHORS)
def test_every_badge_has_its_definition_of_one_sentence(practice, anchor):
    place = see_page(practice.evidence).soup.find(id=anchor)

    assert words_of(place.find("dd")).count(". ") == 0
    assert words_of(place.find("dd")).endswith(".")


@pytest.mark.parametrize("name", ["stem_cells_for_lupus", "lupus", "matrix"])
def test_badges_on_a_page_lead_to_their_definitions(practice, name):
    assert {"case_reports", "not_approved", "unproven"} <= definitions(
        see_page(getattr(practice, name))
    )


@pytest.mark.parametrize("name", ["treatments", "conditions"])
def test_badges_in_a_list_lead_to_their_definitions(practice, name):
    page = getattr(practice, name)

    assert "unproven" in definitions(see_page(page))
    assert {"case_reports", "not_approved"} <= definitions(
        see_page(page, "?evidence=case_reports")
    )


def test_badges_on_cards_lead_to_their_definitions(practice):
    practice.home.featured_pages.add(FeaturedPage(page=practice.tablets))
    practice.home.featured_pages.add(FeaturedPage(page=practice.stem_cells))
    practice.home.save()
    seen = see_page(practice.home)
    cards = {words_of(c.h3): words_of(c) for c in seen.soup.select(".card")}

    assert {"guideline_supported", "unproven"} <= definitions(seen)
    assert "Supported by guidelines" in cards["Tablets"]
    assert "Unproven · 2 uses" in cards["Stem cells"]


def test_the_page_of_search_results_leads_to_the_definitions_of_its_badges(practice):
    seen = see("/search/?query=tablets")

    assert str(EvidenceLevel("guideline_supported").label) in seen.words
    assert practice.evidence.get_url() in seen.links


def test_without_a_page_of_definitions_badges_are_plain_words(practice):
    hide(practice.evidence, "draft")
    seen = see_page(practice.stem_cells)

    assert "Laboratory or animal studies only" in seen.words
    assert not [link for link in seen.links if link.startswith("#laboratory")]


def test_names_of_unproven_treatments_carry_the_word(practice):
    for page in (practice.home, practice.ada):
        found = see_page(page).soup.select(".names li")
        marked = {words_of(name) for name in found}

        assert "Stem cells Unproven" in marked
        assert "Tablets" in marked


def test_lists_count_the_uses_of_the_pages_below(practice):
    seen = see_page(practice.treatments)

    assert "Unproven · 2 uses" in words_of(entry_of(seen, practice.stem_cells))
    assert "Supported by guidelines" in words_of(entry_of(seen, practice.tablets))


def test_the_list_of_conditions_tells_the_same_rows(practice):
    entry = words_of(entry_of(see_page(practice.conditions), practice.lupus))

    assert "Studied in people · 1 use" in entry
    assert "Unproven · 1 use" in entry


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_no_list_counts_what_is_hidden(practice, way):
    hide(practice.stem_cells_for_lupus, way)
    entry = words_of(entry_of(see_page(practice.conditions), practice.lupus))

    assert "Unproven" not in entry
    assert "Case reports" not in see_page(practice.matrix).words


def test_a_changed_row_is_told_by_every_page(practice):
    practice.tablets.indications.update(evidence_level="expert_opinion")
    pages = [practice.tablets, practice.lupus, practice.matrix]
    words = [see_page(page).words for page in pages]
    words.append(see_page(practice.treatments, "?evidence=unproven").words)
    words.append(see_page(practice.conditions, "?evidence=unproven").words)
    words.append(see("/search/?query=tablets").words)

    assert all("Expert opinion only" in one for one in words)
    assert all("Unproven" in one for one in words)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("evidence=studied", ["Tablets"]),
        ("evidence=unproven", ["For lupus", "Stem cells"]),
        ("evidence=laboratory_only", ["Stem cells"]),
        ("evidence=guideline_supported", ["Tablets"]),
        ("evidence=unproven&condition=migraine", ["Stem cells"]),
        ("evidence=studied&condition=migraine", []),
        ("evidence=nonsense", ["For lupus", "Stem cells", "Tablets"]),
    ],
)
def test_the_list_of_treatments_is_narrowed_by_evidence(practice, query, expected):
    assert names(see_page(practice.treatments, f"?{query}")) == expected


def test_one_use_has_to_fit_all_filters(practice):
    row = use(practice.migraine, "no_evidence", "not_approved")
    add_treatment(practice.treatments, "Walks", use(practice.lupus), row)
    query = "?condition=migraine&evidence=studied"

    assert "Walks" not in names(see_page(practice.treatments, query))


def test_the_list_of_conditions_is_narrowed_by_evidence(practice):
    assert names(see_page(practice.conditions, "?evidence=studied")) == ["Lupus"]
    assert names(see_page(practice.conditions, "?evidence=unproven")) == [
        "Lupus",
        "Migraine",
    ]


def test_a_list_offers_only_the_evidence_that_it_holds(practice):
    options = see_page(practice.conditions).soup.select("#filter-evidence option")
    values = [option["value"] for option in options]

    assert values == [
        "",
        "studied",
        "unproven",
        "guideline_supported",
        "case_reports",
        "laboratory_only",
    ]
