"""Many pages in one transaction: what follows from each is done once for all."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

Work = Callable[[set[int]], None]

_waiting: ContextVar[dict[Work, set[int]] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Save many pages whole or not at all; postponed work is done at the end."""
    with transaction.atomic():
        waiting: dict[Work, set[int]] = {}
        token = _waiting.set(waiting)
        try:
            yield
        finally:
            _waiting.reset(token)
        for work, keys in waiting.items():
            work(keys)


def do_once(work: Work, keys: Iterable[int]) -> None:
    """Do this for pages with these keys: now, or in `together()` once for all."""
    waiting = _waiting.get()
    if waiting is None:
        work(set(keys))
    else:
        waiting.setdefault(work, set()).update(keys)
