"""Sizes of pictures that nobody has drawn yet: no visitor waits for one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Picture and size, such as (7, "format-avif|width-360").
Missing = set[tuple[int, str]]

_missing: ContextVar[Missing | None] = ContextVar("missing_sizes", default=None)


@contextmanager
def drawn_later() -> Iterator[Missing]:
    """Draw nothing in this block; what was missing in it is told at its end."""
    found: Missing = set()
    before = _missing.set(found)
    try:
        yield found
    finally:
        _missing.reset(before)


def is_drawn_at_once() -> bool:
    """Whether whoever asks for a size has it drawn."""
    return _missing.get() is None


def tell_missing(image_id: int, spec: str) -> None:
    """Note a size that a visitor's page lacks."""
    if (found := _missing.get()) is not None:
        found.add((image_id, spec))
