"""The addresses that mails to subscribers carry.

The link to confirm is signed and ends. The one to unsubscribe never does: it is a
long number by chance, which works even after SECRET_KEY was changed.
"""

from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse
from wagtail.models import Site

from contact.models.subscribers import REQUEST_LIVES, Subscriber, SubscriptionRequest

_signer = TimestampSigner(salt="contact.subscribing.confirm")


def confirm_url(asked: SubscriptionRequest) -> str:
    """Where the owner of the address confirms."""
    signed = _signer.sign(asked.key)
    return asked.site.root_url + reverse("subscribe_confirm", args=[signed])


def read_confirm(signed: str) -> str | None:
    """The key that we signed; None for any other text, and for one that is too old."""
    try:
        return _signer.unsign(signed, max_age=REQUEST_LIVES)
    except BadSignature:
        return None


def leave_url(subscriber: Subscriber) -> str:
    """Where this subscriber unsubscribes, with one click."""
    return subscriber.site.root_url + reverse("subscribe_leave", args=[subscriber.key])


def subscribe_url(site: Site) -> str:
    return site.root_url + reverse("subscribe")
