"""Makes the small practice once in each process; later test files get its rows.

Making it takes longer than most files do. On PostgreSQL each file makes its own.
"""

from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from tests import practice

# Those that Django made: it writes their names in quotes.
TABLES = """SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE "%'"""


@dataclass
class Made:
    """The cast, the rows of every table that it changed, and its files."""

    cast: dict[str, object]
    rows: dict[str, list[str]]
    files: dict[Path, bytes]

    def put_back(self) -> None:
        """Let the database hold these rows; it must be as empty as before."""
        with connection.cursor() as cursor:
            for table, rows in self.rows.items():
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608
                if rows:
                    cursor.execute(f'INSERT INTO "{table}" VALUES {",".join(rows)}')  # noqa: S608
        for path, content in self.files.items():
            if not path.exists():
                path.write_bytes(content)


_made: list[Made] = []


def practice_made_once() -> dict[str, object]:
    """Put the practice into a database that has none; return its cast by name."""
    if connection.vendor != "sqlite":
        return practice.build()
    if _made:
        _made[0].put_back()
    else:
        _made.append(_make())
    return _made[0].cast


def _make() -> Made:
    before = _all_rows()
    cast = practice.build()
    rows = {table: new for table, new in _all_rows().items() if new != before[table]}
    paths = [Path(cast[name].file.path) for name in ("picture", "document")]
    return Made(cast, rows, {path: path.read_bytes() for path in paths})


def _all_rows() -> dict[str, list[str]]:
    """Table → its rows as SQL; triggers keep the tables of the search in step."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        return {table: _rows(cursor, table) for table in [*tables, "sqlite_sequence"]}


def _rows(cursor, table: str) -> list[str]:
    columns = connection.introspection.get_table_description(cursor, table)
    quoted = " || ',' || ".join(f'quote("{column.name}")' for column in columns)
    cursor.execute(f'SELECT {quoted} FROM "{table}"')  # noqa: S608
    return [f"({row})" for (row,) in cursor.fetchall()]
