"""A PostgreSQL and a Redis of one's own, to be stopped, halted and started again."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import redis
from psycopg.sql import SQL, Identifier

REDIS = shutil.which("redis-server")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def find_postgresql() -> Path | None:
    """The folder of the newest server's programs; Debian keeps them off the PATH."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


class RedisServer:
    """A Redis that keeps nothing on disk."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.process = subprocess.Popen(  # noqa: S603
            [REDIS, *words], stdout=subprocess.DEVNULL
        )
        asked = redis.Redis.from_url(self.url)
        for _time in range(200):
            try:
                asked.ping()
                return
            except redis.ConnectionError:
                time.sleep(0.02)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


class PostgresqlServer:
    """A PostgreSQL that need not outlive the machine."""

    def __init__(self) -> None:
        self.programs = find_postgresql()
        self.folder = Path(tempfile.mkdtemp(prefix="practice-postgresql-"))
        self.port = free_port()
        self.url = f"postgres://practice@127.0.0.1:{self.port}/postgres"
        if IS_ROOT:  # The server refuses to run as root.
            shutil.chown(self.folder, "postgres")
        words = ["--pgdata", "data", "--username", "practice", "--auth", "trust"]
        self._run("initdb", *words, "--encoding", "UTF8", "--locale", "C", "--no-sync")
        self.start()

    def _run(self, program: str, *words: str) -> None:
        owner = ["runuser", "-u", "postgres", "--"] if IS_ROOT else []
        with (self.folder.parent / f"{self.folder.name}.log").open("a") as log:
            subprocess.run(  # noqa: S603 PostgreSQL's own programs.
                [*owner, str(self.programs / program), *words],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                check=True,
            )

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", "--pgdata", "data", "--wait", "--silent", *words)

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -k {self.folder}"
        self._control("--options", f"{options} -c fsync=off", "start")

    def make_database(self, name: str) -> str:
        """The address of a new, empty database."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        return self.url.rpartition("/")[0] + f"/{name}"

    def stop(self) -> None:
        """As a machine does that goes down in a hurry."""
        self._control("--mode", "immediate", "stop")

    def halt(self) -> None:
        """Take connections and never answer, as on a disk that hangs."""
        for process in self._processes():
            os.kill(process, signal.SIGSTOP)

    def go_on(self) -> None:
        for process in self._processes():
            os.kill(process, signal.SIGCONT)

    def bring_back(self) -> None:
        """Serve again, whatever was done to it."""
        self.go_on()
        if not self._number.exists():
            self.start()

    @property
    def _number(self) -> Path:
        return self.folder / "data/postmaster.pid"

    def _processes(self) -> Iterator[int]:
        if not self._number.exists():
            return
        first = int(self._number.read_text().split()[0])
        yield first
        for status in Path("/proc").glob("[0-9]*/stat"):
            # Behind the name, which may hold anything: state and parent.
            _state, parent, *_more = status.read_text().rpartition(")")[2].split()
            if int(parent) == first:
                yield int(status.parent.name)

    def remove(self) -> None:
        self.bring_back()
        self.stop()
        shutil.rmtree(self.folder)
        self.folder.with_suffix(".log").unlink(missing_ok=True)
