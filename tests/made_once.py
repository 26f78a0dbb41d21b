"""Makes records once in each process; whoever needs them later gets their rows back.

Making the small practice takes longer than most test files do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection


class SqliteRows:
    """Rows of tables as SQL; triggers keep the tables of the search in step."""

    # Those that Django made: it writes their names in quotes. Last the one in which
    # SQLite itself notes what is written to the others.
    TABLES = """SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE "%'
        UNION ALL SELECT 'sqlite_sequence'"""

    def read(self, cursor, table: str) -> list[str]:
        cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')  # noqa: S608
        columns = [f'quote("{name}")' for name, *_rest in cursor.description]
        joined = " || ',' || ".join(columns)
        cursor.execute(f'SELECT {joined} FROM "{table}"')  # noqa: S608
        return [f"({row})" for (row,) in cursor.fetchall()]

    def write(self, cursor, table: str, rows: list[str]) -> None:
        if rows:
            cursor.execute(f'INSERT INTO "{table}" VALUES {",".join(rows)}')  # noqa: S608


class PostgresqlRows:
    """The same as text of COPY. Its sequences never go back, so no key is met twice."""

    TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    # What the database itself works out cannot be written.
    COLUMNS = """SELECT string_agg(quote_ident(column_name), ', ')
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'"""

    def read(self, cursor, table: str) -> bytes:
        with cursor.copy(f"COPY {self._named(cursor, table)} TO STDOUT") as copy:
            return b"".join(copy)

    def write(self, cursor, table: str, rows: bytes) -> None:
        with cursor.copy(f"COPY {self._named(cursor, table)} FROM STDIN") as copy:
            copy.write(rows)

    def _named(self, cursor, table: str) -> str:
        cursor.execute(self.COLUMNS, [table])
        return f'"{table}" ({cursor.fetchone()[0]})'


def _database() -> SqliteRows | PostgresqlRows:
    return PostgresqlRows() if connection.vendor == "postgresql" else SqliteRows()


@dataclass
class Made:
    """What was returned, the rows of every table that was changed, and new files."""

    found: Any
    rows: dict[str, Any]
    files: dict[Path, bytes]

    def put_back(self) -> None:
        with connection.cursor() as cursor:
            for table, rows in self.rows.items():
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608
                _database().write(cursor, table, rows)
        for path, content in self.files.items():
            if not path.exists():
                path.write_bytes(content)


_made: dict[Callable, Made] = {}


def made_once(make: Callable, *args) -> Any:
    """What `make` returned first, with all that it did to the database.

    Each time the database must hold what it held the first time.
    """
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


def _all_rows() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(_database().TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        return {table: _database().read(cursor, table) for table in tables}
