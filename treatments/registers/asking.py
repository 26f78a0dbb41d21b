"""Asks the registers, politely: one question at a time, with a name and a pause."""

import time
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from django.conf import settings

from treatments.models import Reference
from treatments.registers import crossref, pubmed
from treatments.registers.records import Record

TIMEOUT = 20
ATTEMPTS = 3
LONGEST_WAIT = 30
LONGEST_ANSWER = 5_000_000
PRODUCT = "wagtail-practice"


class UnansweredError(Exception):
    """A register could not be reached, or said nothing that can be understood."""


class Asker:
    """Asks Crossref and PubMed about publications.

    `contact` is the mail address by which a register can reach the practice; both
    ask for one. `pause` is the least number of seconds between two questions: PubMed
    allows three a second.
    """

    def __init__(self, contact: str, pause: float = 1.0) -> None:
        self.contact = contact
        self.pause = pause
        self._last = 0.0

    def ask(self, reference: Reference) -> list[Record]:
        """What the registers know of a reference. Raises UnansweredError."""
        records = [self._ask_crossref(reference.doi), self._ask_pubmed(reference)]
        return [record for record in records if record]

    def _ask_crossref(self, doi: str) -> Record | None:
        answer = doi and self._get(crossref.address(settings.CROSSREF_URL, doi))
        return _understood(crossref.read, answer, doi) if answer else None

    def _ask_pubmed(self, reference: Reference) -> Record | None:
        pmid = reference.pmid or self._search(reference)
        if not pmid:
            return None
        answer = self._get(pubmed.address(settings.PUBMED_URL, pmid, **self._who))
        record = _understood(pubmed.read, answer, pmid) if answer else None
        return record if record and _is_about(record, reference) else None

    def _search(self, reference: Reference) -> str:
        words = f'"{reference.doi}"[doi]' if reference.doi else reference.pmcid
        if not words:
            return ""
        address = pubmed.search_address(settings.PUBMED_URL, words, **self._who)
        answer = self._get(address)
        return _understood(pubmed.read_search, answer) if answer else ""

    @property
    def _who(self) -> dict[str, str]:
        return {"tool": PRODUCT, "email": self.contact}

    def _get(self, address: str) -> bytes | None:
        """The answer from an address; None where nothing is known there."""
        for attempt in range(1, ATTEMPTS + 1):
            self._wait()
            try:
                return self._open(address)
            except HTTPError as error:
                if error.code in (404, 410):
                    return None
                if attempt == ATTEMPTS or error.code not in (429, 500, 502, 503, 504):
                    raise UnansweredError(f"{error.code} {error.reason}") from error
                time.sleep(self._advised(error))
            except (URLError, HTTPException, OSError) as error:
                raise UnansweredError(str(getattr(error, "reason", error))) from error
        return None

    def _open(self, address: str) -> bytes:
        agent = f"{PRODUCT} ({settings.SITE_URL}; mailto:{self.contact})"
        request = Request(address, headers={"User-Agent": agent})  # noqa: S310
        # The settings take addresses of http and https only.
        with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            content = answer.read(LONGEST_ANSWER + 1)
        if len(content) > LONGEST_ANSWER:
            raise UnansweredError("the answer is too long")
        return content

    def _wait(self) -> None:
        time.sleep(max(0.0, self._last + self.pause - time.monotonic()))
        self._last = time.monotonic()

    def _advised(self, error: HTTPError) -> float:
        advice = error.headers.get("Retry-After", "")
        return min(int(advice) if advice.isdecimal() else self.pause, LONGEST_WAIT)


def _understood(read, answer: bytes, *about: str):
    try:
        return read(answer, *about)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise UnansweredError(
            f"an answer that {read.__module__} cannot read"
        ) from error


def _is_about(record: Record, reference: Reference) -> bool:
    """Whether a record found by search has the identifiers of the reference."""
    pairs = [(reference.doi, "doi"), (reference.pmcid, "pmcid")]
    return all(record.facts.get(name, value) == value for value, name in pairs if value)
