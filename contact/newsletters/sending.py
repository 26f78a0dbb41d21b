"""Puts a newsletter into the queue of mail, for each subscriber once.

Many small transactions instead of one that keeps visitors waiting. If the worker is
killed between two, the next run goes on: the queue takes no mail twice.
"""

import logging

from django.db import transaction

from contact.mail.queue import queue_mail
from contact.models.mail import OutgoingMail
from contact.models.newsletters import Newsletter
from contact.models.subscribers import Subscriber
from contact.newsletters.writing import Writer
from contact.subscribing.joining import NEWSLETTER

logger = logging.getLogger(__name__)

AT_ONCE = 50


def send_due() -> None:
    """Send every newsletter whose time has come."""
    for newsletter in Newsletter.objects.due():
        send(newsletter)


def send(newsletter: Newsletter) -> None:
    """Queue it for all who are on the list now, and note to how many it went."""
    newsletter.begin()
    writer = Writer.of(newsletter)
    if writer.has_words:
        last = 0
        while batch := _next_subscribers(newsletter, after=last):
            _queue(writer, batch)
            last = batch[-1].pk
    queued = OutgoingMail.objects.filter(kind=NEWSLETTER, about=newsletter.mail_name)
    newsletter.end(recipients=queued.count())
    logger.info("Newsletter %d is queued for %d people", newsletter.pk, queued.count())


def _next_subscribers(newsletter: Newsletter, after: int) -> list[Subscriber]:
    everybody = Subscriber.objects.active().filter(site=newsletter.site, pk__gt=after)
    return list(everybody.select_related("site").order_by("pk")[:AT_ONCE])


def _queue(writer: Writer, batch: list[Subscriber]) -> None:
    with transaction.atomic():
        # Who unsubscribes meanwhile waits for this, and takes their mail out again.
        still = Subscriber.objects.active().select_for_update()
        there = set(
            still.filter(pk__in=[s.pk for s in batch]).values_list("pk", flat=True)
        )
        mails = [writer.mail_to(one) for one in batch if one.pk in there]
        queue_mail(mail for mail in mails if mail)
