"""Puts mail into the queue, in the transaction of what it tells of."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.base_user import BaseUserManager
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from contact.models.mail import OutgoingMail
from contact.models.sealed import key_of
from contact.sealing import seal
from contact.tasks import deliver_mail


@dataclass(frozen=True)
class Mail:
    """A mail to one person; the same `kind`, `about` and `recipient` are one mail."""

    kind: str
    about: str
    recipient: str
    subject: str
    text: str
    html: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    sender: str = ""


def queue_mail(mails: Iterable[Mail]) -> list[OutgoingMail]:
    """Store mails for the worker; returns those that were not in the queue before.

    Raises ValidationError for a recipient that is no address. Nothing in a mail can
    begin a header of its own: breaks of line become spaces.
    """
    with transaction.atomic():
        stored = [_store(mail) for mail in mails]
        new = [row for row, is_new in stored if is_new]
        if new:
            deliver_mail.enqueue()
    return new


def is_address(text: str) -> bool:
    """Whether mail can be queued to it."""
    try:
        validate_email(BaseUserManager.normalize_email(text))
    except ValidationError:
        return False
    return True


def _store(mail: Mail) -> tuple[OutgoingMail, bool]:
    recipient = BaseUserManager.normalize_email(mail.recipient)
    validate_email(recipient)
    return OutgoingMail.objects.get_or_create(
        kind=mail.kind,
        about=mail.about,
        address_key=key_of(recipient),
        defaults={
            "sealed": seal({"email": recipient}),
            "sender": one_line(mail.sender),
            "subject": one_line(mail.subject)[:250],
            "text": mail.text,
            "html": mail.html,
            "headers": {one_line(k): one_line(v) for k, v in mail.headers.items()},
        },
    )


def one_line(text: str) -> str:
    """The text without anything that could end a header."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
