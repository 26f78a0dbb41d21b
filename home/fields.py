"""Short lists of words in one column: one a line in a form, a list in Python."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class LineListFormField(forms.Field):
    """A text box in which every line is one entry."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        if isinstance(value, list):
            return value
        lines = (
            " ".join(line.split())
            for line in (value or "").replace("\0", "").split("\n")
        )
        return list(dict.fromkeys(line for line in lines if line))


class LineListField(models.JSONField):
    """A list of short strings, in the editor's order, without repeats.

    Raises ValidationError for anything that is not a list of strings.
    """

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        kwargs.setdefault("form_class", LineListFormField)
        # JSONField would hand on an encoder and a decoder that a text box has not.
        return models.Field.formfield(self, **kwargs)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise ValidationError(_("Write one entry a line."), code="not_lines")


class ChoiceListField(LineListField):
    """A list of values out of `options`, a TextChoices class; tick boxes in a form.

    Raises ValidationError for a value that is not among the options.
    """

    def __init__(self, *args, options=None, **kwargs):
        self.options = options
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(
            form_class=forms.TypedMultipleChoiceField,
            choices=self.options.choices,
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = [v for v in value if v not in self.options.values]
        if unknown:
            raise ValidationError(
                _("Not in the list: %(values)s."),
                code="unknown",
                params={"values": ", ".join(unknown)},
            )
