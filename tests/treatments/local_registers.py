"""Crossref and PubMed on this machine, with answers in the registers' own form."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit

ANSWERS = Path(__file__).parent / "registers"
# What is asked for → the recorded answer, or the status of a refusal.
WORKS = {
    "10.5555/ferns-2014": "crossref-ferns.json",
    "10.5555/moss-2019": "crossref-retracted.json",
    "10.5555/reed-2020": "crossref-corrected.json",
}
ARTICLES = {"55500001": "pubmed-ferns.xml", "55500002": "pubmed-retracted.xml"}
SEARCHES = {
    '"10.5555/ferns-2014"[doi]': "search-ferns.json",
    "PMC5550001": "search-ferns.json",
}


@dataclass
class LocalRegisters:
    """What was asked, and what is answered before the records are."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    refusals: list[int] = field(default_factory=list)
    nonsense: bytes = b""

    def answer(self, path: str) -> str | int:
        parts = urlsplit(path)
        query = parse_qs(parts.query)
        if parts.path.startswith("/works/"):
            return WORKS.get(unquote(parts.path.removeprefix("/works/")), 404)
        if parts.path == "/esearch.fcgi":
            return SEARCHES.get(query["term"][0], "search-nothing.json")
        return ARTICLES.get(query["id"][0], 400)


@contextmanager
def serve() -> Iterator[LocalRegisters]:
    """Answer until the block ends."""
    registers = LocalRegisters()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            registers.asked.append(self.path)
            registers.agents.add(self.headers["User-Agent"])
            found = registers.answer(self.path)
            if registers.refusals:
                found = registers.refusals.pop(0)
            self.send_response(found if isinstance(found, int) else 200)
            self.send_header("Retry-After", "0")
            self.end_headers()
            if isinstance(found, str):
                content = registers.nonsense or (ANSWERS / found).read_bytes()
                self.wfile.write(content)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    registers.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield registers
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
