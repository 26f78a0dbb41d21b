"""The words for evidence and approval, and the codes of medicine."""

import itertools

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from treatments.icd10 import validate_icd10_codes
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.models.indications import surest_first
from treatments.vocabulary import (
    REGULATOR_LABELS,
    EvidenceLevel,
    RegulatoryStatus,
    regulator_of,
)

UNPROVEN_LEVELS = {"case_reports", "expert_opinion", "laboratory_only", "no_evidence"}
UNPROVEN_STATUSES = {"investigational", "not_approved"}


def test_the_ladder_has_nine_rungs_with_guidelines_on_top():
    rungs = {level.value: level.rung for level in EvidenceLevel}

    assert sorted(rungs.values()) == list(range(1, 10))
    assert rungs["guideline_supported"] == 9
    assert rungs["randomised_trials"] == 7
    assert rungs["no_evidence"] == 1


@pytest.mark.parametrize("word", [*EvidenceLevel, *RegulatoryStatus])
def test_every_badge_is_explained_in_a_sentence(word):
    assert str(word.definition).endswith(".")
    assert len(str(word.definition)) > 40


def test_no_two_badges_have_the_same_words():
    words = [str(word.label) for word in (*EvidenceLevel, *RegulatoryStatus)]
    definitions = [str(word.definition) for word in (*EvidenceLevel, *RegulatoryStatus)]

    assert len(set(words)) == len(words)
    assert len(set(definitions)) == len(definitions)


@pytest.mark.parametrize(
    ("level", "status"),
    list(itertools.product(EvidenceLevel.values, RegulatoryStatus.values)),
)
def test_a_use_is_unproven_by_its_evidence_or_by_its_status(level, status):
    use = Indication(evidence_level=level, regulatory_status=status)

    assert use.is_unproven is (level in UNPROVEN_LEVELS or status in UNPROVEN_STATUSES)


@pytest.mark.django_db  # A page asks for its content type.
@given(st.lists(st.sampled_from(EvidenceLevel.values)))
def test_the_surest_use_comes_first_and_equals_stand_by_name(levels):
    uses = [
        Indication(
            evidence_level=level,
            condition=ConditionPage(title=f"Rash {n % 3}"),
            treatment=TreatmentPage(title=f"Tea {n:03}"),
        )
        for n, level in enumerate(levels)
    ]
    ordered = surest_first(uses)
    places = [
        (-one.evidence.rung, one.condition.title, one.treatment.title)
        for one in ordered
    ]

    assert places == sorted(places)
    assert len(ordered) == len(uses)


@pytest.mark.parametrize(
    ("jurisdictions", "regulator"),
    [
        (["US"], "FDA"),
        (["US-AZ", "CA"], "FDA"),
        (["CA-ON"], "Health Canada"),
        (["gb"], "MHRA"),
        ([" AU "], "TGA"),
        (["XX", "CH"], "Swissmedic"),
        (["Atlantis"], "FDA"),
        ([""], "FDA"),
        ([], "FDA"),
    ],
)
def test_the_first_known_country_names_the_regulator(jurisdictions, regulator):
    assert regulator_of(jurisdictions) == regulator


@pytest.mark.parametrize("status", RegulatoryStatus)
def test_the_label_names_the_regulator_and_keeps_no_gap(status):
    label = status.label_for("MHRA")

    assert "%" not in label
    assert "FDA" not in label
    assert ("MHRA" in label) == (status in REGULATOR_LABELS)
    # An editor's list of choices knows no regulator.
    assert "%" not in str(status.label)


# Source of the forms: ICD-10-CM Official Guidelines, section I.A.2.
@pytest.mark.parametrize(
    "code",
    ["M32.9", "M32", "C7A.00", "S72.001A", "U07.1", "A00.0", "Z99.89", "O9A.111"],
)
def test_real_codes_are_taken(code):
    validate_icd10_codes([code])


@pytest.mark.parametrize(
    "code",
    [
        "m32.9",
        "M3",
        "M32.",
        "M32.12345",
        "32.9",
        "M32,9",
        "M32.9 ",
        "MM2.9",
        "M32.9\n",
        "\N{FULLWIDTH LATIN CAPITAL LETTER M}32",
    ],
)
def test_other_signs_are_no_code(code):
    with pytest.raises(ValidationError) as error:
        validate_icd10_codes(["M32.9", code])

    assert code in error.value.messages[0]
    assert "M32.9, " not in error.value.messages[0]


def test_no_code_is_no_error():
    validate_icd10_codes([])
