"""A cache that may be away without anybody noticing more than that it is slow."""

import logging
import time

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.filebased import FileBasedCache

logger = logging.getLogger(__name__)


class Forgiving(BaseCache):
    """Knows nothing while the place it keeps things in is away, and keeps nothing."""

    errors: tuple[type[Exception], ...]
    pause: float
    _away_until = 0.0

    def _ask(self, question, otherwise):
        if time.monotonic() < self._away_until:
            return otherwise
        try:
            return question()
        except self.errors as error:
            logger.warning("The cache is away: %s", type(error).__name__)
            self._away_until = time.monotonic() + self.pause
            return otherwise

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        ask = super().add
        return self._ask(lambda: ask(key, value, timeout, version), False)

    def get(self, key, default=None, version=None):
        ask = super().get
        return self._ask(lambda: ask(key, default, version), default)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        ask = super().set
        return self._ask(lambda: ask(key, value, timeout, version), None)

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        ask = super().touch
        return self._ask(lambda: ask(key, timeout, version), False)

    def delete(self, key, version=None):
        ask = super().delete
        return self._ask(lambda: ask(key, version), False)

    def get_many(self, keys, version=None):
        ask = super().get_many
        return self._ask(lambda: ask(keys, version), {})

    def has_key(self, key, version=None):
        ask = super().has_key
        return self._ask(lambda: ask(key, version), False)

    def incr(self, key, delta=1, version=None):
        ask = super().incr
        found = self._ask(lambda: ask(key, delta, version), None)
        if found is None:
            # What Django says of a key that is not there.
            raise ValueError(f"Key {key!r} not found")
        return found

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        ask = super().set_many
        return self._ask(lambda: ask(data, timeout, version), list(data))

    def delete_many(self, keys, version=None):
        ask = super().delete_many
        return self._ask(lambda: ask(keys, version), None)

    def clear(self):
        ask = super().clear
        return self._ask(lambda: ask(), False)


class ForgivingFileCache(Forgiving, FileBasedCache):
    """Files on a disk, which may be full."""

    errors = (OSError,)
    pause = 0.0  # What is kept already can still be read.
