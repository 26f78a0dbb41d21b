"""The journal of several machines: a list in the Redis that they share."""

import logging
import secrets
import time

import redis

from home.changes.journal import READ, Journal, JournalIsAway

logger = logging.getLogger(__name__)

KEY = "practice:changes"
LARGEST = 20_000  # records
PATIENCE = 0.25  # seconds for an answer
PAUSE = 1.0  # seconds before a Redis that was away is asked again


class RedisJournal(Journal):
    """Asks with one question whether there is anything new."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.redis = redis.Redis.from_url(
            url,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            decode_responses=True,
        )
        self._last_record = ""
        self._away_until = 0.0
        self._missed_something = False

    def _catch_up(self) -> None:
        if time.monotonic() < self._away_until:
            raise JournalIsAway
        try:
            if self._missed_something:
                # Nobody knows what was changed in the meantime.
                self._begin()
            self._read()
        except redis.RedisError as error:
            self._is_away()
            raise JournalIsAway from error

    def _is_away(self) -> None:
        self._away_until = time.monotonic() + PAUSE
        self._missed_something = True

    def _read(self) -> None:
        known = max(self.position - 1, 0)
        records = self._records(known)
        if self.position and records and records[0] == self._last_record:
            records = records[1:]
        else:
            records = self._whole()
            self._forget(records[0])
        for record in records:
            self.position += 1
            self._last_record = record
            # Each record ends with a sign of its own, so that none is taken for another.
            self._take_in(record.rpartition(" ")[0] or record, self.position)

    def _whole(self) -> list[str]:
        if not (records := self._records(0)):
            self._begin()
            records = self._records(0)
        return records

    def _records(self, first: int) -> list[str]:
        return [str(one) for one in self.redis.lrange(KEY, first, -1)]

    def _append(self, record: str) -> None:
        try:
            length = self.redis.rpush(KEY, f"{record} {secrets.token_hex(4)}")
            if length > LARGEST:
                self._begin()
        except redis.RedisError:
            logger.warning("Redis is away; what is kept there will be made anew")
            self._is_away()

    def _begin(self) -> None:
        """Begin a journal of another name: all that was kept counts as changed."""
        records = [f"{READ} {one} {secrets.token_hex(4)}" for one in self.tables_read]
        with self.redis.pipeline(transaction=True) as together:
            together.delete(KEY)
            together.rpush(KEY, f"begun {secrets.token_hex(8)}", *records)
            together.execute()
        self._missed_something = False
