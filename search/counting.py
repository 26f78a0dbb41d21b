"""Counts searches without writing in a visitor's request, and without a trace of whom.

Each web process gathers numbers in memory; a timer of its own writes them down. A
search is never slower for it, and goes on where the database takes no writing.
"""

import logging
import re
import unicodedata
from collections import Counter
from threading import Lock, Timer

from django.db import DatabaseError, close_old_connections, connection, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from search.emergencies import danger_in
from search.models import SearchCount
from search.models.insight import LONGEST_COUNTED
from search.words import key_of

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_WRITES = 30
MOST_WAITING = 2_000
MOST_WORDS = 12
_LONG_NUMBER = re.compile(r"(?:\d[\s().+/-]*){5,}")
_DATE = re.compile(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")
_ADDRESS = re.compile(r"@|\bat\b.+\bdot\b|https?:|www\.", re.IGNORECASE)
_AUTOMATON = re.compile(
    r"bot\b|bot[/;]|crawl|spider|slurp|preview|monitor|scan|fetch|curl|wget|"
    r"python|java/|go-http|okhttp|libwww|http-?client|axios|feed|validator|lighthouse",
    re.IGNORECASE,
)


def countable(query: str) -> str:
    """The words that are counted for a query, "" where they might name somebody.

    Never kept: addresses, telephone numbers, dates, any number of five digits, long
    stories, and what somebody in danger typed.
    """
    text = unicodedata.normalize("NFKC", query)
    key = key_of(text)
    is_short = len(text) <= LONGEST_COUNTED and len(key.split()) <= MOST_WORDS
    is_personal = any(one.search(text) for one in (_LONG_NUMBER, _DATE, _ADDRESS))
    return key if is_short and not is_personal and not danger_in(text) else ""


def is_person(request: HttpRequest) -> bool:
    """Whether a request looks like a visitor's: no robot, no prefetch, no editor."""
    agent = request.headers.get("User-Agent", "")
    purpose = request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    return (
        request.method != "HEAD"
        and bool(agent)
        and not _AUTOMATON.search(agent)
        and "prefetch" not in purpose
        and not request.user.is_authenticated
    )


class Tally:
    """The numbers of one process that are not written down yet."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._timer: Timer | None = None
        self._clear()

    def _clear(self) -> None:
        self._searches: Counter[tuple[int, str]] = Counter()
        self._found: dict[tuple[int, str], int] = {}
        self._clicks: Counter[tuple[int, str]] = Counter()

    def search(self, site_id: int, query: str, found: int) -> None:
        """Note one search and how many pages it found."""
        if key := countable(query):
            self._note(self._searches, (site_id, key), found)

    def click(self, site_id: int, query: str) -> None:
        """Note that somebody followed a result of this query."""
        if key := countable(query):
            self._note(self._clicks, (site_id, key))

    def _note(self, counter: Counter, key: tuple[int, str], found: int = -1) -> None:
        with self._lock:
            if key not in counter and len(counter) >= MOST_WAITING:
                return
            counter[key] += 1
            if found >= 0:
                self._found[key] = found
            if self._timer is None and SECONDS_BETWEEN_WRITES:
                self._timer = Timer(SECONDS_BETWEEN_WRITES, self._write_in_thread)
                self._timer.daemon = True
                self._timer.start()

    def _write_in_thread(self) -> None:
        close_old_connections()
        try:
            self.write()
        finally:
            connection.close()

    def write(self) -> None:
        """Add the numbers to those of the day; what cannot be written is dropped."""
        with self._lock:
            searches, found, clicks = self._searches, self._found, self._clicks
            self._clear()
            self._timer = None
        day = timezone.localdate()
        rows = [(*key, day, n, found[key]) for key, n in sorted(searches.items())]
        try:
            with transaction.atomic():
                SearchCount.objects.add_searches(rows)
                for (site_id, query), number in sorted(clicks.items()):
                    # Nobody can put a query here by claiming to have clicked.
                    SearchCount.objects.filter(
                        site=site_id, query=query, day=day
                    ).update(clicks=F("clicks") + number)
        except DatabaseError:
            logger.warning("The counts of %d searches were not written", len(rows))


tally = Tally()
