"""Makes records once in each process; whoever needs them later gets their rows back.

Making the small practice takes longer than most test files do. On PostgreSQL
everything is made anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

# Those that Django made: it writes their names in quotes.
TABLES = """SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE "%'"""


@dataclass
class Made:
    """What was returned, the rows of every table that was changed, and new files."""

    found: Any
    rows: dict[str, list[str]]
    files: dict[Path, bytes]

    def put_back(self) -> None:
        with connection.cursor() as cursor:
            for table, rows in self.rows.items():
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608
                if rows:
                    cursor.execute(f'INSERT INTO "{table}" VALUES {",".join(rows)}')  # noqa: S608
        for path, content in self.files.items():
            if not path.exists():
                path.write_bytes(content)


_made: dict[Callable, Made] = {}


def made_once(make: Callable, *args) -> Any:
    """What `make` returned first, with all that it did to the database.

    Each time the database must hold what it held the first time.
    """
    if connection.vendor != "sqlite":
        return make(*args)
    if make in _made:
        _made[make].put_back()
    else:
        _made[make] = _watch(make, *args)
    return _made[make].found


def _watch(make: Callable, *args) -> Made:
    rows, files = _all_rows(), _all_files()
    found = make(*args)
    changed = {table: new for table, new in _all_rows().items() if new != rows[table]}
    return Made(found, changed, {p: p.read_bytes() for p in _all_files() - files})


def _all_files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def _all_rows() -> dict[str, list[str]]:
    """Table → its rows as SQL; triggers keep the tables of the search in step."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        return {table: _rows(cursor, table) for table in [*tables, "sqlite_sequence"]}


def _rows(cursor, table: str) -> list[str]:
    cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')  # noqa: S608
    columns = [f'quote("{name}")' for name, *_rest in cursor.description]
    cursor.execute(f"""SELECT {" || ',' || ".join(columns)} FROM "{table}" """)  # noqa: S608
    return [f"({row})" for (row,) in cursor.fetchall()]
