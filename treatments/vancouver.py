"""How a reference is cited: the style of Vancouver and of the US National Library of
Medicine (Citing Medicine, 2nd edition): authors, title, source, year, identifiers."""

import re
from dataclasses import dataclass
from typing import Protocol

ENDS = (".", "?", "!", "…")
# "Journal of Ferns 76(8):1436–1439": the name, then volume, issue and pages.
JOURNAL_AND_PLACE = re.compile(
    r"(?P<name>.*[^\s\d.,;])[\s.,;]+(?P<place>\d+(\([^)]+\))?:\S+)"
)
IDENTIFIERS = [
    ("doi", "doi:{}"),
    ("pmid", "PMID: {}"),
    ("pmcid", "PMCID: {}"),
    ("nct_id", "ClinicalTrials.gov: {}"),
    ("isbn", "ISBN: {}"),
]


class Cited(Protocol):
    """What a citation is made of; any of it may be empty."""

    authors: str
    title: str
    source: str
    year: int | None
    doi: str
    pmid: str
    pmcid: str
    nct_id: str
    isbn: str
    url: str
    retracted: bool


@dataclass(frozen=True)
class Citation:
    """The parts of a citation, each with the stop that ends it, or empty."""

    authors: str
    title: str
    imprint: str
    identifiers: str
    is_retracted: bool = False

    def __str__(self):
        mark = "[Retracted]" if self.is_retracted else ""
        parts = [self.authors, self.title, mark, self.imprint, self.identifiers]
        return " ".join(part for part in parts if part)


def citation(reference: Cited) -> Citation:
    """Cite a reference."""
    return Citation(
        authors=_stopped(reference.authors),
        title=_stopped(reference.title),
        imprint=_imprint(reference.source.strip(), reference.year),
        identifiers=_identifiers(reference),
        is_retracted=reference.retracted,
    )


def short_name(reference: Cited) -> str:
    """A reference in few words, as an editor would call it: "Wang 2014"."""
    first = re.split(r"[,;]", reference.authors)[0].strip()
    # A person is a family name and initials; a body is called by its whole name.
    person = re.fullmatch(r"(.+?)\s+[A-Z][A-Z-]{0,3}", first)
    name = person[1] if person else first or reference.title
    if len(name) > 40:
        name = name[:39].rstrip() + "…"
    return f"{name} {reference.year or ''}".strip()


def _stopped(text: str) -> str:
    text = text.strip()
    return text if not text or text.endswith(ENDS) else f"{text}."


def _imprint(source: str, year: int | None) -> str:
    if not year or str(year) in source:
        return _stopped(source)
    if match := JOURNAL_AND_PLACE.fullmatch(source):
        return f"{_stopped(match['name'])} {year};{_stopped(match['place'])}"
    return f"{_stopped(source)} {year}.".strip()


def _identifiers(reference: Cited) -> str:
    known = [
        form.format(value)
        for name, form in IDENTIFIERS
        if (value := getattr(reference, name))
    ]
    if not known:
        return f"Available from: {reference.url}" if reference.url else ""
    return "; ".join(known) + "."
