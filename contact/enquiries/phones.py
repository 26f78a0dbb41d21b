"""Phone numbers as people type them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


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
        # Here: numbers of all countries take 1.5 MB, and few visitors write one.
        import phonenumbers

        try:
            number = phonenumbers.parse(typed, self.region)
        except phonenumbers.NumberParseException as error:
            raise _not_a_number() from error
        if not phonenumbers.is_possible_number(number):
            raise _not_a_number()
        home = phonenumbers.country_code_for_region(self.region)
        is_foreign = number.country_code != home
        spelling = (
            phonenumbers.PhoneNumberFormat.INTERNATIONAL
            if is_foreign
            else phonenumbers.PhoneNumberFormat.NATIONAL
        )
        return phonenumbers.format_number(number, spelling)


def _not_a_number() -> ValidationError:
    return ValidationError(
        _("Write the phone number with its area code, such as 602 555 0143."),
        code="no_phone",
    )
