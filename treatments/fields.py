"""Columns with a form of their own."""

from django.db import models

from home.fields import LineListField
from treatments.identifiers import normalise

LONGEST_PASTE = 500


class IdentifierField(models.CharField):
    """A register's number of a publication, brought to its normal form when checked.

    Takes any text or address that holds the number. `kind` is one of
    `treatments.identifiers.KINDS`. Raises ValidationError, which says what to do.
    """

    def __init__(self, *args, kind: str = "", **kwargs):
        self.kind = kind
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"kind": self.kind}

    def formfield(self, **kwargs):
        # An address is longer than the number in it.
        return super().formfield(max_length=LONGEST_PASTE, **kwargs)

    def clean(self, value, model_instance):
        return super().clean(normalise(self.kind, value), model_instance)


class TrialNumbersField(LineListField):
    """ClinicalTrials.gov numbers, each brought to its normal form when checked.

    Raises ValidationError for the first one that is none.
    """

    def clean(self, value, model_instance):
        numbers = super().clean(value, model_instance)
        return [normalise("nct_id", number) for number in numbers]
