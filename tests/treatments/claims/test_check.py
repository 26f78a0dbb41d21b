"""What the claims check finds in a sentence, and what it leaves alone."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatments.claims import RULES, check_text

# For every rule: what it finds, and an honest neighbor that no rule may object to.
NEIGHBORS = {
    "guaranteed-result": ("We guarantee relief.", "We cannot guarantee relief."),
    "never-failed": (
        "We have never seen a patient our therapy did not help.",
        "Our therapy does not help everybody.",
    ),
    "success-rate": (
        "Our infusion is 100% effective.",
        "No infusion is 100% effective.",
    ),
    "miracle": ("A miracle cure for lupus", "Miracle fruit makes lemons taste sweet."),
    "no-risk": ("PRP has no side effects.", "PRP has side effects."),
    "no-risk-answered": (
        "Any side effects? None.",
        "Any side effects? Yes: pain and swelling.",
    ),
    "permanent-result": (
        "Permanent relief from pain",
        "The drug can cause permanent pain.",
    ),
    "cure": ("Our therapy cures lupus.", "Antibiotics cure most ear infections."),
    "near-cure": (
        "Our program helps to reverse diabetes.",
        "Weight loss may reverse prediabetes.",
    ),
    "against-medicine": (
        "Throw away your medication!",
        "Do not throw away your medication.",
    ),
    "fda-registered": (
        "We are an FDA registered clinic.",
        "The FDA does not approve clinics.",
    ),
    "fda-approved-unproven": (
        "Our exosomes are FDA-approved.",
        "Exosomes are not FDA-approved.",
    ),
    "trial-listing": (
        "Our trial is on ClinicalTrials.gov, so it is safe.",
        "Our trial is on ClinicalTrials.gov.",
    ),
    "off-label-approved": (
        "Our ketamine infusions are FDA-approved for anxiety.",
        "Methotrexate is FDA-approved for rheumatoid arthritis.",
    ),
    "sounds-like-a-promise": (
        "Keep the weight off for life with our doctor-designed program.",
        "Ask our dietitian how to keep the weight off.",
    ),
    "sounds-like-advertising": (
        "Champions of pain relief.",
        "Organic food is sold on the ground floor.",
    ),
    "unproven-efficacy": (
        "Stem cells treat lupus.",
        "It is not known whether stem cells treat lupus.",
    ),
    "unsupported-science": (
        "Studies show that it works.",
        "Studies show that it works [3].",
    ),
    "animal-data": (
        "It cured mice, so it will help you.",
        "It cured mice; whether people benefit is not known.",
    ),
    "natural-safe": ("It is natural, so it is safe.", "Natural does not mean safe."),
    "detox-immunity": (
        "Our drip boosts your immune system.",
        "Nothing boosts the immune system.",
    ),
    "superlative": ("We have the best doctors.", "Spring is the best time to plant."),
    "avoid-surgery": ("Avoid surgery with PRP.", "Surgery is one of the options."),
    "pressure": ("Act now before it is too late.", "Take the time that you need."),
    "outcome-testimonial": (
        "Our patients are pain-free.",
        "Our patients ask about pain.",
    ),
    "breakthrough": ("A breakthrough treatment", "Breakthrough bleeding is common."),
}


def rules_in(text: str, **options: bool) -> set[str]:
    return {finding.rule for finding in check_text(text, **options)}


def test_every_rule_has_a_neighbor():
    assert set(NEIGHBORS) == {rule.key for rule in RULES}


@pytest.mark.parametrize("key", NEIGHBORS)
def test_a_rule_finds_its_claim_and_spares_the_honest_neighbor(key):
    claim, honest = NEIGHBORS[key]

    assert key in rules_in(claim, unproven=True)
    assert rules_in(honest, unproven=key == "unproven-efficacy") == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_gives_reason_source_and_a_rewrite_that_passes(rule):
    assert str(rule.reason).endswith(".")
    assert str(rule.source)
    assert check_text(str(rule.rewrite), unproven=True) == []


def test_a_finding_marks_the_words_of_the_claim():
    text = "Ask us. Our therapy cures lupus, we think."

    (finding,) = check_text(text)

    assert text[finding.start : finding.end] == "cures lupus"


@pytest.mark.parametrize(
    "text",
    [
        "OUR THERAPY CURES LUPUS",
        "“It’s true: our stem\N{NON-BREAKING HYPHEN}cell therapy cures lupus.”",
        "Our thérapy cures lupus.",
        "💉 Cure lupus ✅ today",
        "Our therapy cures lu\N{LATIN SMALL LETTER P}us",
    ],
)
def test_typography_does_not_hide_a_claim(text):
    assert "cure" in rules_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some clinics claim that stem cells cure lupus.",
        "Can stem cells cure lupus?",
        "Whether stem cells cure lupus is not known.",
        "In 1920 radium was sold as a cure for lupus.",
        "Beware of ads: “We cure lupus”.",
        "If a clinic says that it cures lupus, leave.",
        "Red flags:\n- We cure lupus\n- Guaranteed results",
    ],
)
def test_a_claim_that_the_writer_does_not_make_is_left_alone(text):
    assert rules_in(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "There is no cure for lupus, but our stem cells cure it.",
        "Some clinics only claim to cure lupus; we cure lupus.",
        "Can stem cells cure lupus? Yes, they can.",
        "Not only does it ease pain, our therapy cures lupus.",
    ],
)
def test_a_denial_elsewhere_does_not_cover_a_claim(text):
    assert "cure" in rules_in(text)


@pytest.mark.parametrize("unproven", [True, False])
def test_a_name_alone_does_not_sound_like_a_promise(unproven):
    assert check_text("IV vitamin therapy", unproven=unproven) == []


def test_efficacy_counts_only_on_pages_about_an_unproven_use():
    text = "The injection relieves knee pain."

    assert rules_in(text) == set()
    assert rules_in(text, unproven=True) == {"unproven-efficacy"}


def test_studies_may_be_named_by_the_page_or_by_the_sentence():
    text = "Studies show that our exercise class helps."

    assert rules_in(text) == {"unsupported-science"}
    assert rules_in(text, has_references=True) == set()
    assert rules_in(text[:-1] + " (Sun et al., 2010).") == set()


def test_the_check_works_without_settings():
    program = "from treatments.claims import check_text; print(len(check_text('We cure lupus.')))"

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, env={}, check=True
    )

    assert done.stdout.strip() == b"1"


# Words that the rules look for, so that random text meets them.
LOUD_WORDS = st.sampled_from(
    [
        "we",
        "our",
        "cure",
        "cures",
        "lupus",
        "guaranteed",
        "no",
        "not",
        "never",
        "side",
        "effects",
        "risk",
        "free",
        "100",
        "%",
        "FDA\n",
        "",
        "",
        "",
        "approved",
        "stem",
        "cells",
        "pain",
        "permanent",
        "relief",
        "miracle",
        "if",
        "that",
        "claim",
        ",",
        ".",
        "?",
        "!",
        ":",
        ";",
        '"',
        "-",
        "\n\n",
        "",
        "",
        "",
        "’",
        "your",
        "doctor",
        "in",
        "3",
        "days",
        "n't",
        "can't",
        "™",
        "—",
        "•",
        "studies",
        "show",
        "mice",
        "so",
        "natural",
        "safe",
    ]
)


@given(
    st.one_of(st.text(max_size=300), st.lists(LOUD_WORDS, max_size=80).map(" ".join)),
    st.booleans(),
)
def test_any_text_is_checked_and_findings_lie_within_it(text, unproven):
    for finding in check_text(text, unproven=unproven):
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end].strip()
        assert finding.severity in {"error", "warning"}


@pytest.mark.parametrize(
    "name",
    ["IV vitamin therapy", "Ozone therapy", "Exosome therapy", "Stem cells for lupus"],
)
def test_the_mere_name_of_a_treatment_is_no_claim(name):
    assert check_text(name, unproven=True) == []
