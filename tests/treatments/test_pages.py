"""Conditions and treatments: what the page says beyond its uses."""

import json
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from contact.models import UpdatePage, UpdateTopic
from tests.practice import WAYS_TO_HIDE, add_page, add_treatment, hide
from tests.reading import see_page
from treatments.models import (
    ConditionPage,
    ConditionReference,
    Reference,
    RelatedCondition,
    TreatmentPage,
)


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def related(page) -> list[str]:
    return [one.title for one in fresh(page).related]


def pair(practice) -> None:
    practice.lupus.related_conditions.add(RelatedCondition(condition=practice.migraine))
    practice.lupus.save()


def test_related_conditions_are_named_once_and_shown_on_both_pages(practice):
    pair(practice)

    assert related(practice.lupus) == ["Migraine"]
    assert related(practice.migraine) == ["Lupus"]
    assert practice.lupus.get_url() in see_page(practice.migraine).links
    assert practice.migraine.get_url() in see_page(practice.lupus).links


def test_a_pair_that_both_sides_name_is_shown_once(practice):
    pair(practice)
    practice.migraine.related_conditions.add(RelatedCondition(condition=practice.lupus))
    practice.migraine.save()

    assert related(practice.lupus) == ["Migraine"]


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_a_hidden_condition_is_not_related(practice, way):
    pair(practice)
    hide(practice.lupus, way)

    assert related(practice.migraine) == []


def test_treatments_stand_on_two_floors(practice):
    assert TreatmentPage.can_create_at(practice.treatments)
    assert TreatmentPage.can_create_at(practice.stem_cells)
    assert not TreatmentPage.can_create_at(practice.stem_cells_for_lupus)


def test_a_treatment_cannot_be_moved_to_a_third_floor(practice):
    assert practice.tablets.can_move_to(practice.stem_cells)
    assert practice.stem_cells_for_lupus.can_move_to(practice.treatments)
    assert not practice.tablets.can_move_to(practice.stem_cells_for_lupus)
    # With pages of its own below, it would bring them to the third floor.
    assert not practice.stem_cells.can_move_to(practice.tablets)


def test_emergency_signs_are_shown(practice):
    practice.lupus.emergency_advice = ["Chest pain"]
    practice.lupus.urgent_advice = ["A new fever"]
    practice.lupus.save()
    words = see_page(practice.lupus).words

    assert "Chest pain" in words
    assert "A new fever" in words


def test_other_names_and_symptoms_are_shown(practice):
    words = see_page(practice.lupus).words

    assert "SLE" in words
    assert "butterfly rash" in words.lower()


def test_a_new_page_opens_with_headed_but_empty_sections():
    for model in (ConditionPage, TreatmentPage):
        blocks = list(model().body)
        assert len(blocks) >= 7
        assert all(b.value.is_empty for b in blocks if b.block_type == "section")
    assert "benefits_and_risks" in [b.block_type for b in TreatmentPage().body]


def test_an_empty_section_is_neither_shown_nor_in_the_contents(practice):
    body = [
        ("section", {"kind": "overview", "heading": "", "text": "<p>Words.</p>"}),
        ("section", {"kind": "causes", "heading": "", "text": "<p></p>"}),
        (
            "section",
            {"kind": "outlook", "heading": "Own words", "text": "<p>More.</p>"},
        ),
    ]
    page = add_page(practice.conditions, ConditionPage, "Gout", body=body)
    seen = see_page(page)

    assert page.contents == [("overview", "Overview"), ("outlook", "Own words")]
    assert seen.soup.find(id="overview")
    assert seen.soup.find(id="outlook")
    assert not seen.soup.find(id="causes")
    assert "#outlook" in seen.links


