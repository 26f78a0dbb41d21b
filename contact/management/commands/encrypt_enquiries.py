"""Puts all that people wrote under the first of the keys, so that the others may go."""

from django.core.management.base import BaseCommand, CommandError

from contact.models import (
    Enquiry,
    EnquiryNote,
    OutgoingMail,
    Subscriber,
    SubscriptionRequest,
)
from contact.sealing import UnreadableError

MODELS = (Enquiry, EnquiryNote, OutgoingMail, Subscriber, SubscriptionRequest)


class Command(BaseCommand):
    """Encrypts anew; safe to repeat, and while the site runs."""

    help = "Encrypt enquiries and addresses with the first key of ENQUIRY_KEYS."

    def handle(self, **options) -> None:
        done = unreadable = 0
        for model in MODELS:
            # Mail that was sent has forgotten its address.
            for record in model.objects.exclude(sealed="").iterator():
                try:
                    renewed = record.under_the_first_key()
                except UnreadableError:
                    unreadable += 1
                    continue
                # What somebody changed meanwhile is under the first key already.
                same = model.objects.filter(pk=record.pk, sealed=record.sealed)
                done += same.update(**renewed)
        self.stdout.write(f"{done} records are under the first key now.")
        if unreadable:
            raise CommandError(
                f"{unreadable} records could not be read with any key: keep the old keys."
            )
