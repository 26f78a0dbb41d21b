"""A real mail server on this machine, which can fail in the ways that servers do."""

import asyncio
import email
import socket
import threading
from collections import Counter
from contextlib import contextmanager
from email.message import Message

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class DyingSMTP(SMTP):
    """Can hang up in the middle of a message, or after it but before the answer."""

    async def smtp_DATA(self, arg):  # noqa: N802 The library's name.
        if self.event_handler.mood == "dies mid-message":
            await self.push("354 Go on")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Letters:
    """What the server has taken, and how it answers: its mood."""

    def __init__(self, mood: str = "well") -> None:
        self.mood = mood
        self.taken: list[Message] = []
        self.connections = 0
        self.pause = 0.0
        self.is_holding = threading.Event()

    @property
    def copies(self) -> Counter:
        """Recipient → how many mails the server took for it."""
        return Counter(letter["To"] for letter in self.taken)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.mood == "busy":
            return "451 Come again later"
        if self.mood == "holds" and self.taken:
            self.is_holding.set()
            await asyncio.sleep(60)
        if self.mood == "refuses us":
            return "550 5.7.1 We take no mail from you"
        if self.mood == "refuses":
            return "550 No such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.mood == "refuses messages":
            return "554 Not like this"
        if self.pause:
            await asyncio.sleep(self.pause)
        self.taken.append(email.message_from_bytes(envelope.content))
        if self.mood == "dies after it":
            server.transport.abort()
        return "250 Taken"


class _Controller(Controller):
    def factory(self):
        return DyingSMTP(self.handler, hostname="mail.example.org", timeout=60)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def serving(letters: Letters, port: int):
    """Serve until the end of the block."""
    controller = _Controller(letters, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield letters
    finally:
        controller.stop()
