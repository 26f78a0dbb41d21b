"""How well a name answers a query."""

import math
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from search.lexicon import Lexicon
from search.models import NameKind
from search.understanding import Correction, Slot, Understood

# What a name is worth by how the page comes by it.
WORTH = {
    NameKind.TITLE: 1.0,
    NameKind.ALSO_KNOWN_AS: 0.985,
    NameKind.PART: 0.96,
    NameKind.SYMPTOM: 0.75,
}
# Of a long question only so many words can be expected in a name.
MOST_WORDS_THAT_COUNT = 4
# A name that says more than a word like "pain", by the rarity of its words.
DISTINCT_NAME = 2.0
LEAST_SHARE = 0.24


@dataclass(frozen=True)
class NameMatch:
    """A name of a page, how well it fits (0..1), and the words that were corrected."""

    page_id: int
    score: float
    name: str
    is_exact: bool
    covers: float
    corrections: Correction = ()


def match_names(
    rows: list[tuple], query: Understood, lexicon: Lexicon
) -> dict[int, NameMatch]:
    """Page → its best name among rows (page, kind, name, key, stems)."""
    best: dict[int, NameMatch] = {}
    totals = [_total(slots) for slots in query.variants]
    for page_id, kind, name, key, stems in rows:
        match = _match(page_id, kind, name, key, stems.split(), query, totals, lexicon)
        if match and (page_id not in best or best[page_id].score < match.score):
            best[page_id] = match
    return best


def _total(slots: list[Slot]) -> float:
    weights = sorted((slot.weight for slot in slots), reverse=True)
    return sum(weights[:MOST_WORDS_THAT_COUNT]) or 1.0


def _match(page_id, kind, name, key, tokens, query, totals, lexicon):
    worth = WORTH[kind]
    if key in query.keys:
        score = query.keys[key] * worth
        exact = query.keys[key] > 0.97
        changes = query.corrected.get(key, ())
        return NameMatch(page_id, score, name, exact, 1.0, changes)
    weights = [lexicon.rarity(token) for token in tokens]
    whole = sum(weights) or 1.0
    found = None
    for number, slots in enumerate(query.variants):
        covers, named, literal, corrections = _cover(
            slots, tokens, weights, totals[number], key
        )
        is_whole = literal and whole > DISTINCT_NAME
        # What was said otherwise counts less than its whole weight.
        is_as_typed = named >= 0.99 * whole
        stands_in_it = _may_stand_in(query, covers, is_whole, is_as_typed)
        score = _fit(covers, min(named / whole, 1), stands_in_it) * worth * 0.95
        if number:
            score *= 0.97
        if found is None or score > found.score:
            found = NameMatch(page_id, score, name, False, covers, corrections)
    if found is None or found.score < 0.2:
        return found if len(query.key) < 4 else _fuzzy(page_id, name, key, query, worth)
    alike = ratio(query.key, key) / 100
    found = replace(found, score=found.score + 0.03 * alike * worth)
    if alike > 0.8:
        # Spaces and letters at once may be wrong.
        fuzzy = (alike - 0.03) * worth
        if fuzzy > found.score:
            found = NameMatch(page_id, fuzzy, name, False, alike, ((query.key, key),))
    return found


def _fuzzy(page_id, name, key, query, worth):
    alike = ratio(query.key, key) / 100
    if alike <= 0.8:
        return None
    return NameMatch(
        page_id, (alike - 0.03) * worth, name, False, alike, ((query.key, key),)
    )


def _may_stand_in(
    query: Understood, covers: float, is_whole: bool, is_as_typed: bool
) -> bool:
    """Whether a name that the query has whole is likely what it is about.

    A small part of a query about anything must be the very words of the name.
    """
    weighs = covers >= LEAST_SHARE or query.is_medical
    return is_whole and (weighs or is_as_typed) and not query.is_foreign


def _fit(covers: float, named: float, stands_in_query: bool) -> float:
    """0..1 from the share of the query and the share of the name that are met."""
    fit = math.sqrt(covers * named)
    if named > 0.95 and stands_in_query:
        # The whole name stands in a longer question.
        fit = max(fit, 0.5 + 0.5 * covers)
    return fit


def _cover(slots, tokens, weights, total, key):
    """Share of the query that a name has, weight of the name that the query has."""
    hit = named = 0.0
    corrections = []
    words = {word.removesuffix("s") for word in key.split()}
    literal = True
    for slot in slots:
        best, place = 0.0, -1
        for number, token in enumerate(tokens):
            option = slot.options.get(token)
            if option and option[0] > best:
                best, place = option[0], number
        if place < 0:
            continue
        hit += slot.weight * best
        named += weights[place] * best
        word = slot.options[tokens[place]][1]
        if word.removesuffix("s") not in words:
            literal = False
        if best < 1 and not slot.is_known and OSA.distance(word, slot.word):
            corrections.append((slot.word, word))
    return min(hit / total, 1.0), named, literal, tuple(corrections)
