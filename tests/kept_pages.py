"""Workers with a page cache, as gunicorn runs them, without gunicorn."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test import TestCase

from config.page_cache import asking
from config.page_cache.application import PageCache, State
from config.page_cache.stores import FileStore, Shared, shared_store
from home.changes import keeping, the_journal
from home.changes.file_journal import FileJournal
from home.changes.journal import Journal


@dataclass
class Got:
    """One answer, as it goes to the visitor."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def how(self) -> str:
        return self.headers.get("X-Wagtail-Cache", "")


def environ(address: str, method="GET", **headers) -> dict:
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "localhost",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }


def find_places_anew() -> None:
    """Let this process look for its journal and its store where the settings say now.

    It forgets what it made from another one's database.
    """
    keeping.forget_all()
    the_journal.cache_clear()
    shared_store.cache_clear()


class Memory:
    """What this process and the folder of its journal hold at one moment."""

    def __init__(self, folder: Path) -> None:
        self.parts = _copies(keeping._all_kept)
        self.caches = {name: _stored_in(name) for name in ("default", "renditions")}
        self.files = {p.relative_to(folder): p.read_bytes() for p in _files(folder)}

    def put_back(self, folder: Path) -> None:
        """Let another process, with this folder of its own, hold the same."""
        for path, content in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        find_places_anew()
        for name, (values, expiry) in self.caches.items():
            caches[name]._cache.update(values)
            caches[name]._expire_info.update(expiry)
        for name, kept in _copies(self.parts).items():
            keeping._all_kept.put(name, kept)


def _copies(parts: dict) -> dict:
    """What is kept, each with a moment of its own up to which it was checked."""
    return {name: copy.copy(kept) for name, kept in parts.items()}


def _stored_in(name: str) -> tuple[dict, dict]:
    return dict(caches[name]._cache), dict(caches[name]._expire_info)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@contextmanager
def kept_connection():
    """The transaction of a test outlives a request, as with Django's own client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


@contextmanager
def parts_kept() -> Iterator[None]:
    """Outside of the tests' transaction each process keeps parts of pages."""
    with pytest.MonkeyPatch.context() as patch:
        for room in ("home.site", "home.changes.keeping"):
            patch.setattr(f"{room}.is_in_transaction", lambda: False)
        yield


def ask(application, address: str, method="GET", **headers) -> Got:
    """Ask a WSGI application; every header by its name in lower case."""
    told = []
    with kept_connection():
        chunks = application(
            environ(address, method, **headers), lambda *start: told.append(start)
        )
        try:
            body = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
    status, pairs = told[0][:2]
    return Got(int(status.split()[0]), dict(pairs), body)


@dataclass
class Worker:
    """One process: it shares only what is in the folder."""

    folder: Path
    django: WSGIHandler = field(default_factory=WSGIHandler)
    journal: Journal | None = None
    shared: Shared | None = None

    def __post_init__(self):
        journal = self.journal or FileJournal(self.folder / "changes")
        shared = self.shared or FileStore(self.folder)
        self.cache = PageCache(self.django, journal, shared)

    def ask(self, address: str, method="GET", **headers) -> Got:
        return ask(self._answer, address, method, **headers)

    def _answer(self, environ: dict, start_response):
        """As our gunicorn does: what is at hand first."""
        found = self.cache.at_hand(environ, start_response)
        return self.cache(environ, start_response) if found is None else found

    def keeps(self, address: str) -> bool:
        """Whether it would answer without Django."""
        asked = asking.read(environ(address))
        return self.cache.look(asked.key)[1] is State.FRESH

    def ask_django(self, address: str) -> Got:
        """The same without the cache."""
        return ask(self.django, address)


@contextmanager
def committed():
    """What is done in this block counts as committed at its end."""
    connection.run_on_commit = []
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield
