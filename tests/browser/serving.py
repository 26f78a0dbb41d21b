"""Serves the demo practice as an operator would: gunicorn, worker, static files."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg
from psycopg import sql

from tests.migrated import kept_database

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
# What a program needs to run at all; settings of a real practice stay outside.
INHERITED = ("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class ServedPractice:
    """The address of the running site, and the folder that holds its data."""

    url: str
    data_dir: Path

    def password_of(self, username: str) -> str:
        """The password that `manage.py demo` gave this account."""
        accounts = (self.data_dir / "demo-accounts.json").read_text(encoding="utf-8")
        return json.loads(accounts)[username]

    def last_log_lines(self, number: int = 60) -> str:
        """The end of what the web server and the worker wrote."""
        return "\n".join(
            f"{name}: {line}"
            for name in ("worker", "web")
            for line in _log(self.data_dir, name).read_text().splitlines()[-number:]
        )


@contextmanager
def served_practice() -> Iterator[ServedPractice]:
    """Fill a fresh database and serve it until the end of the block."""
    data_dir = Path(tempfile.mkdtemp(prefix="practice-browser-"))
    try:
        with own_database() as database_url:
            practice = ServedPractice(f"http://localhost:{_free_port()}", data_dir)
            environment = _environment(practice, database_url)
            if not database_url and kept_database().exists():
                shutil.copy(kept_database(), data_dir / "db.sqlite3")
            else:
                _manage("migrate --noinput", environment)
            for command in ("collectstatic --noinput", "demo"):
                _manage(command, environment)
            with _running(practice, environment):
                yield practice
    finally:
        shutil.rmtree(data_dir, ignore_errors=True)


@contextmanager
def own_database() -> Iterator[str]:
    """A database on the PostgreSQL server of DATABASE_URL; without one "": SQLite."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield ""
        return
    name = f"browser_{secrets.token_hex(6)}"
    _on_server(server, "CREATE DATABASE {}", name)
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        _on_server(server, "DROP DATABASE {} WITH (FORCE)", name)


def _on_server(server: str, statement: str, name: str) -> None:
    with closing(psycopg.connect(server, autocommit=True)) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _environment(practice: ServedPractice, database_url: str) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return inherited | {
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": practice.url,
        "PORT": str(urlsplit(practice.url).port),
        "DATA_DIR": str(practice.data_dir),
        "DATABASE_URL": database_url,
        "WEB_CONCURRENCY": "2",
        "TWO_FACTOR": "optional",
        "PYTHONUNBUFFERED": "1",
    }


def _manage(command: str, environment: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603 Our own commands.
        [sys.executable, "manage.py", *command.split()],
        cwd=ROOT,
        env=environment,
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, f"manage.py {command}:\n{done.stdout}\n{done.stderr}"


@contextmanager
def _running(practice: ServedPractice, environment: dict[str, str]) -> Iterator[None]:
    """The processes of the Procfile, both or neither."""
    commands = {"web": "-m gunicorn config.wsgi", "worker": "manage.py worker"}
    processes = []
    try:
        for name, command in commands.items():
            with _log(practice.data_dir, name).open("w") as log:
                processes.append(
                    subprocess.Popen(  # noqa: S603 Our own commands.
                        [sys.executable, *command.split()],
                        cwd=ROOT,
                        env=environment,
                        stdout=log,
                        stderr=subprocess.STDOUT,
                    )
                )
        _wait_until_it_answers(practice, processes)
        yield
    finally:
        for process in processes:
            _stop(process)


def _wait_until_it_answers(practice: ServedPractice, processes: list) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and all(p.poll() is None for p in processes):
        try:
            with urlopen(f"{practice.url}/robots.txt", timeout=5):  # noqa: S310
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"The site does not answer:\n{practice.last_log_lines()}")


def _stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _log(data_dir: Path, name: str) -> Path:
    return data_dir / f"{name}.log"
