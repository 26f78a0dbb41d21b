"""National Provider Identifiers of the United States."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Source: CMS, "Requirements for National Provider Identifier and NPI Check Digit".
PREFIX = "80840"


def luhn_is_valid(digits: str) -> bool:
    """Whether the last digit checks the others by Luhn's formula (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def validate_npi(value: str) -> None:
    """Raise ValidationError unless the value is ten digits with a true check digit."""
    is_ten_digits = len(value) == 10 and value.isascii() and value.isdigit()
    if not is_ten_digits or value[0] not in "12" or not luhn_is_valid(PREFIX + value):
        raise ValidationError(
            _(
                "“%(value)s” is not a valid NPI. It has ten digits, begins with 1 or 2, "
                "and its last digit checks the others: please compare it with the "
                "register."
            ),
            code="npi",
            params={"value": value},
        )
