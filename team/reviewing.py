"""The act of reviewing: who may, and what it leaves behind."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from team.models import ClinicianPage
from team.review import REVIEW_FIELDS, ReviewedPage, ReviewState

REVIEWERS = "Medical reviewers"


def find_reviewer(user) -> tuple[ClinicianPage | None, str]:
    """The clinician as whom this user reviews; or nobody, and why, in words to show."""
    if not user.groups.filter(name=REVIEWERS).exists():
        return None, _(
            "Only members of the group Medical reviewers can confirm a review."
        )
    clinician = ClinicianPage.objects.filter(account=user).first()
    if clinician is None:
        return None, _(
            "Your account belongs to no clinician's page yet. An owner can set it "
            "there, under Settings."
        )
    if not clinician.is_current:
        return None, _("A former clinician cannot review.")
    if not clinician.live:
        return None, _(
            "The seal names you, and your own page is not published: visitors could "
            "not see who you are."
        )
    return clinician, ""


def reviewer_of(user) -> ClinicianPage | None:
    """The clinician as whom this user may review; None if they may not."""
    return find_reviewer(user)[0]


def why_not(page: ReviewedPage, user) -> str:
    """Why this user may not confirm this page, in words to show; "" if they may."""
    reviewer, reason = find_reviewer(user)
    return why_not_this(page, reviewer) if reviewer else reason


def why_not_this(page: ReviewedPage, reviewer: ClinicianPage) -> str:
    """Why this reviewer may not confirm this page, in words to show; "" if they may."""
    if not page.live:
        return _("Publish the page first: a review is of the words that visitors read.")
    if page.has_unproven_use and _is_own_text(page, reviewer):
        return _(
            "You wrote this page, and it shows an unproven use: somebody else has to "
            "review it."
        )
    return ""


def _is_own_text(page: ReviewedPage, reviewer: ClinicianPage) -> bool:
    typed_it = page.live_revision and page.live_revision.user_id == reviewer.account_id
    return page.author_id == reviewer.pk or bool(typed_it)


def mark_reviewed(page: ReviewedPage, user, words_seen: str) -> None:
    """Bind the seal of the published page to its words, this reviewer and today.

    `words_seen` is the hash of the words that the reviewer was shown. Raises
    PermissionDenied, with the reason, for anybody who may not, and where the words
    have changed since.
    """
    reviewer, reason = find_reviewer(user)
    if reviewer is None or (reason := why_not_this(page, reviewer)):
        raise PermissionDenied(reason)
    if page.words_hash != words_seen:
        raise PermissionDenied(
            _("The page was changed while you were reading. Please read it once more.")
        )
    was_current = page.review_state in {ReviewState.CURRENT, ReviewState.OVERDUE}
    confirm(page, reviewer)
    # The editing history says which of the two it was.
    action = "team.reviewed_unchanged" if was_current else "team.reviewed"
    log(page, action, user=user, data={"reviewer": reviewer.title})


def confirm(page: ReviewedPage, reviewer: ClinicianPage, day=None) -> None:
    """Write the seal onto the published page, whoever asks for it."""
    page.medical_reviewer = reviewer
    page.last_reviewed = day or timezone.localdate()
    page.reviewed_hash = page.seal_for(reviewer, page.last_reviewed)
    page.__dict__.pop("review_state", None)
    page.save(update_fields=[*REVIEW_FIELDS, "review_due"], clean=False)
