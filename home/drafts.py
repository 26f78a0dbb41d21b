"""Drafts keep whatever is typed; whether it is well formed is asked at publish."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxLengthValidator,
    ProhibitNullCharactersValidator,
)
from django.db import connection, models
from wagtail import blocks
from wagtail.admin.forms.models import (
    WagtailAdminModelForm,
    WagtailAdminModelFormMetaclass,
)
from wagtail.admin.forms.pages import WagtailAdminPageForm

# What no column could hold, in a draft or elsewhere.
LIMITS = (MaxLengthValidator, ProhibitNullCharactersValidator)
# An address of a page is taken the moment a draft has it.
NEVER_WAITS = {"title", "slug"}


def fits_column(field: models.Field, value: object) -> bool:
    """Whether a column can keep a text, a list of lines or a number, right or wrong."""
    if isinstance(value, str):
        fits = field.max_length is None or len(value) <= field.max_length
        return fits and "\0" not in value
    if isinstance(value, int):
        kind = field.get_internal_type()
        least, most = connection.ops.integer_field_range(kind)
        return least <= value <= most
    return isinstance(value, list)


class DraftForm(WagtailAdminModelForm):
    """A form that lets malformed values wait where Wagtail lets missing ones wait."""

    def defer_required_fields(self):
        super().defer_required_fields()
        self._waiting = {
            name: field.validators
            for name, field in self.fields.items()
            if isinstance(field, forms.URLField | forms.EmailField)
        }
        for name, validators in self._waiting.items():
            kept = [one for one in validators if isinstance(one, LIMITS)]
            self.fields[name].validators = kept

    def restore_required_fields(self):
        if self.is_deferred_validation:
            for name, validators in self._waiting.items():
                self.fields[name].validators = validators
        super().restore_required_fields()

    def _update_errors(self, errors):
        if self.is_deferred_validation and hasattr(errors, "error_dict"):
            faults = errors.error_dict.items()
            kept = {name: fault for name, fault in faults if not self._waits(name)}
            if not kept:
                return
            errors = ValidationError(kept)
        super()._update_errors(errors)

    def _waits(self, name: str) -> bool:
        if name not in self.cleaned_data or name in NEVER_WAITS:
            return False
        field = self.instance._meta.get_field(name)
        return fits_column(field, self.cleaned_data[name])


class DraftPageMetaclass(WagtailAdminModelFormMetaclass):
    """Makes drafts of the rows in a page's lists as well."""

    def __new__(cls, name, bases, attrs):
        made = super().__new__(cls, name, bases, attrs)
        for formset in vars(made).get("formsets", {}).values():
            row = formset.form
            formset.form = type(row)(row.__name__, (DraftForm, row), {})
        return made


class DraftPageForm(DraftForm, WagtailAdminPageForm, metaclass=DraftPageMetaclass):
    """The same for a page with its rows."""


class AddressBlock(blocks.URLBlock):
    """An address elsewhere; a draft keeps half of one, too."""

    def clean(self, value):
        if self.is_deferred_validation and "\0" not in (value or ""):
            return value
        return super().clean(value)

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.URLBlock", args, kwargs
