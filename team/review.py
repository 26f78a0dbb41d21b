"""Who wrote a page, who checked it, and when it must be checked again."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from home.models import BasePage, PracticeSettings


class ReviewState(models.TextChoices):
    """What the seal on a page may say."""

    CURRENT = "current", _("Medically reviewed")
    OVERDUE = "overdue", _("Medical review overdue")
    NONE = "none", _("Medical review pending")


def review_due_on(last_reviewed: date | None, months: int) -> date | None:
    """The day by which a page must be reviewed again."""
    return last_reviewed + relativedelta(months=months) if last_reviewed else None


class ReviewedPage(BasePage):
    """A page with an author and a medical reviewer."""

    author = models.ForeignKey(
        "team.ClinicianPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("author"),
        help_text=_("The About the author box is made from this clinician's page."),
    )
    medical_reviewer = models.ForeignKey(
        "team.ClinicianPage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("medical reviewer"),
        help_text=_("The clinician who vouches for what the page says."),
    )
    last_reviewed = models.DateField(_("last reviewed"), null=True, blank=True)
    review_interval_months = models.PositiveSmallIntegerField(
        _("months until the next review"),
        null=True,
        blank=True,
        help_text=_("Left empty: as in the practice's settings."),
    )
    review_due = models.DateField(
        _("review due"), null=True, blank=True, editable=False, db_index=True
    )

    evidence_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("author"), FieldPanel("medical_reviewer")]),
                FieldRowPanel(["last_reviewed", "review_interval_months"]),
                FieldPanel("review_due", read_only=True),
            ],
            heading=_("Author and review"),
        ),
    ]

    class Meta:
        abstract = True

    def publish_problems(self, cleaned):
        problems = super().publish_problems(cleaned)
        reviewed, reviewer = (
            cleaned.get("last_reviewed"),
            cleaned.get("medical_reviewer"),
        )
        if reviewed and reviewed > timezone.localdate():
            problems["last_reviewed"] = _("A review cannot lie in the future.")
        if bool(reviewed) != bool(reviewer):
            field = "medical_reviewer" if reviewed else "last_reviewed"
            problems[field] = _("A review has a reviewer and a date; fill in both.")
        return problems

    def longest_review_interval(self) -> int | None:
        """The most months this page may go without a review; None for no limit."""
        return None

    def save(self, *args, **kwargs):
        months = self.review_interval_months or self._practice_interval()
        limit = self.longest_review_interval()
        if limit:
            months = min(months, limit)
        self.review_due = review_due_on(self.last_reviewed, months)
        return super().save(*args, **kwargs)

    def _practice_interval(self) -> int:
        site = self.get_site()
        practice = PracticeSettings.for_site(site) if site else PracticeSettings()
        return practice.review_interval_months

    @property
    def review_state(self) -> ReviewState:
        if not (self.last_reviewed and self.medical_reviewer_id):
            return ReviewState.NONE
        if self.review_due and self.review_due < timezone.localdate():
            return ReviewState.OVERDUE
        return ReviewState.CURRENT

    @property
    def seo_author(self) -> str:
        return self.author.title if self.author else ""

    @property
    def seo_author_url(self) -> str:
        return self.practice_site.absolute_url_of(self.author)

    @property
    def author_url(self) -> str:
        """Where the author's page is; "" where visitors may not see it."""
        return self.practice_site.url_of(self.author)

    @property
    def reviewer_url(self) -> str:
        """Where the reviewer's page is; "" where visitors may not see it."""
        return self.practice_site.url_of(self.medical_reviewer)
