"""Puts on the list who confirmed, and takes off it who leaves or cannot be reached."""

from django.db import transaction
from django.utils import timezone

from contact.models.mail import OutgoingMail
from contact.models.subscribers import (
    Subscriber,
    SubscriberState,
    SubscriptionRequest,
)

NEWSLETTER = "newsletter"


def join(key: str) -> bool:
    """Confirm the request of this key; False where there is none any more.

    Whoever confirms twice is on the list once.
    """
    with transaction.atomic():
        requests = SubscriptionRequest.objects.select_related("site")
        asked = requests.filter(key=key).first()
        if asked is None or not asked.is_readable:
            return Subscriber.objects.active().filter(confirmed_by=key).exists()
        Subscriber.objects.keep(
            asked.site,
            asked.words,
            state=SubscriberState.ACTIVE,
            confirmed=timezone.now(),
            confirmed_by=asked.key,
            left=None,
            bounced=None,
        )
        same = SubscriptionRequest.objects.filter(site=asked.site)
        same.addressed_to(asked.email).delete()
    return True


def can_join(key: str) -> bool:
    """Whether `join` would find something to confirm."""
    waits = SubscriptionRequest.objects.filter(key=key)
    return waits.exists() or Subscriber.objects.filter(confirmed_by=key).exists()


def leave(key: str) -> None:
    """Take the subscriber of this key off the list; an unknown key changes nothing."""
    for subscriber in Subscriber.objects.filter(key=key):
        if subscriber.state != SubscriberState.LEFT:
            set_state(subscriber, SubscriberState.LEFT)


def set_state(subscriber: Subscriber, state, **words: str) -> None:
    """Set whether somebody is mailed; if not, forget what was on its way to them."""
    with transaction.atomic():
        # First the state: it waits for a newsletter that is just being queued.
        subscriber.change_state(state, **words)
        if state != SubscriberState.ACTIVE:
            OutgoingMail.objects.waiting_for(subscriber.email, NEWSLETTER).delete()
