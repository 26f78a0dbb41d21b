"""What an editor fills in."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from treatments.identifiers import normalise, recognise


class ReferenceForm(WagtailAdminModelForm):
    """A reference, whose identifiers may come out of one pasted text."""

    pasted = forms.CharField(
        label=_("Paste a DOI, PMID, PMCID, NCT number or address"),
        required=False,
        max_length=4000,
        help_text=_(
            "A citation or the address of the article will do. The fields below are "
            "filled from it when you save."
        ),
    )
    field_order = ["pasted"]

    def clean(self):
        cleaned = super().clean()
        if text := cleaned.get("pasted"):
            try:
                self._fill_in(recognise(text))
            except ValidationError as error:
                self.add_error("pasted", error)
        return cleaned

    def _fill_in(self, found: dict[str, str]) -> None:
        for name, value in found.items():
            if self._says_otherwise(name, value):
                raise ValidationError(
                    _("%(found)s was pasted, but %(field)s below says otherwise."),
                    params={"found": value, "field": self.fields[name].label},
                )
        self.cleaned_data |= found
        # If anything is left to mend, the form comes back filled in.
        self.data = self.data.copy()
        for name, value in found.items():
            self.data[self.add_prefix(name)] = value

    def _says_otherwise(self, name: str, value: str) -> bool:
        typed = self.cleaned_data.get(name)
        if not typed or name == "url":
            return bool(typed) and typed != value
        try:
            return normalise(name, typed) != value
        except ValidationError:
            return False
