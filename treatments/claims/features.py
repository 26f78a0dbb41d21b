"""What `learned.py` weighs: the words of a text, their classes, and how each claim stands.

Classes let weights carry over to words that no labelled text has: what is learned from
"acupuncture ends migraine" counts for "chelation ends gout" as well.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from .denial import is_conditional, is_denied, is_hedged
from .lexicon import entries
from .patterns import Match
from .questions import is_asked
from .rules import words
from .speech import is_listed_as_warning, is_past, is_reported
from .text import Sentence, Token

# A word counts as the first of these classes that it has.
CLASSES = entries(
    """GUARANTEE_ED, GUARANTEE, OTHER_GUARANTEE, MIRACLE, OTHER_MIRACLE, FDA, REGISTRY,
    ENDORSE_ED, ENDORSEMENT, PERCENT, UNIVERSAL, CERTAIN, PLEDGE, INCURABLE,
    UNCONVENTIONAL, GOODBYE, CURE_ED, CURE_PAST, CURE_S, CURE_ING, CURE_BASE, OVER,
    VANISH, DISPATCH, STOP_ED, STOP_PAST, STOP_S, STOP_ING, STOP_BASE, HARM, CONDITION,
    BODY, SURGERY, ESTABLISHED, MEDICINE, NOT, NO, WITHOUT, MODAL, HEDGING, REPORT,
    MENTION, WARNING, PAST, OTHERS, OWN, SELF, YOU, PATIENT, PRACTICE, FOREVER, LASTING,
    ABSOLUTE, EMPHATIC, BOOST, RELIEF, OUTCOME, STUDY_OF_ANIMALS, ANIMALS, SCIENCE,
    NATURAL, GENTLE, EFFECT_ED, EFFECT_PAST, EFFECT_S, EFFECT_ING, EFFECT_BASE, NUMBER,
    SPAN, TREATMENT, SUPERLATIVE, PRAISE, NOVELTY, DEADLINE, AVOIDING, COMPARISON, BETTER,
    SOFT, ADVERSATIVE"""
)
RANK = {name: rank for rank, name in enumerate(CLASSES)}
# What a promise is made with; it is looked at whether each is denied or doubted.
CLAIMING = words(
    """GUARANTEE_ED GUARANTEE MIRACLE ENDORSE_ED ENDORSEMENT PERCENT UNIVERSAL CERTAIN
    PLEDGE GOODBYE CURE_ED CURE_PAST CURE_S CURE_ING CURE_BASE OVER VANISH STOP_ED
    STOP_PAST STOP_S STOP_ING STOP_BASE HARM FOREVER ABSOLUTE RELIEF EFFECT_ED
    EFFECT_PAST EFFECT_S EFFECT_ING EFFECT_BASE NATURAL GENTLE SUPERLATIVE NOVELTY"""
)
MOST_CLAIMING = 12
ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly")
SHORTEST_STEM = 3


def features(sentences: list[Sentence]) -> set[str]:
    """The features of a text; those that are no words begin with a sign of their kind."""
    found: set[str] = set()
    for sentence in sentences:
        end = sentence.ending if sentence.ending in {"!", "?"} else "."
        said = ["^", *map(_figure, sentence.tokens), end]
        found.update(said)
        found.update(f"~{stem(word)}" for word in said)
        kinds = ["^", *map(_kind, sentence.tokens), end]
        found.update(f">{one} {other}" for one, other in pairwise(kinds))
        found.update(
            f"*{one} {other}" for one, other in zip(kinds, kinds[2:], strict=False)
        )
        found.update(_stances(sentence, kinds))
    return found


def _figure(token: Token) -> str:
    """The word; all figures are alike."""
    return "0" if token.word[:1].isdigit() else token.word


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, roughly."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + SHORTEST_STEM:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e") if len(word) > SHORTEST_STEM else word


def _kind(token: Token) -> str:
    """The class of a word, or its stem if it has none."""
    known = token.tags & RANK.keys()
    return min(known, key=RANK.__getitem__) if known else stem(token.word)


def _stances(sentence: Sentence, kinds: list[str]) -> Iterator[str]:
    """How the writer stands to each word of a promise: "=CURE_S plain"."""
    around = _around(sentence)
    yield from (f"={one}" for one in around)
    claiming = [at for at, kind in enumerate(kinds[1:-1]) if kind in CLAIMING]
    before = {kind for kind in kinds if kind in RANK}
    for at in claiming[:MOST_CLAIMING]:
        stance = "+".join([*_stance(sentence, at), *around]) or "plain"
        yield f"={kinds[at + 1]} {stance}"
        if stance == "plain":
            yield from (f"={kinds[at + 1]} with {other}" for other in before)


def _around(sentence: Sentence) -> list[str]:
    asked = ["asked"] if is_asked(sentence) else []
    past = ["past"] if is_past(sentence) else []
    return [*asked, *past, *(["warned"] if is_listed_as_warning(sentence) else [])]


def _stance(sentence: Sentence, at: int) -> Iterator[str]:
    match = Match(at, at + 1, at)
    if is_denied(sentence, match, noun=True):
        yield "denied"
    if is_hedged(sentence, match):
        yield "hedged"
    if is_reported(sentence, match):
        yield "reported"
    if is_conditional(sentence, match):
        yield "conditional"
