from django import forms
from django.utils.translation import gettext_lazy as _

from config.signing_in.two_factor import TooManyCodesError


class CodeForm(forms.Form):
    """One code, typed as people type them: with spaces, hyphens, capitals."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
    )

    def __init__(self, data=None, *, accept=None, help_text=""):
        super().__init__(data)
        self.accept = accept
        self.seconds_to_wait = 0
        self.fields["code"].help_text = help_text

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split()).replace("-", "").lower()
        try:
            self.accepted = self.accept(code)
        except TooManyCodesError as refusal:
            self.seconds_to_wait = refusal.seconds
            raise forms.ValidationError(_("This code was not tried.")) from None
        if not self.accepted:
            raise forms.ValidationError(
                _("This code is not right, or it was used before.")
            )
        return code
