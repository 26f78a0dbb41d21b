"""Where several machines share the pages that they keep."""

import logging
import time
from collections.abc import Iterator

import redis

from config.page_cache.entries import Entry
from config.page_cache.stores import OLDEST, load
from home.changes.redis_journal import PATIENCE, PAUSE

logger = logging.getLogger(__name__)


class RedisStore:
    """Pages in the Redis that several machines share."""

    PREFIX = "practice:page:"

    def __init__(self, url: str) -> None:
        self.redis = redis.Redis.from_url(
            url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
        )
        self._away_until = 0.0

    def _ask(self, question, default=None):
        if time.monotonic() < self._away_until:
            return default
        try:
            return question()
        except redis.RedisError as error:
            logger.warning("Redis is away: %s", type(error).__name__)
            self._away_until = time.monotonic() + PAUSE
            return default

    def get(self, key: str) -> Entry | None:
        data = self._ask(lambda: self.redis.get(self.PREFIX + key))
        return load(data) if data else None

    def put(self, key: str, entry: Entry) -> None:
        data = entry.dump()
        self._ask(lambda: self.redis.set(self.PREFIX + key, data, ex=OLDEST))

    def _keys(self) -> list[bytes]:
        return self._ask(lambda: list(self.redis.scan_iter(f"{self.PREFIX}*")), [])

    def entries(self) -> Iterator[Entry]:
        for key in self._keys():
            data = self._ask(lambda key=key: self.redis.get(key))
            if entry := load(data) if data else None:
                yield entry
