"""Stores that somebody asked for updates, without looking whether they have them.

The worker looks, and writes to them: whoever asks is answered alike, and as fast,
whether an address is new, known, confirmed or unsubscribed.
"""

import json

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Site

from contact.models.subscribers import SubscriptionRequest
from contact.subscribing.forms import SubscribeForm
from contact.subscribing.tasks import answer_subscriptions


def store(form: SubscribeForm, token: str, site: Site) -> None:
    """Store what a valid form holds; the same form sent twice is one request."""
    sent = json.dumps([token, form.cleaned_data], sort_keys=True)
    asked = SubscriptionRequest(
        site=site,
        submission=salted_hmac(
            "contact.subscribing", sent, algorithm="sha256"
        ).hexdigest(),
    )
    now = timezone.now().isoformat(timespec="seconds")
    asked.set_words({**form.words(), "consent_time": now, "source": "website"})
    try:
        with transaction.atomic():
            asked.save()
            answer_subscriptions.enqueue()
    except IntegrityError:
        # The second click was slower: there is nothing left to do.
        return
