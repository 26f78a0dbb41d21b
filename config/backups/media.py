"""Pictures and documents, wherever they are kept: on this disk or in an object store."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

FOLDER = "media"


class Version(NamedTuple):
    """What tells a file from an earlier one of the same name."""

    size: int
    changed: float


def names(folder: str = "") -> Iterator[str]:
    """The names of all files below a folder."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    for name in sorted(files):
        yield f"{prefix}{name}"
    for name in sorted(folders):
        yield from names(f"{prefix}{name}")


def version(name: str) -> Version | None:
    """How the file is now; None where it is gone."""
    try:
        # In an object store nothing is ever written twice, and asking takes long.
        has_time = is_on_this_disk()
        changed = default_storage.get_modified_time(name).timestamp() if has_time else 0
        return Version(default_storage.size(name), changed)
    except FileNotFoundError:
        return None


def is_on_this_disk() -> bool:
    return isinstance(default_storage, FileSystemStorage)


def named_in(opened) -> set[str]:
    """The files that the rows of pictures and documents name."""
    tables = [
        model._meta.db_table for model in (get_image_model(), get_document_model())
    ]
    found: set[str] = set()
    for table in tables:
        rows = opened.execute(f'SELECT file FROM "{table}"').fetchall()  # noqa: S608
        found |= {name for (name,) in rows}
    return found


def is_empty() -> bool:
    """Whether nothing at all is kept."""
    return next(names(), None) is None


def put_back(folder: Path, aside: Path) -> None:
    """Bring the files of a backup back, and keep those that were here aside."""
    if is_on_this_disk():
        _swap(folder, Path(default_storage.location), aside / FOLDER)
    else:
        _add_missing(folder)


def _swap(folder: Path, place: Path, aside: Path) -> None:
    """What is in the folders, not they themselves: one may be a disk of its own."""
    _move_all(place, aside)
    _move_all(folder, place)


def _move_all(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.iterdir()) if source.exists() else []:
        shutil.move(path, target / path.name)


def _add_missing(folder: Path) -> None:
    """No name is ever used twice in the store: what is there already, stays."""
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_file() and not default_storage.exists(name):
            with path.open("rb") as file:
                default_storage.save(name, File(file))
