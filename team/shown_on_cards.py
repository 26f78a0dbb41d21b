"""Which share cards name a clinician."""

from django.db.models import Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from team.models import ClinicianPage


def cards_naming(page: Page) -> PageQuerySet:
    """The pages that this page, if it is a clinician's, wrote or reviewed."""
    if page.specific_class is not ClinicianPage:
        return Page.objects.none()
    return Page.objects.filter(
        Q(treatmentpage__author=page.pk)
        | Q(treatmentpage__medical_reviewer=page.pk)
        | Q(conditionpage__author=page.pk)
        | Q(conditionpage__medical_reviewer=page.pk)
        | Q(updatepage__author=page.pk)
    ).distinct()
