"""The journal of one machine: a file that is only ever added to."""

import logging
import os
import secrets
import tempfile
from pathlib import Path

from home.changes.journal import READ, Journal, JournalIsAway

logger = logging.getLogger(__name__)

# Past this size it begins anew, and everything kept is made again once.
LARGEST = 1_000_000


class FileJournal(Journal):
    """Asks with one `stat` whether there is anything new."""

    is_near = True

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self._seen: tuple[int, int, int] | None = None

    def _catch_up(self) -> None:
        try:
            found = os.stat(self.path)
        except FileNotFoundError:
            self._begin()
            found = self._stat_again()
        except OSError as error:
            raise JournalIsAway from error
        state = (found.st_ino, found.st_size, found.st_mtime_ns)
        if state != self._seen:
            self._read()
            self._seen = state

    def _stat_again(self) -> os.stat_result:
        try:
            return os.stat(self.path)
        except OSError as error:
            raise JournalIsAway from error

    def _read(self) -> None:
        try:
            with open(self.path, "rb") as file:
                name = file.readline().decode().strip()
                if name != self.name or not name:
                    self._forget(name)
                    self.position = file.tell()
                file.seek(self.position)
                new = file.read()
        except OSError as error:
            raise JournalIsAway from error
        # Somebody may be writing the last line right now.
        whole = new[: new.rfind(b"\n") + 1]
        for line in whole.splitlines(keepends=True):
            self.position += len(line)
            self._take_in(line.decode(), self.position)

    def _append(self, record: str) -> None:
        line = f"{record}\n".encode()
        try:
            # Lines this short are written in one piece, whoever else writes.
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND)
        except FileNotFoundError:
            return self._begin()
        try:
            size = os.fstat(descriptor).st_size
            is_written = size < LARGEST and os.write(descriptor, line) == len(line)
        except OSError:
            logger.exception("The journal of changes cannot be written")
            is_written = False
        finally:
            os.close(descriptor)
        return None if is_written else self._begin()

    def _begin(self) -> None:
        """Begin a journal of another name: all that was kept counts as changed."""
        # Needs no room on the disk; without a journal nothing is kept.
        self.path.unlink(missing_ok=True)
        tables = "".join(f"{READ} {table}\n" for table in sorted(self.tables_read))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=self.path.parent) as draft:
                draft.write(f"{secrets.token_hex(8)}\n{tables}")
                draft.flush()
                os.link(draft.name, self.path)
        except FileExistsError:
            return  # Another process was quicker.
        except OSError:
            logger.exception("The journal of changes cannot be begun")
