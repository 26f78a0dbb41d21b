"""Where kept pages are: in this process, and in a place that all processes share."""

import logging
import os
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Protocol

import redis
from django.conf import settings

from config.page_cache.entries import Entry
from home.changes.redis_journal import PATIENCE, PAUSE

logger = logging.getLogger(__name__)

NEAR_BYTES = 16_000_000
SHARED_BYTES = 512_000_000
OLDEST = 7 * 24 * 3600  # seconds: so long an old copy helps while the database is away
SWEEP_EVERY = 500  # pages kept


class Near:
    """The pages that this process was asked for last; never more than so many bytes."""

    def __init__(self, most_bytes: int = NEAR_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._lock = threading.Lock()
        self._entries: OrderedDict[str, Entry] = OrderedDict()

    def get(self, key: str) -> Entry | None:
        entry = self._entries.get(key)
        if entry is not None:
            with suppress(KeyError):  # Another thread may have dropped it just now.
                self._entries.move_to_end(key)
        return entry

    def put(self, key: str, entry: Entry) -> None:
        with self._lock:
            self._drop(key)
            self._entries[key] = entry
            self.bytes += entry.size
            while self.bytes > self.most_bytes:
                self._drop(next(iter(self._entries)))

    def _drop(self, key: str) -> None:
        if entry := self._entries.pop(key, None):
            self.bytes -= entry.size

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self.bytes = 0


class Shared(Protocol):
    """A place for pages that all processes read; it never raises."""

    def get(self, key: str) -> Entry | None: ...

    def put(self, key: str, entry: Entry) -> None: ...

    def entries(self) -> Iterator[Entry]: ...


def _load(data: bytes) -> Entry | None:
    try:
        return Entry.load(data)
    except ValueError:
        return None


class FileStore:
    """One file a page, on disk or in shared memory, for the processes of a machine."""

    def __init__(self, folder: Path, most_bytes: int = SHARED_BYTES) -> None:
        self.folder = folder
        self.most_bytes = most_bytes
        self._puts = 0

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def get(self, key: str) -> Entry | None:
        try:
            return _load(self._path(key).read_bytes())
        except OSError:
            return None

    def put(self, key: str, entry: Entry) -> None:
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".")
            try:
                with open(descriptor, "wb") as file:
                    file.write(entry.dump())
                os.replace(draft, path)
            except OSError:
                os.unlink(draft)
                raise
        except OSError as error:
            logger.warning("A page could not be kept: %s", error)
        self._puts += 1
        if self._puts % SWEEP_EVERY == 0:
            self.sweep()

    def _files(self) -> list[tuple[float, int, Path]]:
        found = []
        for path in self.folder.glob("??/*"):
            with suppress(OSError):
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
        return sorted(found, reverse=True)

    def sweep(self) -> None:
        """Throw out what is too old, and the oldest where there is too much."""
        oldest, room = time.time() - OLDEST, self.most_bytes
        for made, size, path in self._files():
            room -= size
            if made < oldest or room < 0:
                path.unlink(missing_ok=True)

    def entries(self) -> Iterator[Entry]:
        for _made, _size, path in self._files():
            with suppress(OSError):
                if entry := _load(path.read_bytes()):
                    yield entry


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
        return _load(data) if data else None

    def put(self, key: str, entry: Entry) -> None:
        data = entry.dump()
        self._ask(lambda: self.redis.set(self.PREFIX + key, data, ex=OLDEST))

    def _keys(self) -> list[bytes]:
        return self._ask(lambda: list(self.redis.scan_iter(f"{self.PREFIX}*")), [])

    def entries(self) -> Iterator[Entry]:
        for key in self._keys():
            data = self._ask(lambda key=key: self.redis.get(key))
            if entry := _load(data) if data else None:
                yield entry


@cache
def shared_store() -> Shared:
    """The place for pages that all processes of this site share."""
    if settings.REDIS_URL:
        return RedisStore(settings.REDIS_URL)
    return FileStore(Path(settings.PAGE_CACHE_DIR))
