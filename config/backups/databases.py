"""Takes a database out whole, as it is at one moment, and puts it back whole."""

import os
import secrets
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg
from django.db import connection
from psycopg.sql import SQL, Identifier

from config.postgresql.address import address_of, in_public

Rows = dict[str, int]


class CannotBeDone(Exception):  # noqa: N818  It is no fault of the code.
    """Something is missing on this machine; the message says what."""


class Database(Protocol):
    """One kind of database; `rows` are the numbers of rows in all of its tables."""

    name: str  # of the file in a backup

    def is_empty(self) -> bool: ...

    def dump(self, path: Path) -> Rows: ...

    def load(self, path: Path) -> None: ...

    def opened(self, path: Path) -> Any:
        """Open what was dumped in a temporary place, as a context: a connection."""


def this_database() -> Database:
    """The one that DATABASE_URL names."""
    return Postgresql() if connection.vendor == "postgresql" else Sqlite()


def count_rows(opened) -> Rows:
    """How many rows each table has."""
    names = SQLITE_TABLES if isinstance(opened, sqlite3.Connection) else TABLES
    tables = [name for (name,) in opened.execute(names).fetchall()]
    counted = {}
    for table in tables:
        quoted = '"' + table.replace('"', '""') + '"'
        counted[table] = opened.execute(f"SELECT count(*) FROM {quoted}").fetchone()[0]  # noqa: S608
    return counted


TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
# A virtual table has no rows of its own; they are in tables beside it.
SQLITE_TABLES = """
SELECT name FROM sqlite_master
WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%'
"""
# The role may own the tables and neither the schema nor the extensions in it.
DROP_TABLES = """
DO $$ DECLARE one record; BEGIN
FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
EXECUTE format('DROP TABLE public.%I CASCADE', one.tablename);
END LOOP; END $$;
"""
PLAIN = ["--no-owner", "--no-privileges"]


class Sqlite:
    """Copied page by page by SQLite itself, while others read and write."""

    name = "database.sqlite3"

    def is_empty(self) -> bool:
        connection.ensure_connection()
        return not count_rows(connection.connection)

    def dump(self, path: Path) -> Rows:
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
            # One file; the site's own connection switches it on again.
            copy.execute("PRAGMA journal_mode = DELETE")
            return count_rows(copy)

    def load(self, path: Path) -> None:
        # Into the open file: processes that still run see the change.
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            copy.backup(connection.connection)
        connection.close()

    @contextmanager
    def opened(self, path: Path) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(path)) as copy:
            (said,) = copy.execute("PRAGMA integrity_check").fetchone()
            if said != "ok":
                raise CannotBeDone(f"SQLite says of the database: {said}")
            yield copy


class Postgresql:
    """Taken out by pg_dump, from the moment at which the rows are counted."""

    name = "database.dump"

    def is_empty(self) -> bool:
        with psycopg.connect(**self._address()) as opened:
            return not opened.execute(TABLES).fetchall()

    def dump(self, path: Path) -> Rows:
        with psycopg.connect(**self._address()) as opened:
            opened.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            (moment,) = opened.execute("SELECT pg_export_snapshot()").fetchone() or (
                "",
            )
            rows = count_rows(opened)
            words = ["--format=custom", *PLAIN, "--no-comments"]
            words += [f"--snapshot={moment}", f"--file={path}"]
            self._run("pg_dump", *words, self._target())
        return rows

    def load(self, path: Path) -> None:
        connection.close()
        self._load_into(path, self._target())

    @contextmanager
    def opened(self, path: Path) -> Iterator[psycopg.Connection]:
        name = f"restore_check_{secrets.token_hex(4)}"
        with psycopg.connect(**self._address(), autocommit=True) as server:
            try:
                server.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
            except psycopg.errors.InsufficientPrivilege as error:
                raise CannotBeDone(
                    "Checking needs a database of its own for a moment, and this role "
                    "may not make one: ALTER ROLE … CREATEDB"
                ) from error
            try:
                self._load_into(path, self._target(name))
                with psycopg.connect(**self._address(name)) as opened:
                    yield opened
            finally:
                drop = SQL("DROP DATABASE {} WITH (FORCE)")
                server.execute(drop.format(Identifier(name)))

    def _load_into(self, path: Path, target: str) -> None:
        """All or nothing: what was there before is dropped in the same transaction."""
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder) / "restore.sql"
            with script.open("w") as file:
                file.write(DROP_TABLES)
                file.flush()
                self._run("pg_restore", *PLAIN, "--file=-", str(path), stdout=file)
            words = ["--no-psqlrc", "--quiet", "--single-transaction"]
            words += ["--set=ON_ERROR_STOP=1", "--output=/dev/null", f"--file={script}"]
            self._run("psql", *words, target)

    def _address(self, name: str = "") -> dict[str, Any]:
        found = address_of(connection.get_connection_params())
        return {**found, "dbname": name or found["dbname"]}

    def _target(self, name: str = "") -> str:
        return f"--dbname={in_public(self._address(name))}"

    def _run(self, program: str, *words: str, stdout=None) -> None:
        found = shutil.which(program)
        if found is None:
            raise CannotBeDone(
                f"{program} is not on this machine. It comes with PostgreSQL's client "
                "programs (Debian: apt install postgresql-client)."
            )
        password = self._address().get("password")
        secret = {"PGPASSWORD": str(password)} if password else {}
        done = subprocess.run(  # noqa: S603 PostgreSQL's own programs.
            [found, *words],
            env={**os.environ, **secret},
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
        )
        if done.returncode:
            raise CannotBeDone(f"{program} says: {done.stderr.strip()[:1000]}")
