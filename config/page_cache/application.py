"""The page cache: a WSGI application around Django's."""

import logging
import time
from collections.abc import Callable, Iterable
from enum import Enum
from urllib.parse import parse_qsl

from django.conf import settings
from django.utils import timezone

from config.breaker import breaker
from config.last_known import last_known_practice
from config.outage import sorry
from config.page_cache import asking
from config.page_cache.answering import answer
from config.page_cache.asking import Asked
from config.page_cache.entries import Entry, Headers
from config.page_cache.stores import Near, Shared, shared_store
from config.page_cache.turns import Turn
from config.safety_headers import send_safely
from home.changes import Moment, Reading, recording, the_journal
from home.changes.journal import Journal, JournalIsAway
from home.keeping import UNDERSTOOD_QUERY, WITHOUT_DATABASE

logger = logging.getLogger(__name__)

WAIT = 3.0  # seconds for somebody else to make the page that one needs
STEP = 0.01
LARGEST = 8_000_000
# Set anew with every answer, or not meant for more than one.
NOT_KEPT = {
    "cache-control", "content-length", "etag", "expires", "last-modified", "set-cookie",
    "vary",
}  # fmt: skip
# A kept page is whole, whatever the client has already.
NOT_PASSED_ON = ["HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE"]


class State(Enum):
    """What is known of a kept page."""

    FRESH = "hit"
    EXPIRED = "expired"
    CHANGED = "changed"
    MISSING = "missing"
    UNKNOWN = "unknown"  # nobody can say what has changed


class Answer:
    """What Django said to one request."""

    status = ""
    headers: Headers

    def __init__(self, application: Callable, environ: dict) -> None:
        self.environ = environ
        chunks = application(environ, self._start)
        try:
            self.body = b"".join(chunks)
        finally:
            # Django's request ends here; its connections are given back.
            if hasattr(chunks, "close"):
                chunks.close()

    def _start(self, status: str, headers: Headers, exc_info=None) -> None:
        self.status, self.headers = status, headers

    def header(self, name: str) -> str:
        return ", ".join(v for n, v in self.headers if n.lower() == name)

    @property
    def is_error(self) -> bool:
        return self.status.startswith("5")

    @property
    def may_be_kept(self) -> bool:
        return (
            self.status.startswith("200")
            and UNDERSTOOD_QUERY in self.environ
            and "s-maxage" in self.header("cache-control")
            and not self.header("set-cookie")
            and "cookie" not in self.header("vary").lower()
            and len(self.body) <= LARGEST
        )


