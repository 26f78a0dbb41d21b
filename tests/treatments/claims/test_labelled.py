"""How much the claims check finds, and how rarely it cries wolf, on labelled texts."""

import pytest

from treatments.claims import check_text
from treatments.claims.benchmark import (
    figures,
    read_examples,
    read_pages,
)
from treatments.claims.learned import WEIGHTS
from treatments.claims.rules import ERROR, WARNING
from treatments.claims.train import (
    FINGERPRINT,
    fingerprint,
    learn,
    lines,
    read_samples,
)

HOSTILE = {
    "one word": "a" * 20_000,
    "guaranteed": "guaranteed " * 1_800,
    "cures": "we cure " * 2_500,
    "denials": "no not never " * 1_500,
    "apostrophes": "n't" * 6_600,
    "quotes": '"cure" ' * 2_800,
    "lines": "no side effects\n" * 1_200,
    "commas": "our cells, which cure lupus, " * 690,
    "digits": "1," * 10_000,
    "brackets": "[(" * 10_000,
    "claims": "our patients cure pain no risk FDA approved stem cells show " * 310,
    "emoji": "💉" * 20_000,
}


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return figures()


def test_the_labelled_set_is_large_enough():
    violations = list(read_examples("*violations.txt"))
    honest = list(read_examples("*honest.txt"))

    assert len(violations) >= 180
    assert {one.severity for one in violations} == {ERROR, WARNING}
    assert len(honest) >= 340
    assert len(read_pages()) >= 60
    assert len({one.text for one in violations + honest}) == len(violations + honest)


def test_nearly_all_errors_are_found(measured):
    assert measured["recall of errors"] >= 0.95


def test_most_warnings_are_found(measured):
    assert measured["recall of warnings"] >= 0.85


def test_honest_sentences_are_hardly_ever_called_errors(measured):
    assert measured["false errors on honest sentences"] <= 0.03


def test_honest_pages_are_hardly_ever_called_errors(measured):
    assert measured["honest pages with a false error"] <= 0.01


def test_wordings_that_nobody_mended_for_are_found_as_well():
    unseen = figures(which="unseen_*")

    assert unseen["recall of errors"] >= 0.95
    assert unseen["recall of warnings"] >= 0.85
    assert unseen["false errors on honest sentences"] <= 0.03


def test_the_weights_were_learned_from_the_labelled_texts():
    """Learning itself takes long; as long as this holds it would change nothing."""
    found = fingerprint(read_samples(), WEIGHTS.read_text("utf-8"))

    assert f"{found}\n" == FINGERPRINT.read_text("utf-8"), (
        "run python -m treatments.claims.train"
    )


@pytest.mark.stress
def test_the_labelled_texts_give_the_weights():
    learned = "".join(lines(learn(read_samples())))

    assert learned == WEIGHTS.read_text("utf-8")


def test_honest_texts_about_unproven_uses_are_hardly_ever_called_errors():
    honest = list(read_examples("*honest.txt"))

    called = [
        one.text
        for one in honest
        for finding in check_text(one.text, unproven=True)
        if finding.severity == ERROR
    ]

    assert len(called) <= 0.03 * len(honest)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_of_twenty_thousand_characters_is_read_to_its_end(name):
    text = HOSTILE[name] + "\n\nOur stem cells cure lupus, guaranteed."

    assert check_text(text, unproven=True)[-1].start >= len(HOSTILE[name])
