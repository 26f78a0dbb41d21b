"""Brings together what names and what texts say of the pages."""

import math
from itertools import combinations

from search.database import Quorum
from search.lexicon import Lexicon
from search.understanding import Slot, Understood

MOST_GROUPS = 5
SHARE = 0.72
SHARE_OF_LONG = 0.6
LONG = 5
COMMON = 0.25


def quorum_of(query: Understood, lexicon: Lexicon) -> Quorum | None:
    """Which words a text must have: the smallest sets that carry enough weight."""
    slots = query.content
    known = [slot for slot in slots if _terms(slot)]
    known.sort(key=lambda slot: -_weight(slot, lexicon))
    rare = [slot for slot in known if slot.pages < COMMON * lexicon.pages]
    # What a fourth of the pages have costs much time, and tells little.
    known = (rare if len(rare) > 1 else known)[:MOST_GROUPS]
    if not known:
        return None
    weights = [_weight(slot, lexicon) for slot in known]
    missing = sum(_weight(slot, lexicon) for slot in slots if not _terms(slot))
    is_long = len(slots) >= LONG
    wanted = (SHARE_OF_LONG if is_long else SHARE) * (sum(weights) + missing)
    sets = _smallest(weights, wanted)
    return Quorum([_terms(slot) for slot in known], weights, sets) if sets else None


def _terms(slot: Slot) -> list[tuple[str, ...]]:
    terms = [(slot.stem,)] if slot.is_known else []
    if not slot.is_known:
        good = sorted(slot.options.items(), key=lambda pair: -pair[1][0])
        terms += [(one,) for one, (alike, _word) in good[:2] if 0.75 <= alike < 1]
    return [*terms, *slot.phrases[:3]]


def _weight(slot: Slot, lexicon: Lexicon) -> float:
    total = max(lexicon.pages, 50)
    return max(0.2, math.log(1 + total / (slot.pages + 1)))


def _smallest(weights: list[float], wanted: float) -> list[list[int]]:
    found: list[list[int]] = []
    for size in range(1, len(weights) + 1):
        for one in combinations(range(len(weights)), size):
            enough = sum(weights[i] for i in one) >= wanted
            if enough and not any(set(less) <= set(one) for less in found):
                found.append(list(one))
    return found
