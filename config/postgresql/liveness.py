"""Whether a server is there at all, which one that hangs cannot pretend."""

import select
import time

from psycopg.pq import ConnStatus, PGconn, PollingStatus

# Without encryption its very first sign is an answer, if only a refusal.
PLAINLY = b" sslmode=disable gssencmode=disable"


def answers(address: str, patience: float) -> bool:
    """Whether a server says anything to a new client within so many seconds."""
    deadline = time.monotonic() + patience
    attempt = PGconn.connect_start(address.encode() + PLAINLY)
    try:
        while (left := deadline - time.monotonic()) > 0:
            wanted = attempt.connect_poll()
            if wanted in (PollingStatus.FAILED, PollingStatus.OK):
                return wanted == PollingStatus.OK
            is_heard = wanted == PollingStatus.READING
            is_ready = _wait(attempt.socket, is_heard, left)
            if is_heard and attempt.status == ConnStatus.AWAITING_RESPONSE:
                return is_ready
    finally:
        attempt.finish()
    return False


def _wait(socket: int, is_heard: bool, seconds: float) -> bool:
    """Whether there is something to read, or room to write, in time."""
    waiting = select.poll()
    waiting.register(socket, select.POLLIN if is_heard else select.POLLOUT)
    return bool(waiting.poll(seconds * 1000))
