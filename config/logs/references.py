"""A short name for each request, which a visitor can read out and support can find."""

import random
from collections.abc import Callable, Iterable
from contextvars import ContextVar

# Without signs that sound or look alike.
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
HALF = 4

_current: ContextVar[str] = ContextVar("reference", default="")


def new_reference() -> str:
    """Two halves of four signs, such as "7QFM-X2KD"."""
    # Every request gets one, so it has to cost nothing; to guess it is of no use.
    number = random.getrandbits(64)
    signs = ""
    for _sign in range(2 * HALF):
        number, sign = divmod(number, len(SIGNS))
        signs += SIGNS[sign]
    return f"{signs[:HALF]}-{signs[HALF:]}"


def known_reference() -> str:
    """The name of the request that is being answered; "" outside of one."""
    return _current.get()


def reference() -> str:
    """The same, but never empty: an error page must name something."""
    if not _current.get():
        _current.set(new_reference())
    return _current.get()


class NameRequests:
    """Gives each request its name, for as long as its thread has no other."""

    def __init__(self, application: Callable) -> None:
        self.application = application

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        _current.set(new_reference())
        return self.application(environ, start_response)

    def at_hand(
        self, environ: dict, start_response: Callable
    ) -> Iterable[bytes] | None:
        _current.set(new_reference())
        return self.application.at_hand(environ, start_response)
