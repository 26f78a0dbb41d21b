"""Brings back what a backup holds, or tries whether that would work."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from config.backups import media
from config.backups.archive import BrokenBackup, Manifest, unpack
from config.backups.databases import count_rows, this_database
from config.page_cache.clearing import clear_pages


@contextmanager
def unpacked(
    path: Path, tell: Callable[[str], None]
) -> Iterator[tuple[Path, Manifest]]:
    """The whole backup in a folder beside the data, once all checksums were right."""
    folder = Path(tempfile.mkdtemp(dir=settings.DATA_DIR, prefix=".restore-"))
    try:
        for said in unpack(path, folder):
            if isinstance(said, Manifest):
                _check_vendor(said)
                yield folder, said
            else:
                tell(said)
    finally:
        shutil.rmtree(folder)


def _check_vendor(manifest: Manifest) -> None:
    if manifest.database != connection.vendor:
        raise BrokenBackup(
            f"It is of {manifest.database}, and DATABASE_URL names {connection.vendor}."
        )


def try_out(folder: Path, manifest: Manifest) -> None:
    """Restore the database in a temporary place and compare it with the list."""
    database = this_database()
    with database.opened(folder / database.name) as opened:
        rows = count_rows(opened)
        if rows != manifest.rows:
            tables = sorted(
                {table for table, _ in rows.items() ^ manifest.rows.items()}
            )
            raise BrokenBackup(f"Rows are missing in: {', '.join(tables[:5])}")
        named = {f"{media.FOLDER}/{name}" for name in media.named_in(opened)}
    if missing := sorted(named - manifest.files.keys()):
        raise BrokenBackup(f"The database names files that it lacks: {missing[:5]}")


def is_anything_here() -> bool:
    """Whether a restore would write over something."""
    is_media_in_the_way = media.is_on_this_disk() and not media.is_empty()
    return is_media_in_the_way or not this_database().is_empty()


def put_back(folder: Path) -> Path:
    """Put everything in place; return the folder where that of before is kept."""
    database = this_database()
    now = timezone.localtime().strftime("%Y%m%d-%H%M%S")
    aside = Path(settings.DATA_DIR) / f"before-restore-{now}"
    aside.mkdir(mode=0o700)
    if not database.is_empty():
        database.dump(aside / database.name)
    database.load(folder / database.name)
    media.put_back(folder / media.FOLDER, aside)
    cache.clear()
    clear_pages()
    return aside
