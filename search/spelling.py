"""Finds the words that somebody may have meant."""

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from search.lexicon import Lexicon
from search.sounds import has_vowel, sound_of

# Neighbours may change places and be torn apart in one word: "pyrosis", "poysis".
DISTANCE = DamerauLevenshtein.distance
MOST_CANDIDATES = 8
LEAST_ALIKE = 0.5
# Two of four letters exchanged may be any word; two left out of six still tell.
SHORT, LEAST_ALIKE_IF_SHORT = 4, 0.61
LEAST_ALIKE_IF_STRANGE = 0.75
LEAST_BEGINNING = 5
LEAST_END = 6
LEAST_PART = 4
LEAST_WITHOUT_VOWEL = 5


def candidates(word: str, lexicon: Lexicon) -> list[tuple[str, float]]:
    """Words of names that look or sound like this one, with 0..1 for how much."""
    length = len(word)
    edits = _allowed_edits(word)
    if not edits:
        return []
    near = [
        other
        for n in range(length - edits, length + edits + 1)
        for other in lexicon.by_length.get(n, ())
    ]
    found = {
        other: distance
        for other, distance, _place in process.extract(
            word, near, scorer=DISTANCE, score_cutoff=edits, limit=40
        )
    }
    sound = sound_of(word)
    for other in lexicon.by_sound.get(sound, ())[:40] if len(sound) > 1 else ():
        if other not in found:
            found[other] = DISTANCE(word, other)
    scored = [
        (other, _alike(word, other, distance), sound == sound_of(other))
        for other, distance in found.items()
    ]
    least = LEAST_ALIKE if length > SHORT else LEAST_ALIKE_IF_SHORT
    if not lexicon.is_plausible(word):
        least = LEAST_ALIKE_IF_STRANGE
    good = [
        (other, min(alike + (0.1 if same else 0), 0.97))
        for other, alike, same in scored
        if alike >= (LEAST_ALIKE if same else least)
    ]
    good.sort(key=lambda pair: (-pair[1], -lexicon.uses[pair[0]], pair[0]))
    return good[:MOST_CANDIDATES]


def _allowed_edits(word: str) -> int:
    """How many letters may be wrong; 0 for what is no misspelt word at all."""
    length = len(word)
    if length < 3 or word.isdigit():
        return 0
    if not has_vowel(word):
        # Its only vowel may have been lost; what is short is an abbreviation.
        return 1 if length >= LEAST_WITHOUT_VOWEL else 0
    return 1 if length < 4 else 2 if length < 9 else 3


def _alike(word: str, other: str, distance: int) -> float:
    alike = 1 - distance / max(len(word), len(other))
    return alike if word[0] == other[0] else alike - 0.05


def relatives(word: str, lexicon: Lexicon) -> list[str]:
    """Words of names that begin or end this one: "asthmatic", "adenocarcinoma"."""
    length = len(word)
    begins = (word[:i] for i in range(length - 1, LEAST_BEGINNING - 1, -1))
    ends = (word[i:] for i in range(1, length - LEAST_END + 1))
    found = [
        next((w for w in some if w in lexicon.uses), "") for some in (begins, ends)
    ]
    return [one for one in found if one]


def parts(word: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Two words of names that were typed as one, the most used pair; else None."""
    pairs = [
        (word[:i], word[i:])
        for i in range(LEAST_PART, len(word) - LEAST_PART + 1)
        if word[:i] in lexicon.uses and word[i:] in lexicon.uses
    ]
    uses = lexicon.uses
    return max(pairs, key=lambda p: min(uses[p[0]], uses[p[1]]), default=None)
