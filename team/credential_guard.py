"""What a clinician's page may claim of its clinician, and what it must state."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.images.models import AbstractImage

from home.words import plain, read_words
from team.vocabulary import CertificationWording, ClinicianKind

# Hyphen, dash or spaces: "board-certified", "Board Certified", "board certification".
BOARD_CERTIFIED = re.compile(
    r"\bboard[\s\u2010-\u2013-]+(?:re)?certifi(?:ed|cation)\b", re.IGNORECASE
)

# Just before it, in the same sentence: "is not board certified", "holds no board
# certification". "Not only board certified" claims it.
DENIED = re.compile(
    r"(?:\b(?:no|not|never|nor|nobody|none|without)|n[’']t)\s+(?!only\b)(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)

# Why a claim may stand is for colleagues.
UNREAD = {"override_reason", "overridden"}


def claims_board_certification(texts: Iterable[str]) -> bool:
    """Whether any of these texts says of somebody that they are board certified."""
    return any(True for text in texts for _span in board_claims_in(plain(text)))


def board_claims_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a plain text says so, in characters; a denial says nothing."""
    for match in BOARD_CERTIFIED.finditer(text):
        if not DENIED.search(text[: match.start()]):
            yield match.span()


def names_board(certification) -> bool:
    """Whether a certification says whose it is; else no page prints it."""
    return bool(certification.board.strip())


def is_board_certified(certifications: Iterable) -> bool:
    """Whether one of these records lets a page say “board certified”."""
    return any(
        row.wording == CertificationWording.BOARD_CERTIFIED and names_board(row)
        for row in certifications
    )


def texts_of_form(cleaned: dict[str, object]) -> Iterator[str]:
    """What the values of a page's form say to visitors: field → value."""
    return texts_of(value for name, value in cleaned.items() if name not in UNREAD)


def texts_of(values: Iterable[object]) -> Iterator[str]:
    """Every text in the values of a form: lines, blocks and pictures' descriptions."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, AbstractImage):
            yield value.default_alt_text
        elif isinstance(value, StreamValue):
            yield from (
                words for _place, words in read_words("", value.get_prep_value())
            )
        elif isinstance(value, list):
            yield from (one for one in value if isinstance(one, str))


def texts_of_rows(rows: dict[str, list]) -> Iterator[str]:
    """What is typed in the records of a page, where a claim may hide as well."""
    for record in (record for records in rows.values() for record in records):
        columns = record._meta.concrete_fields
        yield from texts_of(getattr(record, column.attname) for column in columns)
        # Letters after a name are kept elsewhere, and printed with their meaning.
        if letters := getattr(record, "credential", None):
            yield from (letters.abbreviation, letters.meaning)


def credential_problems(
    kind: str, texts: Iterable[str], rows: dict[str, list]
) -> dict[str, str]:
    """What stands between a clinician's page and the public: field → message.

    Sources: A.R.S. 32-3213 (advertising states title and type of license);
    California B&P 651(h)(5) (who may say "board certified").
    """
    problems = {}
    if kind != ClinicianKind.OTHER and not rows.get("licenses"):
        problems["kind"] = _(
            "Add the license under Evidence & review: people must be able to read "
            "which one it is and where it holds."
        )
    certifications = rows.get("certifications", [])
    if not all(map(names_board, certifications)):
        problems["certifications"] = _(
            "A certification has to name its board: add it under Evidence & review."
        )
    if is_board_certified(certifications):
        return problems
    if claims_board_certification([*texts, *texts_of_rows(rows)]):
        problems["biography"] = _(
            "The page says “board certified”, but no certification names the board. "
            "Add it under Evidence & review, or take the words out."
        )
    return problems
