"""Phone numbers as people type them."""

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumbers import NumberParseException, PhoneNumberFormat


class PhoneField(forms.CharField):
    """A phone number of any country; without a country code one of `region`.

    Gives it in one common spelling; raises ValidationError for what cannot be dialed.
    """

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})

    def __init__(self, *, region: str = "US", **kwargs):
        super().__init__(max_length=60, **kwargs)
        self.region = region

    def to_python(self, value):
        typed = super().to_python(value)
        if not typed:
            return ""
        try:
            number = phonenumbers.parse(typed, self.region)
        except NumberParseException as error:
            raise _not_a_number() from error
        if not phonenumbers.is_possible_number(number):
            raise _not_a_number()
        home = phonenumbers.country_code_for_region(self.region)
        is_foreign = number.country_code != home
        spelling = (
            PhoneNumberFormat.INTERNATIONAL
            if is_foreign
            else PhoneNumberFormat.NATIONAL
        )
        return phonenumbers.format_number(number, spelling)


def _not_a_number() -> ValidationError:
    return ValidationError(
        _("Write the phone number with its area code, such as 602 555 0143."),
        code="no_phone",
    )
