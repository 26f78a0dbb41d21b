"""A small practice served by gunicorn, and people who ask it for pages."""

import http.client
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
INHERITED = ("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH")
PATIENCE = 60
BUILD = "from tests.practice import build; build()"


@dataclass(frozen=True)
class Got:
    """One answer; status 0 stands for none at all."""

    status: int
    body: str
    headers: dict[str, str]
    seconds: float
    at: float


class Site:
    """The processes of the Procfile, on a folder and a database of their own."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.environ = {
            **{name: os.environ[name] for name in INHERITED if name in os.environ},
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "DATA_DIR": str(folder / "data"),
            "SECRET_KEY": secrets.token_urlsafe(50),
            "SITE_URL": f"http://localhost:{self.port}",
            "PORT": str(self.port),
            "WEB_CONCURRENCY": "2",
            "TWO_FACTOR": "optional",
            **settings,
        }
        self.processes: dict[str, subprocess.Popen] = {}

    def manage(self, *words: str) -> str:
        done = subprocess.run(  # noqa: S603 Our own commands.
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.environ,
            text=True,
            capture_output=True,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def start(self, name: str, *words: str) -> subprocess.Popen:
        with self.log_file(name).open("a") as log:
            process = subprocess.Popen(  # noqa: S603 Our own commands.
                [sys.executable, *words],
                cwd=ROOT,
                env=self.environ,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.processes[name] = process
        return process

    def serve(self) -> None:
        self.log_file("web").unlink(missing_ok=True)
        number = f"--pid={self.folder / 'gunicorn.pid'}"
        program = str(Path(sys.executable).with_name("gunicorn"))
        self.start("web", program, number, "config.wsgi")
        self.wait_for(lambda: self.ask("/healthz").status == 200)
        self.wait_for(lambda: len(self.workers()) == 2)

    def work(self) -> None:
        self.start("worker", "manage.py", "worker")

    def stop(self) -> None:
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes = {}

    def stop_successor(self) -> None:
        """End the server that took over from the one that was started here."""
        # It takes the file over once it knows that the old one has gone.
        file = self.folder / "gunicorn.pid"
        self.wait_for(file.exists)
        number = int(file.read_text())
        os.kill(number, signal.SIGTERM)
        self.wait_for(lambda: not Path(f"/proc/{number}").exists())

    def log_file(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def log(self, name: str = "web") -> str:
        return self.log_file(name).read_text()

    def workers(self) -> list[int]:
        """The processes that gunicorn's master has started."""
        master = self.processes["web"].pid
        found = Path(f"/proc/{master}/task/{master}/children").read_text()
        return [int(number) for number in found.split()]

    def hang_up(self) -> None:
        """Have it load its settings and its code anew."""
        self.processes["web"].send_signal(signal.SIGHUP)

    def ask(
        self,
        path: str,
        body: str | None = None,
        timeout: float = PATIENCE,
        **headers: str,
    ) -> Got:
        """Ask with a connection of its own; a form where there is a body."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        begun = time.monotonic()
        try:
            connection.request(
                "POST" if body else "GET",
                path,
                body,
                {"Host": f"localhost:{self.port}", **kind, **headers},
            )
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
            status, given = answer.status, dict(answer.getheaders())
        except (OSError, http.client.HTTPException) as error:
            status, text, given = 0, repr(error), {}
        finally:
            connection.close()
        return Got(status, text, given, time.monotonic() - begun, begun)

    @staticmethod
    def wait_for(is_so, patience: float = PATIENCE) -> None:
        end = time.monotonic() + patience
        while not is_so():
            assert time.monotonic() < end, "It did not come to that in time."
            time.sleep(0.05)


@dataclass
class Crowd:
    """People who ask one after the other for as long as a block lasts."""

    site: Site
    paths: list[str]
    people: int = 4
    got: list[tuple[str, Got]] = field(default_factory=list)

    @contextmanager
    def asking(self) -> Iterator["Crowd"]:
        self._is_over = threading.Event()
        threads = [
            threading.Thread(target=self._ask, args=[number])
            for number in range(self.people)
        ]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self._is_over.set()
            for thread in threads:
                thread.join()

    def _ask(self, number: int) -> None:
        while not self._is_over.is_set():
            path = self.paths[number % len(self.paths)]
            self.got.append((path, self.site.ask(path)))
            number += 1

    def failed(self) -> list[tuple[str, Got]]:
        """Who got no answer, or one that tells of a fault."""
        return [(path, got) for path, got in self.got if not 200 <= got.status < 500]
