"""The file of a backup: a compressed tar with a list of checksums at its end.

Whoever has lost this program can still unpack it with any other.
"""

import hashlib
import json
import os
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO

from django.utils import timezone

MANIFEST = "manifest.json"
FORMAT = 1
PIECE = 1_000_000  # bytes
COMPRESSION = 3  # Pictures are compressed already; more is only slower.


class BrokenBackup(Exception):  # noqa: N818  It is no fault of the code.
    """The file is no whole backup; the message says why."""


@dataclass
class Manifest:
    """What a backup must hold."""

    database: str  # the vendor, such as "sqlite"
    made: str
    rows: dict[str, int] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)  # name → SHA-256
    format: int = FORMAT

    def dump(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @classmethod
    def load(cls, data: bytes) -> "Manifest":
        found = json.loads(data)
        if found.get("format") != FORMAT:
            raise BrokenBackup("It was made by another version of this program.")
        return cls(**found)


class _Counted:
    """A file that is hashed while somebody reads it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.hash = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        piece = self.file.read(size)
        self.hash.update(piece)
        return piece


class Writer:
    """Puts one file after another into a backup."""

    def __init__(self, archive: tarfile.TarFile, database: str) -> None:
        self.archive = archive
        made = timezone.now().isoformat(timespec="seconds")
        self.manifest = Manifest(database, made)

    def add(self, name: str, file: IO[bytes], size: int) -> None:
        """Add a file; of two with the same name the later one counts."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        counted = _Counted(file)
        self.archive.addfile(member, counted)
        self.manifest.files[name] = counted.hash.hexdigest()

    def end(self) -> None:
        data = self.manifest.dump()
        member = tarfile.TarInfo(MANIFEST)
        member.size, member.mode = len(data), 0o600
        self.archive.addfile(member, BytesIO(data))


@contextmanager
def writing(path: Path, database: str) -> Iterator[Writer]:
    """Make a backup that is there whole, for its owner only, or not at all."""
    draft = path.with_name(f"{path.name}.part")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with (
            open(descriptor, "wb") as file,
            tarfile.open(
                fileobj=file, mode="w:gz", compresslevel=COMPRESSION
            ) as archive,
        ):
            writer = Writer(archive, database)
            yield writer
            writer.end()
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def unpack(path: Path, folder: Path) -> Iterator[str | Manifest]:
    """Unpack into an empty folder: each name, then the list of all that is in it.

    Raise BrokenBackup where anything is missing, too much or not what it was.
    """
    found: dict[str, str] = {}
    try:
        with tarfile.open(path, "r|gz") as archive:
            for member in archive:
                found[member.name] = _unpack_one(archive, member, folder)
                yield member.name
    except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise  # The disk's fault, or the path's.
        raise BrokenBackup("It is cut off, or no backup at all.") from error
    yield _compare(found, folder)


def _unpack_one(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> str:
    target = (folder / member.name).resolve()
    if not member.isreg() or not target.is_relative_to(folder.resolve()):
        raise BrokenBackup(f"It holds what no backup holds: {member.name}")
    target.parent.mkdir(parents=True, exist_ok=True)
    source = archive.extractfile(member)
    if source is None:
        raise BrokenBackup(f"It holds what cannot be read: {member.name}")
    counted = _Counted(source)
    with target.open("wb") as file:
        while piece := counted.read(PIECE):
            file.write(piece)
    return counted.hash.hexdigest()


def _compare(found: dict[str, str], folder: Path) -> Manifest:
    if found.pop(MANIFEST, None) is None:
        raise BrokenBackup("Its list of checksums is missing.")
    manifest = Manifest.load((folder / MANIFEST).read_bytes())
    differing = found.items() ^ manifest.files.items()
    if differing:
        names = sorted({name for name, _hash in differing})
        raise BrokenBackup(f"Not as it was put in: {', '.join(names[:5])}")
    return manifest