def test_a_page_of_empty_sections_shows_none(practice):
    starter = add_page(practice.conditions, ConditionPage, "Gout")
    treatment = add_treatment(practice.treatments, "Tea", body=TreatmentPage().body)

    assert "How it is diagnosed" not in see_page(starter).words
    words = see_page(treatment).words
    assert "Possible benefits" not in words
    assert "Questions to ask" not in words


def test_references_are_listed_in_their_order_with_links(practice):
    other = Reference.objects.create(
        title="About ferns", source="Ferns", doi="10.1000/1"
    )
    practice.lupus.reference_rows = [
        ConditionReference(reference=practice.reference, sort_order=0),
        ConditionReference(reference=other, sort_order=1),
    ]
    practice.lupus.save()
    seen = see_page(practice.lupus)

    assert seen.words.index(practice.reference.title) < seen.words.index(other.title)
    assert "https://doi.org/10.1000/1" in seen.links


def test_a_withdrawn_reference_is_marked(practice):
    practice.reference.retracted = True
    practice.reference.save()
    practice.lupus.reference_rows = [ConditionReference(reference=practice.reference)]
    practice.lupus.save()

    assert "retracted" in see_page(practice.lupus).words.lower()


def test_a_reference_says_where_it_can_be_found():
    with pytest.raises(ValidationError):
        Reference(title="Somewhere").clean()
    Reference(title="Somewhere", isbn="978-0-00-000000-2").clean()


def test_a_reference_links_to_every_register_it_stands_in():
    reference = Reference(
        title="Ferns",
        doi="10.1/x",
        pmid=" 123 ",
        nct_id="NCT01234567",
        url="https://a.example.org/",
    )

    assert [address for _label, _value, address in reference.links] == [
        "https://doi.org/10.1/x",
        "https://pubmed.ncbi.nlm.nih.gov/123/",
        "https://clinicaltrials.gov/study/NCT01234567",
        "https://a.example.org/",
    ]


def test_the_latest_updates_about_a_page_stand_on_it(practice):
    for day in range(1, 5):
        add_page(
            practice.updates,
            UpdatePage,
            f"News {day}",
            published=f"2026-08-{day:02}",
            topics=[UpdateTopic(page=practice.lupus)],
        )

    assert [page.title for page in practice.lupus.updates] == [
        "News 4",
        "News 3",
        "News 2",
    ]


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_hidden_updates_stand_on_no_page(practice, way):
    assert [page.title for page in practice.stem_cells.updates] == ["Open on Saturdays"]
    hide(practice.news, way)

    assert fresh(practice.stem_cells).updates == []


def test_the_list_of_treatments_holds_those_for_one_condition_too(practice):
    links = see_page(practice.treatments).links

    assert practice.stem_cells_for_lupus.get_url() in links


def test_the_page_about_the_badges_explains_each(practice):
    words = see_page(practice.evidence).words
    for level in practice.evidence.levels:
        assert str(level.label) in words
        assert str(level.definition) in words
    for status, label in practice.evidence.statuses:
        assert label in words
        assert str(status.definition) in words


def test_a_section_or_block_that_comes_twice_has_two_places(practice):
    def section(text: str) -> dict:
        return {
            "type": "section",
            "value": {"kind": "evidence", "heading": "", "text": text},
        }

    faq = {"type": "faq", "value": [{"question": "Why?", "answer": "<p>So.</p>"}]}
    blocks = [section("<p>a</p>"), section(""), section("<p>b</p>"), faq, faq]
    page = practice.lupus
    page.body = json.dumps([{**block, "id": str(uuid4())} for block in blocks])
    page.save_revision().publish()
    soup = see_page(page).soup
    places = [tag["id"] for tag in soup.main.find_all("h2", id=True)]
    listed = [a["href"].lstrip("#") for a in soup.select(".margin-contents a")]

    wanted = [
        "evidence",
        "evidence-2",
        "questions-and-answers",
        "questions-and-answers-2",
    ]
    assert [place for place in places if place in wanted] == wanted
    assert [place for place in listed if place in wanted] == wanted
