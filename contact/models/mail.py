"""Mail on its way: stored with what it tells of, delivered when the server takes it."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contact.models.sealed import Addressed, AddressedQuerySet

# Longer than one attempt can take: four answers, a minute each at the most.
LEASE = timedelta(minutes=5)
STUCK_AFTER = timedelta(minutes=15)


class MailState(models.TextChoices):
    """Where a mail is on its way."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    GIVEN_UP = "given_up", _("Given up")


class OutgoingMailQuerySet(AddressedQuerySet):
    """Mails by what is to be done with them."""

    def due(self, now: datetime | None = None):
        """What should be sent now; a claim that nobody ended is due again."""
        on_its_way = [MailState.WAITING, MailState.SENDING]
        now = now or timezone.now()
        return self.filter(state__in=on_its_way, next_attempt__lte=now)

    def claim(self, claimant: str) -> "OutgoingMail | None":
        """Take the mail that waits longest, so that no other worker takes it.

        The database decides between two who ask at once.
        """
        for pk in self.due().order_by("next_attempt", "pk").values_list("pk")[:50]:
            now = timezone.now()
            taken = (
                self.due(now)
                .filter(pk=pk[0])
                .update(
                    state=MailState.SENDING,
                    claimed_by=claimant,
                    next_attempt=now + LEASE,
                    attempts=F("attempts") + 1,
                )
            )
            if taken:
                return self.get(pk=pk[0])
        return None

    def stuck(self):
        """What somebody should look at: given up, or long on its way."""
        late = Q(queued__lt=timezone.now() - STUCK_AFTER) & ~Q(state=MailState.SENT)
        return self.filter(Q(state=MailState.GIVEN_UP) | late)

    def try_again(self) -> int:
        """Begin anew with those that nobody is sending just now; returns how many."""
        idle = self.filter(state__in=[MailState.WAITING, MailState.GIVEN_UP])
        now = timezone.now()
        return idle.update(state=MailState.WAITING, refusals=0, next_attempt=now)

    def waiting_for(self, email: str, kind: str):
        """Mail of a kind to an address that has not been taken by the server."""
        return self.addressed_to(email).filter(kind=kind).exclude(state=MailState.SENT)

    def forget(self, before: datetime) -> int:
        """Delete what was sent or given up before then; returns how many."""
        old = self.filter(state__in=[MailState.SENT, MailState.GIVEN_UP])
        return old.filter(queued__lt=before).delete()[0]


class OutgoingMail(Addressed):
    """One mail to one person; `kind`, `about` and `recipient` name it only once."""

    kind = models.SlugField(_("kind"), max_length=40)
    about = models.CharField(_("about"), max_length=80)
    sender = models.CharField(max_length=254, blank=True)
    subject = models.CharField(_("subject"), max_length=250)
    # Both are emptied as soon as the mail is sent, and so is the address.
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    message_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    state = models.CharField(
        _("state"), max_length=10, choices=MailState, default=MailState.WAITING
    )
    queued = models.DateTimeField(_("queued"), default=timezone.now)
    # While it is being sent: when the claim of `claimed_by` ends.
    next_attempt = models.DateTimeField(_("next attempt"), default=timezone.now)
    claimed_by = models.CharField(max_length=120, blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    # Attempts that failed although the server could be reached.
    refusals = models.PositiveIntegerField(default=0)
    refused_with = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    last_error = models.CharField(_("what went wrong"), max_length=300, blank=True)
    sent = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about", "address_key"], name="one_mail_of_a_kind"
            )
        ]
        indexes = [models.Index(fields=["state", "next_attempt"], name="mail_due")]

    def __str__(self):
        return f"{self.kind} {self.about}"

    @property
    def recipient(self) -> str:
        """The address, "" once the mail is sent."""
        return self.email

    @recipient.setter
    def recipient(self, email: str) -> None:
        self.set_words({"email": email})

    def mark_sent(self) -> None:
        """Remember that the server took it; its words are needed no longer."""
        self._end_claim(
            state=MailState.SENT,
            sent=timezone.now(),
            sealed="",
            text="",
            html="",
            last_error="",
        )

    def postpone(self, pause: timedelta, error: str) -> None:
        """Try again after a pause."""
        self._end_claim(
            state=MailState.WAITING,
            next_attempt=timezone.now() + pause,
            refusals=self.refusals,
            refused_with=self.refused_with,
            last_error=error[:300],
        )

    def give_up(self, error: str) -> None:
        """Wait for somebody to look at it."""
        self._end_claim(
            state=MailState.GIVEN_UP,
            refusals=self.refusals,
            refused_with=self.refused_with,
            last_error=error[:300],
        )

    def _end_claim(self, **changes) -> None:
        mine = OutgoingMail.objects.filter(pk=self.pk, claimed_by=self.claimed_by)
        mine.filter(state=MailState.SENDING).update(claimed_by="", **changes)
