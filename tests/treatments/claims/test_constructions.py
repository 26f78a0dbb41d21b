"""Kinds of sentence that promise without a word that promises."""

import pytest

from treatments.claims import check_text
from treatments.claims.rules import ERROR

# What promises, and an honest neighbor of the same build.
PAIRS = {
    "an ending as a noun": (
        "Our drip brings the disappearance of your arthritis.",
        "Our drip does not bring the disappearance of your arthritis.",
    ),
    "a disease that leaves": (
        "After our infusion the lupus left her body.",
        "Nobody knows why lupus left her body.",
    ),
    "two denials": (
        "There is zero chance that it won't work for you.",
        "There is a chance that it won't work for you.",
    ),
    "a condition with the money back": (
        "If you are not better after our infusions, you owe nothing.",
        "If your insurer does not pay, you owe the fee for the visit.",
    ),
    "a question that is answered yes": (
        "Do you have a cure for tinnitus? We certainly do.",
        "Do you have a cure for tinnitus? We do not.",
    ),
    "a question of harm that is answered no": (
        "Does it have side effects? It does not.",
        "Does it have side effects? It does.",
    ),
    "a figure of patients": (
        "Nine out of ten of our patients walk out free of pain.",
        "Nine out of ten people have some pain afterwards.",
    ),
    "harm that cannot happen": (
        "The infusion is so gentle that complications cannot occur.",
        "The infusion is gentle, yet complications can occur.",
    ),
    "a denial before a claim": (
        "We don't manage gout with pills, but our ozone drip cures it.",
        "We manage gout with pills, but our care does not cure it.",
    ),
}


def errors(text: str) -> list[str]:
    return [one.rule for one in check_text(text) if one.severity == ERROR]


@pytest.mark.parametrize("kind", PAIRS)
def test_the_build_of_a_sentence_tells_a_promise_from_its_honest_neighbor(kind):
    promise, honest = PAIRS[kind]

    assert errors(promise) != []
    assert errors(honest) == []


@pytest.mark.parametrize(
    "sober",
    [
        "Studies show that smoking raises the risk of stroke.",
        "Research has found that a brisk walk may help people sleep.",
        "Researchers have shown that the gene makes an enzyme.",
    ],
)
def test_sober_reports_of_research_need_no_source(sober):
    assert check_text(sober) == []


@pytest.mark.parametrize(
    "argument",
    [
        "Studies show that our infusions work.",
        "Our laser is clinically proven.",
        "Science proves that ozone therapy works.",
    ],
)
def test_science_as_an_argument_for_a_treatment_needs_a_source(argument):
    assert check_text(argument) != []
    assert check_text(f"{argument} [3]") == [] or errors(argument) != []


def test_what_a_long_text_tells_in_nobodys_voice_is_no_promise():
    text = (
        "As you recover from chickenpox, the sores heal. It is with you for life. "
        "The virus hides in nerve cells. It may come back as shingles."
    )

    assert errors(text) == []
