"""Who asked for updates by email, who confirmed it, and who left."""

import secrets
from datetime import datetime, timedelta

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from contact.models.sealed import Addressed, AddressedQuerySet

# So long a link to confirm works; then what was asked is forgotten.
REQUEST_LIVES = timedelta(days=3)


class Topic(models.TextChoices):
    """What updates can be about: kinds of pages, never a disease.

    Nobody's address may tell what they have.
    """

    NEWS = "news", _("News and articles")
    CONDITIONS = "conditions", _("Conditions: new pages, and pages reviewed again")
    TREATMENTS = "treatments", _("Treatments: new pages, and pages reviewed again")

    @property
    def heading(self) -> str:
        """Its name in a few words."""
        return str(self.label).partition(":")[0]


class SubscriberState(models.TextChoices):
    """Whether somebody is mailed."""

    ACTIVE = "active", _("Gets updates")
    LEFT = "left", _("Unsubscribed")
    BOUNCING = "bouncing", _("Mail comes back")


def new_key() -> str:
    """What names a record in an address; nobody can guess it."""
    return secrets.token_urlsafe(16)


class SubscriptionRequestQuerySet(AddressedQuerySet):
    """What was asked, by what is to be done with it."""

    def waiting(self):
        """Those to whom nobody has written yet."""
        return self.filter(answered=None).order_by("pk")

    def forget_old(self) -> int:
        """Delete what nobody confirmed in time; returns how many."""
        return self.filter(asked__lt=timezone.now() - REQUEST_LIVES).delete()[0]


class SubscriptionRequest(Addressed):
    """Somebody typed an address; whether it is theirs nobody knows yet."""

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+"
    )
    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    # The form's token with what was typed: a second click is the same request.
    submission = models.CharField(max_length=64, unique=True, editable=False)
    asked = models.DateTimeField(default=timezone.now, db_index=True)
    answered = models.DateTimeField(null=True, blank=True)

    objects = SubscriptionRequestQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.asked:%Y-%m-%d}"


class SubscriberQuerySet(AddressedQuerySet):
    """The list."""

    def active(self):
        """Those who are mailed."""
        return self.filter(state=SubscriberState.ACTIVE)

    def keep(self, site, words: dict, **facts) -> "Subscriber":
        """Put an address on the list of a site, or change what is known of it.

        The database decides between two who do so at once.
        """
        own = self.filter(site=site).addressed_to(words["email"])
        subscriber = own.first() or self.model(site=site)
        subscriber.set_words(words)
        for name, value in facts.items():
            setattr(subscriber, name, value)
        try:
            with transaction.atomic():
                subscriber.save()
        except IntegrityError:
            subscriber.pk, subscriber.key = own.values_list("pk", "key").get()
            subscriber.save(force_update=True)
        return subscriber


class Subscriber(Addressed):
    """An address whose owner agreed to be mailed, and what they agreed to."""

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+"
    )
    # Stays the same: the link in an old mail must still work.
    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    confirmed_by = models.CharField(max_length=40, blank=True, editable=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=SubscriberState,
        default=SubscriberState.ACTIVE,
        db_index=True,
    )
    confirmed = models.DateTimeField(_("on the list since"), default=timezone.now)
    left = models.DateTimeField(_("unsubscribed"), null=True, blank=True)
    bounced = models.DateTimeField(_("came back"), null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["-confirmed", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "address_key"], name="one_subscriber_an_address"
            )
        ]

    def __str__(self):
        return str(_("Subscriber %(number)d") % {"number": self.pk or 0})

    @property
    def topics(self) -> list[str]:
        """What they chose; empty for everything."""
        return list(self.words.get("topics", []))

    @property
    def topics_in_words(self) -> str:
        return in_words(self.topics)

    @property
    def agreed(self) -> datetime | None:
        """When they agreed; None where the record cannot be read."""
        return parse_datetime(self.words.get("consent_time", ""))

    @property
    def masked_email(self) -> str:
        """Enough of the address to tell two apart: "a…@example.org"."""
        name, _at, host = self.email.rpartition("@")
        return f"{name[:1]}…@{host}" if host else "…"

    masked_email.fget.short_description = _("Email")

    def wants(self, topic: str) -> bool:
        return not self.topics or topic in self.topics

    def change_state(self, state: str, **words: str) -> None:
        """Set the state with its day; `words` are kept with what is sealed."""
        self.state = state
        if state == SubscriberState.LEFT:
            self.left = timezone.now()
        elif state == SubscriberState.BOUNCING:
            self.bounced = timezone.now()
        if words:
            self.set_words(self.words | words)
        self.save()


def in_words(topics: list[str]) -> str:
    """Topics in a reader's words; "Everything" where none was chosen."""
    chosen = [topic.heading for topic in Topic if topic in topics]
    return ", ".join(chosen or [str(_("Everything"))])
