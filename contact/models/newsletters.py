"""Mails to all subscribers about what is new."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from home.objections import refuse_false_words

FIRST_LOOKS_BACK = timedelta(days=90)


class NewsletterState(models.TextChoices):
    """How far a newsletter is."""

    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")


class NewsletterQuerySet(models.QuerySet):
    """Newsletters by what is to be done with them."""

    def due(self, now: datetime | None = None):
        """What should be sent now, and what a killed worker began."""
        late = Q(state=NewsletterState.SCHEDULED, send_at__lte=now or timezone.now())
        return self.filter(late | Q(state=NewsletterState.SENDING)).order_by("pk")

    def told(self, site: Site) -> set[str]:
        """The keys of all news that earlier ones told of, or will tell of."""
        others = self.filter(site=site).exclude(state=NewsletterState.DRAFT)
        return {key for keys in others.values_list("told", flat=True) for key in keys}

    def next_since(self, site: Site) -> date:
        """The day from which the next one looks for news: that of the last one."""
        last = self.filter(site=site, state=NewsletterState.SENT)
        sent = last.aggregate(last=models.Max("sent"))["last"]
        return timezone.localdate(sent or timezone.now() - FIRST_LOOKS_BACK)


class Newsletter(models.Model):
    """A digest of new and freshly reviewed pages, with a few words of the owner."""

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", editable=False
    )
    subject = models.CharField(_("subject"), max_length=120)
    since = models.DateField(
        _("what is new since"),
        help_text=_(
            "Pages that were published or reviewed from this day on. What an earlier "
            "newsletter told of is left out."
        ),
    )
    introduction = models.TextField(
        _("introduction"),
        blank=True,
        max_length=1500,
        help_text=_("A few words before the list, as plain text. It may stay empty."),
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=NewsletterState,
        default=NewsletterState.DRAFT,
        editable=False,
    )
    send_at = models.DateTimeField(_("to be sent"), null=True, editable=False)
    sent = models.DateTimeField(_("sent"), null=True, editable=False)
    recipients = models.PositiveIntegerField(_("went to"), default=0, editable=False)
    # Keys of the news that the owner saw in the preview; nothing else goes out.
    told = models.JSONField(default=list, editable=False)

    objects = NewsletterQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")
        ordering = ["-pk"]

    def __str__(self):
        return self.subject

    def clean(self):
        super().clean()
        refuse_false_words(self, ["subject", "introduction"])

    @property
    def mail_name(self) -> str:
        """What its mails are about, in the words of the queue."""
        return f"newsletter {self.pk}"

    @property
    def is_draft(self) -> bool:
        return self.state == NewsletterState.DRAFT

    def schedule(self, told: list[str], send_at: datetime) -> bool:
        """Let the worker send it then; False where somebody was quicker."""
        return self._move(
            NewsletterState.DRAFT,
            NewsletterState.SCHEDULED,
            told=told,
            send_at=send_at,
        )

    def withdraw(self) -> bool:
        """Make it a draft again; False once it is on its way."""
        return self._move(
            NewsletterState.SCHEDULED, NewsletterState.DRAFT, told=[], send_at=None
        )

    def begin(self) -> None:
        """Nobody can withdraw it any more."""
        self._move(NewsletterState.SCHEDULED, NewsletterState.SENDING)

    def end(self, recipients: int) -> None:
        self._move(
            NewsletterState.SENDING,
            NewsletterState.SENT,
            sent=timezone.now(),
            recipients=recipients,
        )

    def _move(self, before, after, **facts: object) -> bool:
        mine = Newsletter.objects.filter(pk=self.pk, state=before)
        moved = mine.update(state=after, **facts)
        self.refresh_from_db()
        return bool(moved)
