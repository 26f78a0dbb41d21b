"""Crossref's answers: https://api.crossref.org/swagger-ui/index.html"""

import json
from urllib.parse import quote

from treatments.registers.records import (
    Record,
    initials,
    joined,
    journal_and_place,
    known,
    plain,
)

NAME = "Crossref"
# The kinds of update that take a publication back; corrections and concerns do not.
TAKEN_BACK = {"retraction", "removal", "withdrawal"}
MARKED_TITLE = ("retracted:", "retracted article:", "withdrawn:")
# That of the issue first: the year under which an article is cited.
DATES = ["published-print", "issued", "published-online"]


def address(root: str, doi: str) -> str:
    """Where Crossref describes the publication with this DOI."""
    return f"{root}/works/{quote(doi, safe='')}"


def read(answer: bytes, doi: str) -> Record | None:
    """The record in an answer; None where it is about something else.

    Raises ValueError for what is no answer of Crossref.
    """
    message = _message(answer)
    if str(message.get("DOI", "")).lower() != doi:
        return None
    journal = plain(_first(message, "container-title"))
    return Record(
        register=NAME,
        title=plain(_first(message, "title")),
        facts=known(
            authors=joined([_name(one) for one in message.get("author") or []]),
            source=journal_and_place(
                journal,
                plain(message.get("volume")),
                plain(message.get("issue")),
                plain(message.get("page") or message.get("article-number")),
            )
            or plain(message.get("publisher")),
            year=_year(message),
        ),
        retraction=_retraction(message, doi),
    )


def _message(answer: bytes) -> dict:
    whole = json.loads(answer)
    message = whole.get("message") if isinstance(whole, dict) else None
    if not isinstance(message, dict):
        raise ValueError("no message")
    return message


def _first(message: dict, name: str) -> str:
    values = message.get(name) or [""]
    return values[0] or ""


def _name(author: dict) -> str:
    family = plain(author.get("family"))
    if not family:
        return plain(author.get("name"))
    return f"{family} {initials(plain(author.get('given')))}".strip()


def _year(message: dict) -> int | None:
    for name in DATES:
        parts = (message.get(name) or {}).get("date-parts") or [[None]]
        if parts[0] and parts[0][0]:
            return int(parts[0][0])
    return None


def _retraction(message: dict, doi: str) -> str:
    """How Crossref says that the publication was taken back, or nothing."""
    # A notice may stand under the DOI of what it takes back.
    own = [one for one in message.get("update-to") or [] if _doi(one) == doi]
    for update in [*(message.get("updated-by") or []), *own]:
        if str(update.get("type", "")).lower() in TAKEN_BACK:
            label = update.get("label") or str(update["type"]).capitalize()
            return f"{label}, doi:{_doi(update)}"
    for kind, related in (message.get("relation") or {}).items():
        if kind in ("is-retracted-by", "is-withdrawn-by") and related:
            return f"{kind}, {related[0].get('id', '')}"
    title = _first(message, "title")
    return title if title.lower().startswith(MARKED_TITLE) else ""


def _doi(update: dict) -> str:
    return str(update.get("DOI", "")).lower()
