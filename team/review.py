"""Who wrote a page, who checked its words, and when they must be checked again."""

from collections.abc import Collection, Iterator
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel

from home.changes.following import followed_property
from home.models import BasePage, PracticeSettings
from home.words import PlacedWords, fingerprint, read_words


class ReviewState(models.TextChoices):
    """What the seal on a page may say."""

    CURRENT = "current", _("Medically reviewed")
    CHANGED = "changed", _("Changed since its medical review")
    OVERDUE = "overdue", _("Medical review overdue")
    NONE = "none", _("Medical review pending")


# Only a reviewer's act sets these: no form, no revision and no copy carries them.
REVIEW_FIELDS = ["medical_reviewer", "last_reviewed", "reviewed_hash"]
# What belongs to the page and to no version of it.
LASTING_FIELDS = [*REVIEW_FIELDS, "review_due", "corrections"]


def review_due_on(last_reviewed: date | None, months: int) -> date | None:
    """The day by which a page must be reviewed again."""
    return last_reviewed + relativedelta(months=months) if last_reviewed else None


def author_words(author) -> list:
    """What the About the author box prints of a clinician today.

    Values where visitors read labels: these depend on the language of whoever asks.
    """
    return [
        author.name_with_credentials,
        author.practice_role,
        author.in_practice_since,
        [[one.abbreviation, one.meaning] for one in author.credentials],
        [[one.jurisdiction, one.license_type] for one in author.valid_licenses],
        [[c.wording, c.board, c.specialty] for c in author.named_certifications],
    ]


class ReviewedPage(BasePage):
    """A page with an author, and a seal bound to the words that a reviewer saw."""

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
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("medical reviewer"),
    )
    last_reviewed = models.DateField(
        _("last reviewed"), null=True, blank=True, editable=False
    )
    reviewed_hash = models.CharField(max_length=64, blank=True, editable=False)
    review_interval_months = models.PositiveSmallIntegerField(
        _("months until the next review"),
        null=True,
        blank=True,
        help_text=_("Left empty: as in the practice's settings."),
    )
    review_due = models.DateField(
        _("review due"), null=True, blank=True, editable=False, db_index=True
    )
    # Dated notes, only ever added to: {"date": "2026-11-22", "text": "…"}.
    corrections = models.JSONField(default=list, blank=True, editable=False)

    evidence_panels = [
        MultiFieldPanel(
            [
                FieldPanel("author"),
                HelpPanel(template="team/editor/seal.html", heading=_("Review")),
                "review_interval_months",
            ],
            heading=_("Author and review"),
        ),
    ]
    exclude_fields_in_copy = LASTING_FIELDS

    class Meta:
        abstract = True

    has_unproven_use = False

    def longest_review_interval(self) -> int | None:
        """The most months this page may go without a review; None for no limit."""
        return None

    def get_reviewed_words(self) -> Iterator[PlacedWords]:
        """Every word that a visitor reads here and a reviewer vouches for."""
        for name in ("title", "summary", "corrections"):
            yield from read_words(name, getattr(self, name))
        if self.image:
            yield "picture", self.image.file.name
            yield "picture", self.image.default_alt_text
        if self.author:
            yield from read_words("author", author_words(self.author))

    def with_content_json(self, content):
        # A revision was written before or after the review, never with it.
        page = super().with_content_json(content)
        for name in LASTING_FIELDS:
            field = self._meta.get_field(name)
            setattr(page, field.attname, getattr(self, field.attname))
        return page

    @property
    def dated_corrections(self) -> list[tuple[date, str]]:
        """What was corrected and when, latest first."""
        entries = [(date.fromisoformat(e["date"]), e["text"]) for e in self.corrections]
        return entries[::-1]

    def save(self, *args, **kwargs):
        self._keep_what_lasts(kwargs.get("update_fields") or ())
        self.review_due = self._review_due()
        return super().save(*args, **kwargs)

    def _review_due(self) -> date | None:
        if self.last_reviewed is None:
            return None
        practice, limit = self._practice_interval(), self.longest_review_interval()
        return self.review_due_with(practice, limit)

    def review_due_with(self, practice: int, limit: int | None) -> date | None:
        """The day by which this page must be reviewed again.

        `practice` is the practice's interval in months, `limit` the most months that
        this page may go without a review, None for no limit.
        """
        months = self.review_interval_months or practice
        return review_due_on(self.last_reviewed, min(months, limit or months))

    def _keep_what_lasts(self, update_fields: Collection[str]) -> None:
        # An older copy of the page, from an import or another window, knows less.
        names = [
            "corrections",
            *(self._meta.get_field(n).attname for n in REVIEW_FIELDS),
        ]
        stored = type(self).objects.filter(pk=self.pk).values(*names).first()
        if stored is None:
            return
        kept = stored.pop("corrections")
        added = [entry for entry in self.corrections if entry not in kept]
        self.corrections = [*kept, *added]
        if not set(REVIEW_FIELDS) & set(update_fields):
            for name, value in stored.items():
                setattr(self, name, value)

    def _practice_interval(self) -> int:
        site = self.get_site()
        practice = PracticeSettings.for_site(site) if site else PracticeSettings()
        return practice.review_interval_months

    @property
    def words_hash(self) -> str:
        """The hash of the words as they are now."""
        return fingerprint(self.get_reviewed_words())

    def seal_for(self, reviewer, reviewed_on: date) -> str:
        """The hash that binds this clinician and this day to the words as they are.

        The seal prints the clinician's name and letters: other ones are another seal.
        """
        named = f"{reviewer.pk} {reviewer.name_with_credentials} {reviewed_on}"
        return fingerprint([(named, self.words_hash)])

    @followed_property
    def review_state(self) -> ReviewState:
        if not (self.last_reviewed and self.medical_reviewer_id):
            return ReviewState.NONE
        if self.reviewed_hash != self.seal_for(
            self.medical_reviewer, self.last_reviewed
        ):
            return ReviewState.CHANGED
        if self.review_due and self.review_due < timezone.localdate():
            return ReviewState.OVERDUE
        return ReviewState.CURRENT

    @property
    def is_sealed(self) -> bool:
        """Whether a reviewer vouches for the words as they are today."""
        return self.review_state is ReviewState.CURRENT

    has_card_kind = True

    @property
    def card_person(self) -> str:
        if self.author:
            words, person = _("By %(name)s"), self.author
        elif self.is_sealed:
            words, person = _("Medically reviewed by %(name)s"), self.medical_reviewer
        else:
            return ""
        return words % {"name": person.name_with_credentials}

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