class PageCache:
    """Answers from kept pages, and keeps what Django makes."""

    def __init__(
        self,
        application: Callable,
        journal: Journal | None = None,
        shared: Shared | None = None,
    ) -> None:
        self.application = application
        self.journal = journal or the_journal()
        self.near = Near()
        self.shared = shared or shared_store()
        # Read once, before the workers part.
        asking.version()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        asked = asking.read(environ) if settings.WAGTAIL_CACHE else None
        if asked is None:
            return self._pass_on(environ, start_response)
        entry, state = self.look(asked.key)
        if entry and state is State.FRESH:
            return answer(entry, environ, start_response, "hit")
        if breaker.is_open:
            return self._without_database(entry, environ, start_response)
        if state is State.UNKNOWN or (entry and entry.facts.is_for_outages):
            return self._make(asked, entry, environ, start_response)
        with Turn(asked.key) as turn:
            if not turn.take():
                if entry and state is State.EXPIRED:
                    return answer(entry, environ, start_response, "stale")
                entry, state = self._wait(turn, asked.key)
                if entry and state is State.FRESH:
                    return answer(entry, environ, start_response, "hit")
            return self._make(asked, entry, environ, start_response)

    def at_hand(
        self, environ: dict, start_response: Callable
    ) -> Iterable[bytes] | None:
        """Answer from this process's own copies; None where that would take waiting."""
        if not (self.journal.is_near and settings.WAGTAIL_CACHE):
            return None
        asked = asking.read(environ)
        entry = self.near.get(asked.key) if asked else None
        if entry is None:
            return None
        try:
            state = self._judge(entry, self.journal.now())
        except JournalIsAway:
            return None
        if state is not State.FRESH:
            return None
        return answer(entry, environ, start_response, "hit")

    def look(self, key: str) -> tuple[Entry | None, State]:
        """The newest copy of a page that may still be shown, and what is known of it."""
        try:
            now = self.journal.now()
        except JournalIsAway:
            return self.near.get(key), State.UNKNOWN
        entry = self.near.get(key)
        if entry is not None:
            state = self._judge(entry, now)
            if state is State.FRESH:
                return entry, state
        kept = self.shared.get(key)
        if kept is None:
            return None, State.MISSING
        state = self._judge(kept, now)
        if state is State.MISSING:
            return None, state
        self.near.put(key, kept)
        return kept, state

    def _judge(self, entry: Entry, now: Moment) -> State:
        if entry.checked == now and time.time() < entry.facts.until:
            return State.FRESH
        journal, tags = self.journal, entry.facts.tags
        if journal.was_withdrawn(tags, entry.checked):
            return State.MISSING
        if journal.has_changed(tags, entry.checked):
            return State.CHANGED
        entry.checked = now
        return State.FRESH if time.time() < entry.facts.until else State.EXPIRED

    def _wait(self, turn: Turn, key: str) -> tuple[Entry | None, State]:
        deadline = time.monotonic() + WAIT
        entry, state = None, State.MISSING
        while time.monotonic() < deadline:
            time.sleep(STEP)
            is_ours = turn.take()
            entry, state = self.look(key)
            if is_ours or state is State.FRESH:
                break
        return entry, state

    def _make(
        self,
        asked: Asked,
        before: Entry | None,
        environ: dict,
        start_response: Callable,
    ) -> Iterable[bytes]:
        """Let Django make the page; keep it, or show the copy before if that fails."""
        own = {k: v for k, v in environ.items() if k not in NOT_PASSED_ON}
        own["REQUEST_METHOD"] = "GET"
        if not asked.query.is_foreign:
            own["QUERY_STRING"] = asked.query.known
        try:
            with recording(self.journal) as reading:
                made = Answer(self.application, own)
        except JournalIsAway:
            made, reading = Answer(self.application, own), None
        if made.is_error and before is not None:
            logger.warning("A copy from before is shown for %s", asked.path)
            return answer(before, environ, start_response, "stale")
        if reading is None or asked.query.is_foreign or not made.may_be_kept:
            if reading and WITHOUT_DATABASE in own:
                self._keep_for_outages(asked, made, reading)
            return self._send(made, environ, start_response)
        query = asking.normal_query(parse_qsl(own[UNDERSTOOD_QUERY]))
        address = asking.address_of(asked.origin, asked.path, query)
        kept_headers = [h for h in made.headers if h[0].lower() not in NOT_KEPT]
        entry = Entry.make(
            address,
            kept_headers,
            made.body,
            reading,
            now=timezone.now(),
            lifetime=settings.WAGTAIL_CACHE_TIMEOUT,
            before=before if before and before.facts.address == address else None,
        )
        key = asking.key_of(address)
        self.shared.put(key, entry)
        self.near.put(key, entry)
        # For the page that is shown while the database is away.
        last_known_practice()
        return answer(entry, environ, start_response, "miss")

    def _keep_for_outages(self, asked: Asked, made: Answer, reading: Reading) -> None:
        entry = Entry.make(
            asked.address,
            [h for h in made.headers if h[0].lower() not in NOT_KEPT],
            made.environ[WITHOUT_DATABASE],
            reading,
            now=timezone.now(),
            lifetime=0,
            before=None,
        )
        entry.facts.is_for_outages = True
        known = self.near.get(asked.key)
        if known is None or known.facts.digest != entry.facts.digest:
            self.shared.put(asked.key, entry)
        self.near.put(asked.key, entry)

    def _send(self, made: Answer, environ: dict, start_response: Callable):
        headers = made.headers
        if "s-maxage" in made.header("cache-control"):
            # Meant to be kept, but not under this address.
            headers = [h for h in headers if h[0].lower() != "cache-control"]
            headers.append(("Cache-Control", "private, no-cache"))
        if settings.WAGTAIL_CACHE_HEADER:
            headers = [*headers, (settings.WAGTAIL_CACHE_HEADER, "skip")]
        start_response(made.status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [made.body]

    def _pass_on(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        is_file = environ["PATH_INFO"].startswith(asking.FILES)
        if breaker.is_open and not is_file:
            return self._without_database(None, environ, start_response)
        return self.application(environ, start_response)

    def _without_database(
        self, entry: Entry | None, environ: dict, start_response: Callable
    ) -> Iterable[bytes]:
        if entry is not None:
            return answer(entry, environ, start_response, "stale")
        return send_safely(sorry(), environ, start_response)
