"""What about reviews and licenses needs somebody's attention."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from team.models import ClinicianPage, License
from team.review import ReviewedPage, ReviewState
from team.vocabulary import ClinicianStatus

SOON = timedelta(days=60)


@dataclass
class ReviewItem:
    """A published page with the state of its seal."""

    page: ReviewedPage
    state: ReviewState
    can_confirm: bool = False

    @property
    def reviewer_left(self) -> bool:
        """Whether the clinician who vouches for it works here no longer."""
        reviewer = self.page.medical_reviewer
        return bool(reviewer) and not (reviewer.is_current and reviewer.live)

    @property
    def is_due_soon(self) -> bool:
        """Whether a seal that holds today runs out within SOON."""
        due = self.page.review_due
        holds = self.state == ReviewState.CURRENT and due is not None
        return holds and due <= timezone.localdate() + SOON

    @property
    def notes(self) -> list[str]:
        """What the state does not say, in words."""
        found = []
        if self.reviewer_left:
            found.append(
                _("%(name)s has left") % {"name": self.page.medical_reviewer.title}
            )
        if self.is_due_soon:
            found.append(_("due soon"))
        return found

    @property
    def kind(self) -> str:
        return capfirst(self.page._meta.verbose_name)

    @property
    def reviewer_name(self) -> str:
        reviewer = self.page.medical_reviewer
        return reviewer.name_with_credentials if reviewer else ""

    @property
    def needs_attention(self) -> bool:
        return self.state != ReviewState.CURRENT or bool(self.notes)


URGENCY = [
    ReviewState.CHANGED,
    ReviewState.OVERDUE,
    ReviewState.NONE,
    ReviewState.CURRENT,
]


def review_items(pages: Iterable[ReviewedPage]) -> list[ReviewItem]:
    """The state of each page, the most urgent first, then by the day it is due."""
    items = [ReviewItem(page, ReviewState(page.review_state)) for page in pages]
    day = timezone.localdate()
    return sorted(
        items,
        key=lambda item: (URGENCY.index(item.state), item.page.review_due or day),
    )


def runs_out(license: License) -> bool:
    """Whether a license has run out or will within SOON."""
    return bool(license.expires) and license.expires <= timezone.localdate() + SOON


def expiring_licenses() -> list[License]:
    """Licenses of current clinicians that have run out or will within SOON."""
    return list(
        License.objects.filter(
            expires__lte=timezone.localdate() + SOON,
            clinician__in=ClinicianPage.objects.live().filter(
                status=ClinicianStatus.CURRENT
            ),
        )
        .select_related("clinician")
        .order_by("expires")
    )
