"""psycopg, with connections that look up when an answer takes long."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from psycopg import *  # noqa: F403  Django looks for all of it here.
from psycopg import Connection, OperationalError
from psycopg.abc import PQGen

from config.breaker import breaker
from config.postgresql.address import in_public
from config.postgresql.liveness import answers

TICK = 0.05  # seconds between two looks at the clock


class Patience(NamedTuple):
    """How long to wait, in seconds."""

    first: float  # before one looks whether the server is alive
    again: float  # and again, while it is: a long query is no fault
    alive: float  # for a sign of life


# A request must have its answer within half a second, whatever that says.
IN_A_HURRY = Patience(first=0.1, again=0.2, alive=0.25)
AT_WORK = Patience(first=0.3, again=2.0, alive=1.0)


class WatchfulConnection(Connection):
    """Waits for a slow server as long as it takes, and for a dead one a moment."""

    patience = AT_WORK

    def wait(self, gen, interval=TICK, timeout=None):
        return super().wait(self._watch(gen), interval=TICK, timeout=timeout)

    def _watch(self, gen: PQGen) -> PQGen:
        look_at = time.monotonic() + self.patience.first
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if not ready and time.monotonic() >= look_at:
                    self._look_up()
                    look_at = time.monotonic() + self.patience.again
                wanted = gen.send(ready)
        except StopIteration as end:
            return end.value

    def _look_up(self) -> None:
        address = in_public(self.info.get_parameters())
        if answers(address, self.patience.alive):
            return
        breaker.trip()
        self.pgconn.finish()
        raise OperationalError("The database hangs; its connection was given up.")

    @contextmanager
    def in_a_hurry(self) -> Iterator[None]:
        self.patience = IN_A_HURRY
        try:
            yield
        finally:
            self.patience = AT_WORK


connect = WatchfulConnection.connect  # type: ignore[assignment]
