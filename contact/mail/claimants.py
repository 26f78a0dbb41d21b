"""Who is sending a mail: a process of a machine, which may die while it does."""

import os
import secrets
import socket

from django.utils import timezone

from contact.models.mail import MailState, OutgoingMail

HOST = socket.gethostname()[:60]
# A number of a process comes back, in a container with every start.
RUN = secrets.token_hex(4)


def claimant() -> str:
    """The name under which this process claims a mail."""
    return f"{HOST}:{os.getpid()}:{RUN}"


def free_claims_of_the_dead() -> int:
    """Let go what a killed process of this machine was sending; returns how many."""
    claimed = OutgoingMail.objects.filter(state=MailState.SENDING)
    dead = [
        one for one in set(claimed.values_list("claimed_by", flat=True)) if is_dead(one)
    ]
    return claimed.filter(claimed_by__in=dead).update(
        state=MailState.WAITING, claimed_by="", next_attempt=timezone.now()
    )


def is_dead(name: str) -> bool:
    """Whether no process of this machine can be the one that made the claim."""
    host, _colon, process = name.rpartition(":")[0].rpartition(":")
    if host != HOST or not process.isdigit():
        return False
    if int(process) == os.getpid():
        return name != claimant()
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
