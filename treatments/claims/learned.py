"""A second reading of a text: how much it sounds like the claims of the labelled set.

The rules know what they were told. The weights in `words/learned.tsv` know which
features stand in promises, in advertising and in honest texts; `train.py` makes them.
"""

from collections.abc import Iterator
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from .features import features
from .impressions import ADVERTISING, PROMISE
from .questions import is_asked
from .rules import ERROR, Rule, words
from .text import Sentence

WEIGHTS = Path(__file__).parent / "words" / "learned.tsv"
BIAS = "(bias)"
# How sure it has to be. In a long text there are many chances to be wrong.
SURE = 0.45
SURE_IN_LONG_TEXT = 0.75
LONG_TEXT = 3
# And where nothing in it is what promises are made of.
SURE_OF_OTHERS = 0.84
SURE_OF_ADVERTISING = 0.8
SURE_OF_ADVERTISING_IN_LONG_TEXT = 0.8
PROMISING = words(
    "OWN RELIEF CURE CURE_ED CURE_PAST CURE_BASE BOOST GUARANTEE GUARANTEE_ED MIRACLE "
    "FOREVER PERCENT EMPHATIC ABSOLUTE"
)
# A few words that hold nothing but these name what is offered or treated: a title.
# The rules read them all the same.
NAMING = words(
    "UNCONVENTIONAL UNAPPROVED TREATMENT CONDITION INCURABLE NOT_CONDITION BODY NAME "
    "SPAN OUTCOME OWN SUBJECT PRACTICE FDA DEADLINE"
)
LONGEST_NAME = 8
# In a long text it must also be told in the voice of one who sells.
SELLING = PROMISING - words("RELIEF CURE CURE_ED CURE_PAST CURE_BASE FOREVER PERCENT")


# What is less likely than this is no claim, whatever a rule has read in it: one rule in
# a thousand is wrong then, and most of the rules' mistakes are told from claims.
UNLIKELY_PROMISE = 0.0025
UNLIKELY_ADVERTISING = 0.007
UNLIKELY_EFFECT = 0.018


# A sentence is asked about by each of its findings, and once more by itself.
_alone: WeakKeyDictionary[Sentence, "Likelihood"] = WeakKeyDictionary()


class Weights(NamedTuple):
    """What a feature adds to the logarithm of the odds of each kind of claim."""

    promise: float = 0.0
    advertising: float = 0.0
    effect: float = 0.0


class Likelihood(NamedTuple):
    """How likely a text is a claim of each kind, from 0 to 1.

    `effect`: of an effect, such as only pages about unproven uses may not claim.
    """

    promise: float
    advertising: float
    effect: float


@cache
def weights() -> dict[str, Weights]:
    """The weights of each feature."""
    rows = (line.rsplit("\t", 3) for line in WEIGHTS.read_text("utf-8").splitlines())
    return {name: Weights(*map(float, row)) for name, *row in rows}


def likelihood(sentences: list[Sentence]) -> Likelihood:
    """How likely these sentences are what an editor should be told of."""
    if len(sentences) > 1:
        return _weighed(sentences)
    (one,) = sentences
    if one not in _alone:
        _alone[one] = _weighed(sentences)
    return _alone[one]


def _weighed(sentences: list[Sentence]) -> Likelihood:
    known = weights()
    found = [known[BIAS], *(known[one] for one in features(sentences) if one in known)]
    return Likelihood(*map(_share, map(sum, zip(*found, strict=True))))


def _share(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def is_unlikely(rule: Rule, told: list[Sentence], *, unproven: bool) -> bool:
    """Whether so little in these sentences is said as claims are that none is made."""
    likely = likelihood(told)
    if rule.severity == ERROR:
        return likely.promise < UNLIKELY_PROMISE
    if unproven and likely.effect >= UNLIKELY_EFFECT:
        return False
    return rule.unproven_only or likely.advertising < UNLIKELY_ADVERTISING


def heard(told: list[Sentence]) -> Iterator[tuple[Rule, list[Sentence]]]:
    """What the sentences sound like, each alone or together in a short text.

    Promises come first.
    """
    is_long = len(told) > LONG_TEXT
    said = [one for one in told if _says_something(one)]
    alone = [([one], likelihood([one])) for one in said]
    promising = [some for some, likely in alone if _promises(some, likely, is_long)]
    if not promising and not is_long and len(told) > 1:
        together = likelihood(told)
        promising = [told] if _promises(told, together, is_long) else []
    yield from ((PROMISE, some) for some in promising)
    sure = SURE_OF_ADVERTISING_IN_LONG_TEXT if is_long else SURE_OF_ADVERTISING
    yield from (
        (ADVERTISING, some) for some, likely in alone if likely.advertising > sure
    )


def _promises(told: list[Sentence], likely: Likelihood, is_long: bool) -> bool:
    sure = SURE_IN_LONG_TEXT if is_long else SURE
    if not any(one.tags & PROMISING for one in told):
        sure = SURE_OF_OTHERS
    if is_long and not any(one.tags & SELLING for one in told):
        return False
    if all(_only_asks(one) for one in told):
        return False
    return likely.promise > sure


def _only_asks(sentence: Sentence) -> bool:
    """Whether this promises nothing by itself, whatever the answer: "Side effects?"."""
    if "OWN" in sentence.tags or sentence.ending != "?":
        return False
    return is_asked(sentence) or sentence.tags.isdisjoint({"YOU", "BOOST"})


def _says_something(sentence: Sentence) -> bool:
    """Whether this is more than the name of a page, a treatment or a condition."""
    said = {tag for tag in sentence.tags if tag.isupper()}
    return len(sentence.tokens) > LONGEST_NAME or not said <= NAMING
