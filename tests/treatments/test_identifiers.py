"""Real and broken identifiers, as people paste them."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests.treatments.identifier_lists import BROKEN, REAL
from treatments.identifiers import KINDS, normalise, recognise

real = [(kind, *pair) for kind, pairs in REAL.items() for pair in pairs.items()]
broken = [(kind, text) for kind, texts in BROKEN.items() for text in texts]


@pytest.mark.parametrize(("kind", "text", "expected"), real)
def test_a_real_identifier_is_recognized_in_what_was_pasted(kind, text, expected):
    assert recognise(text) == {kind: expected}


@pytest.mark.parametrize(("kind", "text", "expected"), real)
def test_the_field_of_its_kind_takes_it_too(kind, text, expected):
    assert normalise(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), real)
def test_a_normal_form_stays_as_it_is(kind, text, expected):
    assert normalise(kind, expected) == expected


@pytest.mark.parametrize(("kind", "text"), broken)
def test_a_broken_identifier_is_refused_with_advice(kind, text):
    with pytest.raises(ValidationError) as refused:
        recognise(text)

    assert any(word in refused.value.messages[0] for word in ("Copy it", "write PMID"))


# In its own field a short number is a PMID.
@pytest.mark.parametrize(
    ("kind", "text"), [pair for pair in broken if pair[1] not in ("1234", "2024")]
)
def test_no_field_takes_a_broken_identifier(kind, text):
    with pytest.raises(ValidationError):
        normalise(kind, text)


def test_a_short_number_is_enough_in_its_own_field():
    assert normalise("pmid", "1234") == "1234"
    assert normalise("pmcid", "4060570") == "PMC4060570"
    assert normalise("nct_id", "02633163") == "NCT02633163"


def test_a_whole_citation_fills_every_field_it_names():
    text = (
        "Wang D, Li J, Zhang Y, et al. Umbilical cord. Arthritis Res Ther. "
        "2014;16(2):R79. doi: 10.1186/ar4520. PMID: 24661633; PMCID: PMC4060570."
    )

    assert recognise(text) == {
        "doi": "10.1186/ar4520",
        "pmid": "24661633",
        "pmcid": "PMC4060570",
    }


def test_the_same_identifier_twice_is_one():
    assert recognise("10.1186/AR4520 https://doi.org/10.1186/ar4520") == {
        "doi": "10.1186/ar4520"
    }


def test_two_publications_at_once_are_refused():
    with pytest.raises(ValidationError, match="one publication at a time"):
        recognise("10.1186/ar4520 and 10.1136/bmj.n71")


def test_any_other_address_is_kept_as_an_address():
    address = "https://www.fda.gov/consumers/alert"

    assert recognise(address) == {"url": address}
    assert recognise("www.fda.gov/consumers/alert") == {"url": address}


@pytest.mark.parametrize("text", ["", "Lupus", "see below", "mail@example.org"])
def test_what_is_nothing_is_refused_with_examples(text):
    with pytest.raises(ValidationError, match=r"10\.1136/bmj"):
        recognise(text)


def test_an_identifier_in_the_wrong_field_is_sent_to_the_right_one():
    with pytest.raises(ValidationError, match="This is a DOI"):
        normalise("pmid", "10.1186/ar4520")


PIECES = [
    "10.",
    "1186",
    "/",
    "doi.org/",
    "https://",
    "PMC",
    "NCT",
    "PMID ",
    "ISBN ",
    "978",
    " ",
]


@given(
    st.text(max_size=99)
    | st.lists(st.sampled_from([*PIECES, *"()<>;:0X?[#%ß\0"])).map("".join),
    st.sampled_from(KINDS),
)
def test_no_text_breaks_it_and_what_it_takes_it_takes_again(text, kind):
    for attempt in (lambda: recognise(text), lambda: {kind: normalise(kind, text)}):
        try:
            found = attempt()
        except ValidationError as refused:
            assert refused.messages
            continue
        for name, value in found.items():
            if name != "url":
                assert normalise(name, value) == value
