"""Lets one of many who ask for the same page make it, and the others wait for it."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from django.conf import settings

# So many pages may be made at once without any of them waiting for another.
TURNS = 4096


class Turn:
    """The right to make one page; the system gives it back if the process dies."""

    def __init__(self, key: str) -> None:
        self.path = Path(settings.PAGE_CACHE_DIR) / "turns" / str(hash_of(key))
        self._descriptor = -1

    def take(self) -> bool:
        """Whether it is ours now; also where nobody can tell, as on a full disk."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.give_back()
            return False
        return True

    def give_back(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.give_back()


def hash_of(key: str) -> int:
    return int(key[:8], 16) % TURNS
