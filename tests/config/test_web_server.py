"""gunicorn as we set it up: what is kept is answered at once, whoever else is served."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.config.waiting_application import LARGE

ROOT = Path(__file__).resolve().parents[2]
THREADS = 4


class Server(NamedTuple):
    port: int
    log: Path

    def ask(self, path: str, **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with closing(connection):
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return response.status, response.read()

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def lines(self, path: str) -> list[dict]:
        """What the access log says of this path."""
        read = (json.loads(line) for line in self.log.read_text().splitlines())
        return [line for line in read if line["path"] == path]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    log = tmp_path_factory.mktemp("server") / "access.log"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["-m", "gunicorn", "--access-logfile", str(log)]
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, *words, "tests.config.waiting_application"],
        cwd=ROOT,
        env={**os.environ, "PORT": str(port), "HOST": "", "WEB_CONCURRENCY": "1"}
        | {"LOG_FORMAT": "json"},
        stderr=subprocess.DEVNULL,
    )
    found = Server(port, log)
    for _time in range(300):
        try:
            found.ask("/")
            break
        except OSError:
            time.sleep(0.1)
    yield found
    process.terminate()
    process.wait()


def read_answer(connection: socket.socket, ends: bytes) -> bytes:
    found = b""
    while not found.endswith(ends) and (data := connection.recv(65536)):
        found += data
    return found


def get(path: str, *lines: str, method="GET", version="1.1") -> bytes:
    head = [f"{method} {path} HTTP/{version}", "Host: localhost", *lines, "", ""]
    return "\r\n".join(head).encode()


@pytest.fixture
def busy_threads(server):
    """Every thread waits, as for a page that takes long to make."""
    waiting = [server.connect() for _ in range(THREADS)]
    for connection in waiting:
        connection.sendall(get("/slow/"))
    time.sleep(0.5)
    yield
    for connection in waiting:
        assert read_answer(connection, b"made").startswith(b"HTTP/1.1 200")
        connection.close()


def test_what_is_kept_waits_for_no_thread(server, busy_threads):
    with server.connect() as connection:
        connection.settimeout(2)
        for _ in range(3):
            connection.sendall(get("/kept/"))
            assert read_answer(connection, b"kept").startswith(b"HTTP/1.1 200")


def test_who_reads_slowly_holds_nobody_up(server):
    slow = socket.socket()
    slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    slow.connect(("127.0.0.1", server.port))
    with slow:
        slow.sendall(get("/kept/large/"))
        time.sleep(0.3)

        assert server.ask("/kept/") == (200, b"kept")
        assert server.ask("/other/") == (200, b"made")
        answer = read_answer(slow, LARGE[-10:])
        while len(answer) < len(LARGE):
            answer += read_answer(slow, LARGE[-10:])
        assert answer.partition(b"\r\n\r\n")[2] == LARGE

        # And its connection still serves.
        slow.sendall(get("/kept/"))
        assert read_answer(slow, b"kept").endswith(b"kept")


def test_one_who_leaves_in_the_middle_disturbs_nobody(server):
    for _ in range(3 * THREADS):
        with server.connect() as connection:
            connection.setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0"
            )
            connection.sendall(get("/kept/large/"))
    assert server.ask("/kept/") == (200, b"kept")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ([get("/kept/")], ["kept"]),
        ([get("/kept/") * 3], ["made", "made", "made"]),
        ([get("/other/") + get("/kept/")], ["made", "made"]),
        ([get("/kept/")[:10], get("/kept/")[10:]], ["made"]),
        ([get("/kept/")[:-2], b"\r\n"], ["made"]),
        ([get("/kept/", "Content-Length: 3"), b"abc"], ["made"]),
        ([get("/kept/", "Content-Length: 3") + b"abc" + get("/kept/")], ["made", "made"]),
        ([get("/kept/", "Connection: close")], ["made"]),
        ([get("/kept/", version="1.0")], ["made"]),
        ([get("/broken/")], ["made"]),
        ([get("/kept/", f"X: {'x' * 5000}")], ["kept"]),
    ],
    ids=[
        "once", "three in a row", "made, then kept", "in two pieces",
        "without its last line", "a body", "a body and another", "for the last time",
        "an old client", "a fault", "a long head",
    ],
)  # fmt: skip
def test_every_way_to_ask_is_understood(server, sent, said):
    """Threads say "made" of everything: what is not one plain request is theirs."""
    with server.connect() as connection:
        connection.sendall(get("/first/"))
        assert read_answer(connection, b"made")
        for part in sent:
            connection.sendall(part)
            time.sleep(0.1)
        answers = b""
        while len(found := re.findall(rb"\r\n\r\n(kept|made)", answers)) < len(said):
            data = connection.recv(65536)
            assert data, answers
            answers += data
        assert [one.decode() for one in found] == said


def test_only_the_head_where_no_more_is_asked(server):
    with server.connect() as connection:
        connection.sendall(get("/kept/", method="HEAD"))
        answer = read_answer(connection, b"\r\n\r\n")
        assert b"Content-Length: 4" in answer

        connection.sendall(get("/unchanged/"))
        answer = read_answer(connection, b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 304")
        assert b"Server:" not in answer

        connection.sendall(get("/kept/"))
        assert read_answer(connection, b"kept").startswith(b"HTTP/1.1 200")


def test_what_nobody_understands_is_refused(server):
    with server.connect() as connection:
        connection.sendall(b"GET /kept/ HTTP/1.1\r\nHost: a\r\nHo st: b\r\n\r\n")
        assert connection.recv(65536).startswith(b"HTTP/1.1 400")


def test_each_answer_is_one_line_of_the_log(server):
    for path in ("/kept/one/", "/made/one/"):
        server.ask(f"{path}?name=Ada")
        server.ask(f'{path}"quoted"')
    time.sleep(0.2)

    for path, said in (("/kept/one/", 4), ("/made/one/", 4)):
        [line] = server.lines(path)
        assert (line["status"], line["bytes"], line["method"]) == (200, said, "GET")
        assert line["message"].startswith(f"GET {path} 200 4 bytes")
        [line] = server.lines(f'{path}"quoted"')
        assert line["level"] == "INFO"
