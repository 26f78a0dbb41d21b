"""Check a text: every rule over every sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from . import advertising, approvals, cures, evidence, promises
from .denial import is_conditional, is_denied, is_hedged
from .patterns import Match, Pattern, compiled
from .rules import ERROR, Rule
from .speech import (
    is_answered_no,
    is_asked,
    is_listed_as_warning,
    is_past,
    is_reported,
    is_taken_back,
)
from .text import Sentence, sentences
from .voice import voice

# The most matches of a rule in a sentence that are looked at; more are hostile.
MOST = 12
# For patterns that count in any voice.
ANY_VOICE = -99

RULES: tuple[Rule, ...] = (
    *promises.RULES,
    *cures.RULES,
    *approvals.RULES,
    *evidence.RULES,
    *advertising.RULES,
)

# Ways in which a sentence names its source.
REFERENCE = re.compile(
    r"\[\s?\d|\([^()]{0,80}\d{4}[a-z]?\)|\bdoi\b|\bpmid\b|\bpmc\d|\bet al\b|https?://|\bnct\d"
    r"|[¹²³⁴-⁹]",
    re.IGNORECASE,
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


class Claim(NamedTuple):
    """A pattern of a rule, with the voice that makes it count."""

    rule: Rule
    pattern: Pattern
    voice: int


def _index() -> dict[str, list[Claim]]:
    """Sort the patterns of all rules by the words that call for them."""
    index: dict[str, list[Claim]] = {}
    for rule in RULES:
        for source in rule.patterns:
            text, _, points = source.partition("@")
            pattern = compiled(text)
            claim = Claim(rule, pattern, int(points) if points else ANY_VOICE)
            for tag in pattern.trigger:
                index.setdefault(tag, []).append(claim)
    return index


INDEX = _index()


def _is_made(rule: Rule, sentence: Sentence, match: Match) -> bool:
    """Tell whether the writer makes the claim, by all that surrounds it."""
    around = range(match.start - 3, match.end + 3)
    if rule.unless and any(sentence.has(place, *rule.unless) for place in around):
        return False
    if rule.answered_no:
        return is_answered_no(sentence)
    asked = is_asked(sentence)
    sells = sentence.ending == "?" and not asked
    return not (
        asked
        or (not rule.denied and is_denied(sentence, match, noun=rule.noun))
        or (not rule.denied and is_taken_back(sentence, match))
        # "What if you could erase …?" only looks like doubt.
        or (not rule.hedged and not sells and is_hedged(sentence, match))
        or (not rule.conditional and is_conditional(sentence, match))
        or is_past(sentence)
        or is_reported(sentence, match)
        or is_listed_as_warning(sentence)
    )


def _candidates(sentence: Sentence) -> dict[Rule, list[tuple[Match, int]]]:
    """Find where patterns match, by rule, with the voice that each needs."""
    claims = {id(claim): claim for tag in sentence.tags for claim in INDEX.get(tag, ())}
    found: dict[Rule, list[tuple[Match, int]]] = {}
    for rule, pattern, needed in claims.values():
        if rule.context and rule.context.isdisjoint(sentence.tags):
            continue
        matches = [(match, needed) for match in islice(pattern.find(sentence), MOST)]
        if matches:
            found.setdefault(rule, []).extend(matches)
    return found


def _made(
    rule: Rule, sentence: Sentence, found: list[tuple[Match, int]]
) -> Iterator[Match]:
    """Give the matches that are claims of the writer, without overlaps."""
    taken = -1
    found.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    for match, needed in found[:MOST]:
        if match.start < taken:
            continue
        if needed > ANY_VOICE and voice(sentence, match) < needed:
            continue
        if _is_made(rule, sentence, match):
            taken = match.end
            yield match


def check_text(
    text: str, *, unproven: bool = False, has_references: bool = False
) -> list[Finding]:
    """Find claims that a medical page may not make, in the order of the text.

    `unproven`: the page is about a use without good evidence or without approval.
    `has_references`: the text carries its references where this text doesn't show them.
    """
    findings = []
    for sentence in sentences(text):
        first, last = sentence.tokens[0].start, sentence.tokens[-1].end
        cited = has_references or bool(REFERENCE.search(text, first, last + 8))
        for rule, found in _candidates(sentence).items():
            if rule.unproven_only > unproven or (rule.needs_no_reference and cited):
                continue
            findings += [
                (rule, _finding(rule, sentence, match))
                for match in _made(rule, sentence, found)
            ]
    errors = [finding for _, finding in findings if finding.severity == ERROR]
    kept = [
        finding
        for rule, finding in findings
        if not (rule.unproven_only and any(map(finding.overlaps, errors)))
    ]
    return sorted(kept, key=lambda finding: (finding.start, finding.severity))


def _finding(rule: Rule, sentence: Sentence, match: Match) -> Finding:
    return Finding(
        rule=rule.key,
        severity=rule.severity,
        start=sentence.tokens[match.start].start,
        end=sentence.tokens[min(match.end, len(sentence.tokens)) - 1].end,
        reason=rule.reason,
        source=rule.source,
        rewrite=rule.rewrite,
    )
