"""Spells words as the sets of synonyms do, of which the site's names have none."""

from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.lexicon import Lexicon
from search.sounds import has_vowel
from search.words import key_of, stem

LEAST_LETTERS = 4
MOST_WORDS = 6
MOST_READINGS = 4
MOST_TRIED = 60
# Alone, a word must be so long; a shorter one must stand in a phrase of a set.
LONG = 7


def respelt(query: str, lexicon: Lexicon) -> str | None:
    """The query in words of synonym sets: "hart atack" → "heart attack", else None."""
    words = key_of(query).split()
    if len(words) > MOST_WORDS:
        return None
    readings = [_readings(word, lexicon) for word in words]
    for tried in islice(product(*readings), 1, MOST_TRIED):
        if _are_in_sets(words, tried, lexicon):
            return " ".join(tried)
    return None


def _readings(word: str, lexicon: Lexicon) -> list[str]:
    """The word, and those that it may be, if neither a name nor a set has it."""
    known = word in lexicon.uses or word in lexicon.synonyms.words
    if known or len(word) < LEAST_LETTERS or not has_vowel(word):
        return [word]
    edits = 1 if len(word) <= LONG else 2
    near = process.extract(
        word,
        lexicon.synonyms.spelt,
        scorer=OSA.distance,
        score_cutoff=edits,
        limit=MOST_READINGS,
    )
    return [word, *(other for other, _distance, _place in near)]


def _are_in_sets(words: list[str], tried: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether every word that was changed stands in a phrase of a set."""
    told = set()
    for start, end, _others in lexicon.synonyms.spans([stem(word) for word in tried]):
        # A word of a name by itself has been mended before.
        alone = len(tried[start]) >= LONG and tried[start] not in lexicon.uses
        if end - start > 1 or alone:
            told |= set(range(start, end))
    changed = {at for at, word in enumerate(words) if tried[at] != word}
    return changed <= told
