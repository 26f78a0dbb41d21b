"""The pair treatment × condition, and how both pages tell it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from tests.practice import WAYS_TO_HIDE, add_page, add_treatment, hide, use
from tests.reading import see_page
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.vocabulary import EvidenceLevel


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def treatments_of(condition) -> list[str]:
    return [row.treatment.title for row in fresh(condition).shown_indications]


def conditions_of(treatment) -> list[str]:
    return [row.condition.title for row in fresh(treatment).shown_indications]


def test_a_treatment_names_a_condition_once(practice):
    again = use(practice.lupus)
    again.treatment = practice.tablets
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_the_same_condition_twice_is_told_in_words(practice):
    again = use(practice.lupus)
    again.treatment = practice.tablets
    with pytest.raises(ValidationError) as error:
        again.validate_constraints()

    assert "listed already" in error.value.messages[0]


def test_a_condition_that_a_treatment_is_for_cannot_be_deleted(practice):
    with pytest.raises(ProtectedError):
        practice.lupus.delete()


def test_a_wrong_trial_number_is_named(practice):
    row = use(practice.lupus, trial_ids=["NCT01234567", "NCT1"])
    with pytest.raises(ValidationError) as error:
        row.clean_fields(exclude=["treatment"])

    assert "“1” is no trial number" in error.value.message_dict["trial_ids"][0]


def test_a_trial_number_is_kept_in_its_usual_form(practice):
    row = use(practice.lupus, trial_ids=["nct01234567"])
    row.clean_fields(exclude=["treatment"])

    assert row.trial_ids == ["NCT01234567"]


def test_a_condition_lists_its_treatments_surest_first(practice):
    assert treatments_of(practice.lupus) == ["Tablets", "For lupus"]


def test_sure_and_unproven_treatments_stand_apart(practice):
    groups = [
        [r.treatment.title for r in rows]
        for _h, rows in practice.lupus.indication_groups
    ]

    assert groups == [["Tablets"], ["For lupus"]]
    assert len(practice.migraine.indication_groups) == 1


def test_a_parent_shows_the_uses_of_the_pages_below(practice):
    assert conditions_of(practice.stem_cells) == ["Lupus", "Migraine"]
    seen = see_page(practice.stem_cells)

    assert practice.stem_cells_for_lupus.get_url() in seen.links
    assert str(EvidenceLevel.CASE_REPORTS.label) in seen.words


def test_the_most_specific_page_speaks(practice):
    practice.stem_cells.indications.add(
        use(practice.lupus, "expert_opinion", "not_approved")
    )
    practice.stem_cells.save()

    assert treatments_of(practice.lupus) == ["Tablets", "For lupus"]
    rows = fresh(practice.stem_cells).shown_indications
    assert [(r.condition.title, r.evidence_level) for r in rows] == [
        ("Lupus", "case_reports"),
        ("Migraine", "laboratory_only"),
    ]


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_where_the_specific_page_is_hidden_the_general_one_speaks(practice, way):
    practice.stem_cells.indications.add(
        use(practice.lupus, "expert_opinion", "not_approved")
    )
    practice.stem_cells.save()
    hide(practice.stem_cells_for_lupus, way)

    assert treatments_of(practice.lupus) == ["Tablets", "Stem cells"]
    assert "For lupus" not in see_page(practice.stem_cells).words


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_a_hidden_treatment_is_not_on_the_page_of_its_condition(practice, way):
    hide(practice.tablets, way)

    assert treatments_of(practice.lupus) == ["For lupus"]
    assert practice.tablets.get_url() not in see_page(practice.lupus).links


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_a_hidden_condition_is_not_linked_from_its_treatments(practice, way):
    hide(practice.lupus, way)

    assert practice.lupus.get_url() not in see_page(practice.tablets).links
    assert practice.lupus.get_url() not in see_page(practice.stem_cells).links


def test_an_unproven_treatment_says_so(practice):
    assert practice.stem_cells.has_unproven_use
    assert not practice.tablets.has_unproven_use
    words = see_page(practice.stem_cells_for_lupus).words

    assert "Not FDA-approved for this use" in words
    assert str(EvidenceLevel.CASE_REPORTS.label) in words


def test_a_badge_names_the_regulator_of_the_practice(practice):
    practice.settings.jurisdictions = ["CA-ON"]
    practice.settings.save()

    assert "Not Health Canada-approved" in see_page(practice.stem_cells_for_lupus).words
    assert "Not Health Canada-approved" in see_page(practice.lupus).words


def test_one_row_stands_on_both_pages(practice):
    row = Indication.objects.get(treatment=practice.tablets)
    row.summary = "Most people hurt less within three months."
    row.save()

    assert row.summary in see_page(practice.tablets).words
    assert row.summary in see_page(practice.lupus).words


def test_people_and_places_of_a_condition_are_derived(practice):
    assert [page.title for page in practice.lupus.clinicians_shown] == [
        "Ada Fernhollow"
    ]
    assert [page.title for page in practice.lupus.locations_shown] == ["Fern Street"]
    practice.tablets.clinicians = []
    practice.tablets.locations = []
    practice.tablets.save()
    lupus = fresh(practice.lupus)

    assert lupus.clinicians_shown == lupus.locations_shown == []


def test_other_treatments_of_the_same_condition_are_related(practice):
    assert [p.title for p in practice.tablets.related] == ["For lupus"]
    # Never its own parent or children.
    assert [p.title for p in practice.stem_cells_for_lupus.related] == ["Tablets"]
    assert [p.title for p in practice.stem_cells.related] == ["Tablets"]


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_hidden_treatments_are_not_related(practice, way):
    hide(practice.tablets, way)

    assert fresh(practice.stem_cells_for_lupus).related == []


def test_a_treatment_without_uses_has_no_relatives(practice):
    alone = add_treatment(practice.treatments, "Tea")
    empty = add_page(practice.conditions, ConditionPage, "Gout", body=[])

    assert alone.related == alone.shown_indications == []
    assert empty.shown_indications == empty.indication_groups == []
    assert alone.get_url() not in see_page(practice.tablets).links


def test_a_preview_shows_rows_that_are_not_saved_yet(practice):
    page = TreatmentPage(title="Tea", slug="tea", treatment_type="drug")
    page.set_url_path(practice.treatments)
    page.path, page.depth = practice.treatments.path + "9999", 4
    page.indications = [use(practice.lupus, summary="It calms the rash.")]

    assert "It calms the rash." in page.make_preview_request().text
