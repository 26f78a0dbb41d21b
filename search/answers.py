"""What a search gives back."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Hit:
    """A visible page that a query finds.

    `kind` is a key of RESULT_TYPES or "pages"; `score` lies in 0..2, best first;
    `matched_name` is the name or symptom of the page that the query met ("" where only
    its text did). `facets` holds what filters need: "evidence" (EvidenceLevel values),
    "status" (RegulatoryStatus values), "specialty", "location" (titles).
    """

    page_id: int
    kind: str
    title: str
    score: float
    matched_name: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """Everything a results page needs to know of one query.

    `searched_for` is what was really searched; `corrected_from` is what was typed
    where that differs by a correction, else "". `words` are those to mark in texts,
    with corrections and other names. `suggestions` are queries that would find
    something; there are some only where nothing was found.
    """

    hits: list[Hit]
    searched_for: str = ""
    corrected_from: str = ""
    words: list[str] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Suggestion:
    """A page whose name begins like what was typed so far."""

    page_id: int
    kind: str
    title: str
    matched_name: str
    url: str
