"""Clinicians as lists show them."""

from django.apps import apps
from django.db.models import F, Prefetch, Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.site import PracticeSite


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
    offered = site.visible(Page.objects.filter(treatmentpage__clinicians=clinician))
    pages = Page.objects.filter(
        Q(treatmentpage__clinicians=clinician)
        | Q(conditionpage__indications__treatment__in=offered.values("pk"))
        | Q(updatepage__author=clinician)
    ).annotate(
        published=F("updatepage__published"),
        treatment_id=F("treatmentpage__page_ptr_id"),
        condition_id=F("conditionpage__page_ptr_id"),
    )
    return site.visible(pages).distinct().order_by("title")
