"""Delivers queued mail: each once, again after growing pauses where it failed.

One window stays open: when the server has taken a mail and the connection or this
process dies before the answer is stored, nobody can know, and it is sent again. It then
carries the same Message-ID, by which the receiving side can tell the two are one.
"""

import logging
import smtplib
import threading
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.dispatch import Signal
from django.utils import timezone

from contact.mail.claimants import claimant
from contact.models.mail import MailState, OutgoingMail

logger = logging.getLogger(__name__)

# A server may look through a mail for long before it says that it has taken it.
ANSWER_TIMEOUT = 60
FIRST_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(hours=1)
# To knock at a door that is shut costs nobody anything.
LONGEST_PAUSE_WITHOUT_SERVER = timedelta(minutes=2)
# With these pauses: three days, and four hours where the answer was a plain no.
MOST_REFUSALS = 78
MOST_PLAIN_REFUSALS = 11
SERVER_FAILS = (OSError, smtplib.SMTPException)

# Sent with `mail`, `code` and `answer` when the server refuses its recipient for good.
recipient_refused = Signal()

# Set when the process has been told to end: no further mail is begun.
stopping = threading.Event()


def pause_after(failures: int, longest: timedelta = LONGEST_PAUSE) -> timedelta:
    """How long to wait after so many failures: each time twice as long."""
    return min(FIRST_PAUSE * 2 ** min(failures - 1, 20), longest)


def deliver_due() -> int:
    """Send what is due, one mail after the other; returns how many were taken."""
    if not OutgoingMail.objects.due().exists():
        return 0
    connection = get_connection(timeout=ANSWER_TIMEOUT)
    try:
        connection.open()
    except SERVER_FAILS as error:
        _wait_for_server(error)
        return 0
    try:
        return _deliver_over(connection)
    finally:
        connection.close()


def _deliver_over(connection: BaseEmailBackend) -> int:
    sent = 0
    while not stopping.is_set():
        mail = OutgoingMail.objects.claim(claimant())
        if mail is None:
            break
        try:
            connection.send_messages([message_of(mail)])
        except smtplib.SMTPServerDisconnected as error:
            _refused(mail, error)
            break
        except smtplib.SMTPException as error:
            _refused(mail, error)
        except ValueError as error:
            # No server will ever see it: an address or a header that cannot be written.
            mail.give_up(describe(error))
        except OSError as error:
            _refused(mail, error)
            break
        else:
            mail.mark_sent()
            sent += 1
            if sent == 1:
                _wake_those_who_wait_for_the_server()
    return sent


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it is handed to the server; its Message-ID never changes.

    Raises ValueError where no present key opens the recipient's address.
    """
    if not mail.recipient:
        raise ValueError("the key of the address is gone")
    sender = mail.sender or settings.DEFAULT_FROM_EMAIL
    host = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        sender,
        [mail.recipient],
        headers={**mail.headers, "Message-ID": f"<{mail.message_key}@{host}>"},
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _refused(mail: OutgoingMail, error: Exception) -> None:
    code, answer = _answer_in(error)
    mail.refusals += 1
    mail.refused_with = code or None
    is_plain = 500 <= code < 600
    most = MOST_PLAIN_REFUSALS if is_plain else MOST_REFUSALS
    # Never the recipient, whom the server's answer may name.
    logger.warning("Mail %s was not taken (%s)", mail.pk, code or type(error).__name__)
    if is_plain and isinstance(error, smtplib.SMTPRecipientsRefused):
        recipient_refused.send(OutgoingMail, mail=mail, code=code, answer=answer)
    if mail.refusals >= most:
        mail.give_up(describe(error))
    else:
        mail.postpone(pause_after(mail.refusals), describe(error))


def _answer_in(error: Exception) -> tuple[int, str]:
    """What the server said: its number, 0 where there was none, and its words."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()), (0, b""))
        return int(code), words.decode("utf-8", "replace")
    return int(getattr(error, "smtp_code", 0)), ""


def describe(error: Exception) -> str:
    """What went wrong, in a line for the dashboard."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = [f"{code} {text!r}" for code, text in error.recipients.values()]
        return f"The server refuses the recipient: {'; '.join(answers)}"
    return f"{type(error).__name__}: {error}".strip(": ")


def _wait_for_server(error: Exception) -> None:
    logger.warning("The mail server cannot be reached (%s)", type(error).__name__)
    now, due = timezone.now(), OutgoingMail.objects.due()
    for attempts in set(due.values_list("attempts", flat=True)):
        pause = pause_after(attempts + 1, LONGEST_PAUSE_WITHOUT_SERVER)
        due.filter(attempts=attempts).update(
            state=MailState.WAITING,
            claimed_by="",
            attempts=F("attempts") + 1,
            next_attempt=now + pause,
            last_error=describe(error)[:300],
        )


def _wake_those_who_wait_for_the_server() -> None:
    waiting = OutgoingMail.objects.filter(state=MailState.WAITING, refusals=0)
    waiting.filter(attempts__gt=0).update(next_attempt=timezone.now())
