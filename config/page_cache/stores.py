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

from django.conf import settings
from django.utils.module_loading import import_string

from config.page_cache.entries import Entry

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


def load(data: bytes) -> Entry | None:
    """The entry that was dumped, None where nobody can read it."""
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
            return load(self._path(key).read_bytes())
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
                if entry := load(path.read_bytes()):
                    yield entry


@cache
def shared_store() -> Shared:
    """The place for pages that all processes of this site share."""
    if settings.REDIS_URL:
        # Its library takes 7 MB of each worker, which most sites have no use for.
        store = import_string("config.page_cache.redis_store.RedisStore")
        return store(settings.REDIS_URL)
    return FileStore(Path(settings.PAGE_CACHE_DIR))
