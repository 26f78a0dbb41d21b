"""Whatever comes over the wire, the served site never fails."""

import random
import socket

import pytest

from tests.faults.figures import say

PLACES = ["/", "/search/", "/search/suggest/", "/conditions/lupus/", "/enquiry/"]
PLACES += ["/subscribe/", "/admin/login/", "/documents/1/x.pdf", "/media/images/x.png"]
PLACES += ["/feed.xml", "/sitemap.xml", "/robots.txt", "/readyz", "/healthz", "/%00"]
NAMES = ["query", "page", "type", "condition", "next", "token", "name", "email"]
PIECES = ["'", '"', "%00", "%ff", "%", "../", "{{7*7}}", "<b>", "-1", "x" * 3000]
PIECES += ["%0d%0aSet-Cookie:a=b", "%F0%9F%8C%BF", "1e309", "%u0041", "", ";", "&&"]
METHODS = ["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"]
METHODS += ["PATCH", "PROPFIND", "get"]
HEADERS = ["Cookie", "Accept-Encoding", "Accept-Language", "Range", "If-None-Match"]
HEADERS += ["If-Modified-Since", "Referer", "X-Forwarded-For", "Content-Type", "Origin"]
SEED = 20261127


def request(dice: random.Random, host: str) -> bytes:
    """One request as nobody's browser would send it."""
    pairs = [
        f"{dice.choice(NAMES)}={dice.choice(PIECES)}"
        for _pair in range(dice.randrange(4))
    ]
    path = dice.choice(PLACES) + dice.choice(["", "", *PIECES[:9]])
    host = dice.choice([host, host, host, "evil.example.com", "", "a:b:c"])
    lines = [
        f"{dice.choice(METHODS)} {path}?{'&'.join(pairs)} HTTP/1.1",
        f"Host: {host}",
    ]
    lines += [
        f"{dice.choice(HEADERS)}: {dice.choice(PIECES)}"
        for _header in range(dice.randrange(4))
    ]
    body = dice.randbytes(dice.randrange(200)) if dice.random() < 0.3 else b""
    lines += [f"Content-Length: {len(body)}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode("latin-1", "replace") + body


def status_of(port: int, sent: bytes) -> int:
    """The status of the answer; 0 where the connection was only closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        try:
            connection.sendall(sent)
            first = connection.makefile("rb").readline()
        except ConnectionError:
            return 0
    words = first.split()
    return int(words[1]) if len(words) > 1 else 0


@pytest.mark.parametrize("times", [150, pytest.param(2500, marks=pytest.mark.stress)])
def test_no_request_makes_the_site_fail(site, times):
    dice = random.Random(SEED)  # noqa: S311 The same each time, to find it again.
    workers = site.workers()
    failed = []
    for _time in range(times):
        sent = request(dice, f"localhost:{site.port}")
        status = status_of(site.port, sent)
        # What the server does not know how to do it may say so, too.
        if status >= 500 and status != 501:
            failed.append((status, sent))
    say(f"Fuzz: {len(failed)} of {times} requests made the site fail")

    assert not failed
    assert site.workers() == workers
