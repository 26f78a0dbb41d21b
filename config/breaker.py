"""Remembers for a moment that the database could not be reached."""

import time

PAUSE = 1.0  # seconds before a database that could not be reached is asked again


class Breaker:
    """Lets one ask a database that was away, and tells all others that it is."""

    def __init__(self) -> None:
        self._away_until = 0.0
        self._is_away = False

    @property
    def is_open(self) -> bool:
        return time.monotonic() < self._away_until

    def trip(self) -> None:
        self._is_away = True
        self._away_until = time.monotonic() + PAUSE

    def mend(self) -> None:
        self._is_away = False
        self._away_until = 0.0

    def may_ask(self) -> bool:
        """Whether this caller may; of those who come after an outage, the first one."""
        if self.is_open:
            return False
        if self._is_away:
            self.trip()
        return True


breaker = Breaker()
