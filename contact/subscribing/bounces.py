"""Notes whose mailbox is gone, as soon as a mail server says so."""

import re

from contact.models.mail import OutgoingMail
from contact.models.subscribers import Subscriber, SubscriberState
from contact.subscribing.joining import NEWSLETTER, set_state

# RFC 3463: 5.7.x is about who sends, not about the mailbox. One such answer to
# everybody must not empty the list.
ABOUT_THE_SENDER = re.compile(r"\s*5\.7\.")


def note_bounce(mail: OutgoingMail, code: int, answer: str, **_rest) -> None:
    """Receive `recipient_refused`: mail a subscriber no more who cannot be reached."""
    if mail.kind != NEWSLETTER or ABOUT_THE_SENDER.match(answer):
        return
    said = f"{code} {answer}"[:300]
    for subscriber in Subscriber.objects.active().addressed_to(mail.recipient):
        set_state(subscriber, SubscriberState.BOUNCING, bounce=said)
