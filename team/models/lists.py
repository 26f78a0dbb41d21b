"""Clinicians as lists show them."""

from django.apps import apps
from django.db.models import Prefetch
from wagtail.query import PageQuerySet


class ClinicianQuerySet(PageQuerySet):
    """Clinicians, many at once."""

    def for_cards(self):
        """With the credentials behind their names, in the order of the team."""
        rows = apps.get_model("team.ClinicianCredential").objects
        with_letters = Prefetch("credential_rows", rows.select_related("credential"))
        return self.prefetch_related(with_letters).order_by("path")
