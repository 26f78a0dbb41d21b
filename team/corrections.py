"""Dated, public notes on what a page had wrong: added, never changed."""

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from team.review import ReviewedPage


class CorrectionForm(forms.Form):
    """One correction."""

    text = forms.CharField(
        label=_("What was wrong, and what is right"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Shown on the page with today's date. It cannot be changed or taken back; "
            "a mistake in it is mended by another correction."
        ),
    )


def add_correction(page: ReviewedPage, text: str, user) -> None:
    """Put a dated note onto the published page, at once."""
    entry = {"date": timezone.localdate().isoformat(), "text": text}
    with transaction.atomic():
        # Two people at once: the second adds to what the first has written.
        page = type(page).objects.select_for_update(of=("self",)).get(pk=page.pk)
        page.corrections = [*page.corrections, entry]
        page.save(update_fields=["corrections"], clean=False)
    log(page, "team.corrected", user=user, data=entry)
