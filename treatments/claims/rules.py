"""The shape of a rule of the claims check."""

from dataclasses import dataclass

ERROR = "error"
WARNING = "warning"


def words(text: str) -> frozenset[str]:
    """Read a set of words."""
    return frozenset(text.split())


@dataclass(frozen=True, eq=False)
class Rule:
    """What must not be said, why, by which source, and what to write instead.

    Patterns are explained in patterns.py. One that ends in `@3` counts only where
    `voice.voice` gives 3 points or more.
    """

    key: str
    severity: str
    patterns: tuple[str, ...]
    reason: str
    source: str
    rewrite: str
    unproven_only: bool = (
        False  # Only on pages about an unproven use; errors outweigh it.
    )
    needs_no_reference: bool = False
    context: frozenset[str] = frozenset()  # One of these must be in the sentence.
    unless: frozenset[str] = frozenset()  # Near these it is no claim.
    noun: bool = False  # The verb after it can deny it: "a cure does not exist".
    denied: bool = False  # Denials count too: "you do not need surgery".
    hedged: bool = False  # Hedged claims count too.
    firm: bool = False  # Only a "may" right before it is a hedge.
    plain: bool = False  # Counts only where nothing is denied or doubted.
    disclaimed: bool = False  # No claim beside "that is no approval, no proof".
    conditional: bool = False  # If-clauses count too.
    answered_no: bool = (
        False  # Counts only as a question that the text answers with no.
    )


@dataclass(frozen=True)
class Finding:
    """A stretch of the text that a rule objects to, in characters."""

    rule: str
    severity: str
    start: int
    end: int
    reason: str
    source: str
    rewrite: str

    def overlaps(self, other: "Finding") -> bool:
        """Tell whether both object to a word of the text."""
        return self.start < other.end and other.start < self.end
