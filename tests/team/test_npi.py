"""National Provider Identifiers are checked by their last digit."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from team.npi import PREFIX, luhn_is_valid, validate_npi

first_nine = st.from_regex(r"[12][0-9]{8}", fullmatch=True)


def is_valid(value: str) -> bool:
    try:
        validate_npi(value)
    except ValidationError:
        return False
    return True


def with_check_digit(digits: str) -> str:
    return next(digits + d for d in "0123456789" if luhn_is_valid(PREFIX + digits + d))


# 1234567893 is the example of the CMS document; 79927398713 that of ISO/IEC 7812-1.
def test_the_published_examples_are_valid():
    assert is_valid("1234567893")
    assert luhn_is_valid("79927398713")


@pytest.mark.parametrize(
    "value",
    [
        "1234567890",  # wrong check digit
        "123456789",  # nine digits
        "12345678933",  # eleven
        "",
        "123456789X",
        "3234567891",  # begins with 3
        "0234567894",
        " 1234567893",
        "1234567893\n",
        "١٢٣٤٥٦٧٨٩٣",  # digits, but of another script
        "12345678 93",
        "-123456789",
        "²234567893",
    ],
)
def test_anything_else_is_refused(value):
    assert not is_valid(value)


@given(first_nine)
def test_exactly_one_last_digit_is_right(digits):
    assert [is_valid(digits + last) for last in "0123456789"].count(True) == 1


@given(first_nine, st.integers(0, 9), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(digits, place, wrong):
    number = with_check_digit(digits)
    assume(number[place] != wrong)

    assert not is_valid(number[:place] + wrong + number[place + 1 :])


@given(st.text())
def test_any_text_is_judged_without_an_error(text):
    assert is_valid(text) in (True, False)


def test_the_message_says_what_to_do():
    with pytest.raises(ValidationError) as error:
        validate_npi("1234567890")

    assert "“1234567890” is not a valid NPI" in error.value.messages[0]
    assert "ten digits" in error.value.messages[0]
