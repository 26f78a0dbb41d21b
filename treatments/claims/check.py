"""Check a text: every rule over every sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from . import learned
from .citing import is_cited
from .denial import is_conditional, is_denied, is_hedged
from .discourse import readings
from .every_rule import RULES
from .names import OwnNames
from .patterns import Match, Pattern, compiled
from .questions import is_answered_no, is_asked
from .rules import ERROR, Finding, Rule, words
from .speech import (
    is_disclaimed,
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

# The rules by which standard care may say more than other care.
CURING = words("cure near-cure permanent-result success-rate outcome-testimonial")
# With one of these a sentence does more than claim.
DOUBTS = frozenset({"NOT", "NO", "HEDGING", "WARNING", "may", "might", "PAST"})


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
        or (
            not rule.hedged and not sells and is_hedged(sentence, match, firm=rule.firm)
        )
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
        if rule.context and rule.context.isdisjoint(sentence.nearby):
            continue
        if rule.disclaimed and is_disclaimed(sentence):
            continue
        if rule.plain and sentence.tags & DOUBTS:
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
        of_cure = rule.key in CURING
        if needed > ANY_VOICE and voice(sentence, match, of_cure=of_cure) < needed:
            continue
        if _is_made(rule, sentence, match):
            taken = match.end
            yield match


def find_claims(
    text: str, unproven: bool, has_references: bool, own_names: OwnNames
) -> list[Finding]:
    """Find what `check_text` finds."""
    findings: list[tuple[Rule, Finding]] = []
    told = sentences(text)
    for sentence in told:
        own_names.mark(sentence)
    for sentence in readings(told):
        cited = has_references or is_cited(text, sentence)
        for rule, found in _candidates(sentence).items():
            if rule.unproven_only > unproven or (rule.needs_no_reference and cited):
                continue
            for match in _made(rule, sentence, found):
                finding = _finding(rule, sentence, match)
                if not _is_known(finding, findings):
                    findings.append((rule, finding))
    findings = [
        (rule, finding)
        for rule, finding in findings
        if not learned.is_unlikely(rule, _around(told, finding), unproven=unproven)
    ]
    errors = _marked(text, [one for _, one in findings if one.severity == ERROR])
    kept = [
        finding
        for rule, finding in findings
        if not (rule.unproven_only and any(errors[finding.start : finding.end]))
    ]
    sourced = {one for one in told if has_references or is_cited(text, one)}
    kept += _heard(told, sourced, errors, _marked(text, kept))
    return sorted(kept, key=lambda one: (one.start, one.severity, one.end, one.rule))


def _around(told: list[Sentence], finding: Finding) -> list[Sentence]:
    """Give the sentences that a finding stands in."""
    first = bisect_right(told, finding.start, key=_start) - 1
    return told[first : bisect_left(told, finding.end, key=_start)]


def _start(sentence: Sentence) -> int:
    return sentence.tokens[0].start


def _marked(text: str, findings: list[Finding]) -> bytearray:
    """Mark the characters of the text that are objected to."""
    marks = bytearray(len(text))
    for one in findings:
        marks[one.start : one.end] = b"\1" * (one.end - one.start)
    return marks


def _heard(
    told: list[Sentence], cited: set[Sentence], errors: bytearray, found: bytearray
) -> Iterator[Finding]:
    """Find what only sounds like a claim, where no rule has found as much."""
    for rule, some in learned.heard(told):
        if rule.needs_no_reference and some[0] in cited:
            continue
        if any(is_listed_as_warning(one) for one in some):
            continue
        start, end = some[0].tokens[0].start, some[-1].tokens[-1].end
        known = errors if rule.severity == ERROR else found
        if not any(known[start:end]):
            found[start:end] = b"\1" * (end - start)
            yield _made_of(rule, start, end)


def _is_known(finding: Finding, findings: list[tuple[Rule, Finding]]) -> bool:
    """Tell whether the same words were found before, in another reading."""
    return any(
        known.rule == finding.rule and known.overlaps(finding)
        for _, known in findings[-MOST:]
    )


def _finding(rule: Rule, sentence: Sentence, match: Match) -> Finding:
    matched = sentence.tokens[match.start : match.end]
    start = min(token.start for token in matched)
    return _made_of(rule, start, max(token.end for token in matched))


def _made_of(rule: Rule, start: int, end: int) -> Finding:
    return Finding(
        rule=rule.key,
        severity=rule.severity,
        start=start,
        end=end,
        reason=rule.reason,
        source=rule.source,
        rewrite=rule.rewrite,
    )
