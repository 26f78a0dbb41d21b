"""The check of very many texts, on all cores."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import NamedTuple

from . import NOBODY, Finding, OwnNames, check_text


class Job(NamedTuple):
    """A text with what `check_text` has to know of it."""

    text: str
    unproven: bool
    has_references: bool


class Checkers:
    """Processes that check texts; one or none is this one."""

    def __init__(self, pool: ProcessPoolExecutor | None, number: int) -> None:
        self._pool = pool
        self._number = number

    def check(
        self, jobs: list[Job], own_names: OwnNames = NOBODY
    ) -> list[list[Finding]]:
        """The findings in each text, in the order of the texts."""
        check = partial(_check, own_names=own_names)
        if self._pool is None:
            return [check(job) for job in jobs]
        share = max(1, len(jobs) // (4 * self._number))
        return list(self._pool.map(check, jobs, chunksize=share))


@contextmanager
def checkers(number: int) -> Iterator[Checkers]:
    """So many processes until the end of the block."""
    if number < 2:
        yield Checkers(None, 1)
        return
    # A fresh process shares no connection to the database with this one.
    with ProcessPoolExecutor(number, mp_context=get_context("spawn")) as pool:
        yield Checkers(pool, number)


def _check(job: Job, own_names: OwnNames) -> list[Finding]:
    return check_text(**job._asdict(), own_names=own_names)
