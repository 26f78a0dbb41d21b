"""What the worker does for the evidence and the claims."""

from django.db import transaction
from django_tasks import task

from home.changes.telling import once_committed
from team.board_claims import is_somebody_certified
from team.models import ClinicianPage
from treatments.claims_record import records_of
from treatments.claims_survey import board_wording
from treatments.models import PublishedClaim
from treatments.models.claims import BOARD_RULE
from treatments.review_days import follow_review_days


@task()
def recheck_board_claims() -> None:
    """Keep which pages of others say “board certified”, as the team is now."""
    somebody_is = is_somebody_certified()
    found = [
        record
        for page, claims in ([] if somebody_is else board_wording())
        for record in records_of(page, claims)
    ]
    kept = PublishedClaim.objects.filter(rule=BOARD_RULE.key)
    with transaction.atomic():
        kept.exclude(page__in=ClinicianPage.objects.all()).delete()
        PublishedClaim.objects.bulk_create(found)


def team_changed(sender=None, **kwargs) -> None:
    """Receive that a clinician's page is published, unpublished or deleted."""
    once_committed(recheck_board_claims.enqueue)


@task()
def move_review_days() -> None:
    """Let the days on which reviews are due follow what they depend on."""
    follow_review_days()


def uses_changed(sender=None, **kwargs) -> None:
    """Receive that a treatment's or a condition's page goes public, or goes."""
    once_committed(move_review_days.enqueue)


def practice_changed(sender=None, update_fields=None, **kwargs) -> None:
    """Receive that the practice's settings are saved."""
    if update_fields is None or "review_interval_months" in update_fields:
        once_committed(move_review_days.enqueue)
