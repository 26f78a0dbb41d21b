"""Servers that are measured, and what they use of the machine."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 60  # seconds until a server must have answered
NANOSECONDS = 1e9


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@dataclass
class Server:
    """A server of our own on a free port; `cpu_to_start` is in seconds."""

    command: list[str]
    folder: Path
    environ: Mapping[str, str]
    port: int = field(default_factory=free_port)

    def __enter__(self) -> "Server":
        self.process = subprocess.Popen(
            [part.format(port=self.port) for part in self.command],
            cwd=self.folder,
            env={**os.environ, **self.environ, "PORT": str(self.port)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        ends = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > ends:
                self.__exit__()
                raise RuntimeError(f"It does not serve: {' '.join(self.command)}")
            time.sleep(0.1)
        self.cpu_to_start = self.cpu()
        return self

    def __exit__(self, *error) -> None:
        self.process.terminate()
        self.process.wait()

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
        except OSError:
            return False

    def processes(self) -> list[int]:
        """The process that was started, and those that it started."""
        found = [self.process.pid]
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                parent = int(stat.read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if parent == self.process.pid:
                found.append(int(stat.parent.name))
        return found

    def cpu(self) -> float:
        """Seconds of CPU that all of them have used; Linux only."""
        used = 0
        for process in self.processes():
            for file in Path(f"/proc/{process}/task").glob("*/schedstat"):
                try:
                    used += int(file.read_text().split()[0])
                except OSError:
                    continue
        return used / NANOSECONDS

    def memory(self) -> float:
        """Resident memory, in MB, of the largest of them."""
        sizes = []
        for process in self.processes():
            lines = Path(f"/proc/{process}/status").read_text().splitlines()
            sizes += [int(one.split()[1]) for one in lines if one.startswith("VmRSS")]
        return max(sizes) / 1024

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)


def gunicorn(
    application: str, folder: Path, environ: Mapping[str, str], python: str = ""
) -> Server:
    """One worker with four threads, as the site has them, that is never renewed."""
    command = [python or sys.executable, "-m", "gunicorn"]
    if application != "config.wsgi":
        command += ["--config", "/dev/null", "--worker-class", "gthread"]
    options = ["--bind", "127.0.0.1:{port}", "--workers", "1", "--threads", "4"]
    options += ["--max-requests", "0"]
    return Server([*command, *options, application], folder, environ)
