"""Writes to those who asked for updates; done by the worker, never while they wait."""

import logging

from django.db import transaction
from django.utils import timezone

from contact.mail.queue import Mail, queue_mail
from contact.models.subscribers import (
    Subscriber,
    SubscriberState,
    SubscriptionRequest,
)
from contact.subscribing.mails import mail_to_confirm, mail_to_known
from home.rate_limit import RateLimit

logger = logging.getLogger(__name__)

AT_ONCE = 100
# Else anybody could have us fill somebody's mailbox.
A_MAILBOX = RateLimit("subscription-mail", most=3, window=3600)


def answer_requests() -> None:
    """Write to all who wait; the mail is stored with the note that it was."""
    for asked in SubscriptionRequest.objects.waiting()[:AT_ONCE]:
        with transaction.atomic():
            mine = SubscriptionRequest.objects.filter(pk=asked.pk, answered=None)
            if mine.update(answered=timezone.now()):
                queue_mail(mails_to(asked))


def mails_to(asked: SubscriptionRequest) -> list[Mail]:
    """The mail to whoever asked; none to an address that gets no more of them."""
    if not asked.is_readable:
        logger.error("A request for updates cannot be read: its key is gone")
        return []
    if A_MAILBOX.count(asked.address_key):
        return []
    known = Subscriber.objects.filter(site=asked.site).addressed_to(asked.email).first()
    if known and known.state == SubscriberState.BOUNCING:
        return []
    if known and known.state == SubscriberState.ACTIVE:
        return [mail_to_known(asked, known)]
    return [mail_to_confirm(asked)]
