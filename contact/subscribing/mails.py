"""What is written to somebody who asked for updates."""

from email.utils import formataddr

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.models import Site

from contact.mail.queue import Mail
from contact.models.subscribers import (
    REQUEST_LIVES,
    Subscriber,
    SubscriptionRequest,
    in_words,
)
from contact.subscribing.links import confirm_url, leave_url
from home.models import PracticeSettings

KIND = "subscription"
# No answering machine should write back.
AUTOMATIC = {"Auto-Submitted": "auto-generated"}


def name_of(site: Site) -> str:
    return site.site_name or site.hostname


def sender_of(site: Site) -> str:
    """Who writes to subscribers: the practice, by its name."""
    practice = PracticeSettings.for_site(site)
    address = practice.newsletter_sender or settings.DEFAULT_FROM_EMAIL
    # The site's own sender may be set with a name.
    return address if "<" in address else formataddr((name_of(site), address))


def mail_to_confirm(asked: SubscriptionRequest) -> Mail:
    """Ask the owner of the address whether it was they who asked."""
    return _mail(asked, _("Please confirm: updates from %(name)s"), "confirm")


def mail_to_known(asked: SubscriptionRequest, subscriber: Subscriber) -> Mail:
    """Tell who asks again that they get updates already, and how to change them."""
    facts = {
        "has_now": subscriber.topics_in_words,
        "leave_url": leave_url(subscriber),
    }
    subject = _("You already get updates from %(name)s")
    return _mail(asked, subject, "already_subscribed", **facts)


def _mail(asked: SubscriptionRequest, subject: str, template: str, **facts) -> Mail:
    name = name_of(asked.site)
    facts |= {
        "name": name,
        "asked_for": in_words(asked.words["topics"]),
        "consent": asked.words["consent"],
        "confirm_url": confirm_url(asked),
        "days": REQUEST_LIVES.days,
        "home": asked.site.root_url,
    }
    return Mail(
        kind=KIND,
        about=asked.submission,
        recipient=asked.email,
        sender=sender_of(asked.site),
        subject=subject % {"name": name},
        text=render_to_string(f"contact/mail/{template}.txt", facts),
        headers=AUTOMATIC,
    )
