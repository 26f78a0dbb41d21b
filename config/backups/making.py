"""Makes a backup while the site runs."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection

from config.backups import media
from config.backups.archive import Writer, writing
from config.backups.databases import this_database
from config.backups.media import Version


def make_backup(path: Path) -> Iterator[tuple[str, int, int]]:
    """Write a backup; tell what was put in, the how manieth of how many.

    Media come first, then the database, then media that came in the meantime: so each
    file that the database names is there, whoever uploads or deletes while it is made.
    """
    with writing(path, connection.vendor) as writer:
        put: dict[str, Version] = {}
        yield from _put_media(writer, put)
        yield ("the database", len(put), len(put))
        _put_database(writer, path.parent)
        yield from _put_media(writer, put)


def _put_media(
    writer: Writer, put: dict[str, Version]
) -> Iterator[tuple[str, int, int]]:
    found = [*media.names()]
    for number, name in enumerate(found, start=1):
        if name in put and not media.is_on_this_disk():
            continue
        now = media.version(name)
        if now is None or put.get(name) == now:
            continue
        try:
            with default_storage.open(name) as file:
                writer.add(f"{media.FOLDER}/{name}", file, now.size)
        except FileNotFoundError:
            continue  # Deleted a moment ago: the database will not name it.
        put[name] = now
        yield name, number, len(found)


def _put_database(writer: Writer, folder: Path) -> None:
    database = this_database()
    with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as place:
        dumped = Path(place) / database.name
        writer.manifest.rows = database.dump(dumped)
        with dumped.open("rb") as file:
            writer.add(database.name, file, dumped.stat().st_size)
