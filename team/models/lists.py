"""Clinicians as lists show them."""

from django.apps import apps
from django.db.models import F, Prefetch, Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.site import PracticeSite
from home.tree import any_of


class ClinicianQuerySet(PageQuerySet):
    """Clinicians, many at once."""

    def for_cards(self):
        """With the credentials behind their names, in the order of the team."""
        rows = apps.get_model("team.ClinicianCredential").objects
        with_letters = Prefetch("credential_rows", rows.select_related("credential"))
        return self.prefetch_related(with_letters).order_by("path")


def pages_naming(clinician: Page, site: PracticeSite) -> PageQuerySet:
    """Visible treatments, conditions and updates that name a clinician, by title.

    Each with `treatment_id`, `condition_id` or `published`, by what it is.
    """
    offered = Page.objects.filter(treatmentpage__clinicians=clinician)
    shown = site.visible(offered).values("pk")
    treated = Page.objects.filter(conditionpage__indications__treatment__in=shown)
    written = Page.objects.filter(updatepage__author=clinician)
    # Each found by an index: of joins that any page may fulfil, all pages are read.
    naming = any_of(
        Q(pk__in=pages.values("pk")) for pages in (offered, treated, written)
    )
    pages = Page.objects.filter(naming).annotate(
        published=F("updatepage__published"),
        treatment_id=F("treatmentpage__page_ptr_id"),
        condition_id=F("conditionpage__page_ptr_id"),
    )
    return site.visible(pages).order_by("title")
