"""Hears in a query that somebody may be in danger, by a small grammar of such words."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.words import STOP_WORDS, split

MOST_WORDS = 40
LEAST_CORRECTED = 4
LONG = 8
SHORT = 4
MOST_LITTLE_WORDS = 4
END = "$"
_FILE = Path(__file__).with_name("emergency_words.toml")
_REPEATED = re.compile(r"(\w)\1{2,}")
# Little words that carry a meaning here.
_NO_FILLERS = {"not", "no", "cannot", "now", "after", "off", "out", "on"}
_FILLERS = (
    STOP_WORDS
    | {"really", "so", "very", "too", "bad", "badly", "feel", "feels", "feeling"}
) - _NO_FILLERS


class Danger(StrEnum):
    """Which of the practice's two cards a query asks for."""

    MEDICAL = "medical"
    CRISIS = "crisis"


@dataclass(frozen=True)
class Step:
    """One place of a pattern: the words that will do, and how near they must stand."""

    words: frozenset[str]
    is_adjacent: bool = False


Pattern = tuple[Step, ...]


class Grammar:
    """The words and patterns of the file, and whatever phrases a practice adds."""

    def __init__(self, table: dict, own: dict[Danger, tuple[str, ...]]) -> None:
        self.spellings: dict[str, str] = table["spellings"]
        self.words = {k: frozenset(v.split()) for k, v in table["words"].items()}
        patterns = {
            f"{group}.{name}": [self._read(text) for text in texts]
            for group in Danger
            for name, texts in table[group].items()
        }
        for danger, phrases in own.items():
            heard = [self.hear(phrase, corrected=False) for phrase in phrases]
            patterns[f"own.{danger}"] = [_literal(words) for words in heard if words]
        steps = (s for some in patterns.values() for one in some for s in one)
        meant = frozenset().union(*self.words.values(), *(step.words for step in steps))
        self._meant = (meant - {END}) | STOP_WORDS
        self._known = meant | set(self.spellings) | STOP_WORDS | _lookalikes()
        self.vocabulary = sorted(w for w in meant if len(w) >= LEAST_CORRECTED)
        self._beginnings = {name: _by_first(some) for name, some in patterns.items()}

    def _read(self, text: str) -> Pattern:
        steps = []
        for part in text.split():
            for place, words in enumerate(part.split("+")):
                known = self.words.get(words.strip("{}"), frozenset())
                options = known if words[0] == "{" else frozenset(words.split("/"))
                steps.append(Step(options, is_adjacent=place > 0))
        return tuple(steps)

    def hear(self, text: str, *, corrected: bool = True) -> list[str]:
        """The words of a text in one spelling, with typing errors mended."""
        heard: list[str] = []
        for word in split(_REPEATED.sub(r"\1\1", text))[:MOST_WORDS]:
            word = self.spellings.get(word, word)
            known = not corrected or word in self._known
            heard += [word] if known else self._mended(word)
        return _merged(heard)

    def _mended(self, word: str) -> list[str]:
        """What a word that nobody knows was meant to be; the word itself if unsure."""
        single = re.sub(r"(\w)\1", r"\1", word)
        if single in self._known:
            return [self.spellings.get(single, single)]
        if len(word) < LEAST_CORRECTED or not word.isalpha():
            return [word]
        edits = 1 if len(word) < LONG else 2
        found = process.extract(
            word, self.vocabulary, scorer=OSA.distance, score_cutoff=edits, limit=3
        )
        for other, distance, _place in found:
            # Who makes two errors still gets the first letter right.
            if distance < 2 or other[0] == word[0]:
                return [other]
        return _parts(word, self._meant)

    def has(self, heard: list[str], name: str) -> bool:
        """Whether one of the patterns of this name stands in the words."""
        beginning = self._beginnings[name]
        return any(
            _continues(pattern, heard, at + 1)
            for at, word in enumerate(heard)
            for pattern in beginning.get(word, ())
        )

    def any_of(self, heard: Iterable[str], name: str) -> bool:
        """Whether one of the words of this class is there."""
        return not self.words[name].isdisjoint(heard)


@cache
def _table() -> dict:
    return tomllib.loads(_FILE.read_text())


@cache
def _lookalikes() -> frozenset[str]:
    """Words of everyday and medical English that are no misspelt sign of danger."""
    return frozenset(_table()["lookalikes"]["words"].split())


@cache
def grammar(medical: tuple[str, ...] = (), crisis: tuple[str, ...] = ()) -> Grammar:
    """The built-in grammar with the phrases that a practice adds to it."""
    return Grammar(_table(), {Danger.MEDICAL: medical, Danger.CRISIS: crisis})


def danger_in(
    query: str, medical: Iterable[str] = (), crisis: Iterable[str] = ()
) -> Danger | None:
    """Say which card a query asks for, if any; a life at stake comes before all else.

    `medical` and `crisis` are phrases that a practice adds; they always count.
    """
    known = grammar(tuple(medical), tuple(crisis))
    heard = known.hear(query)
    if known.has(heard, "own.crisis") or _is_crisis(known, heard):
        return Danger.CRISIS
    if known.has(heard, "own.medical") or _is_medical(known, heard):
        return Danger.MEDICAL
    return None


def _is_crisis(known: Grammar, heard: list[str]) -> bool:
    is_personal = known.any_of(heard, "personal")
    if known.any_of(heard, "subject") and not is_personal:
        return False
    if known.has(heard, "crisis.always"):
        return True
    if not known.has(heard, "crisis.hurting"):
        return False
    who = known.words["self"] | known.words["person"]
    rest = [word for word in heard if word not in _FILLERS and word not in who]
    says_no_more = len(rest) == 1
    return says_no_more or known.any_of(heard, "will")


def _is_medical(known: Grammar, heard: list[str]) -> bool:
    now = known.any_of(heard, "now") or heard[:1] == ["help"]
    severe = known.any_of(heard, "severe")
    person = known.any_of(heard, "person")
    acute = known.has(heard, "medical.acute")
    if known.any_of(heard, "harmless") and not now:
        return False
    if known.any_of(heard, "behind") and not (acute and now and person):
        return False
    if known.any_of(heard, "asking") and not (now and (acute or person)):
        return False
    has_it = "having" in heard or (person and known.any_of(heard, "experiencing"))
    if known.any_of(heard, "telling") and not (now or has_it):
        return False
    if acute:
        return True
    if known.has(heard, "medical.named"):
        return now or has_it or (severe and len(heard) <= SHORT)
    return (now or severe) and known.has(heard, "medical.mild")


def _parts(word: str, known: frozenset[str], most: int = 4) -> list[str]:
    """The words that were typed as one: "wanttodie"; else the word itself."""
    if len(word) < LONG:
        return [word]
    parts = _cut(word, known, most)
    return [word] if STOP_WORDS.issuperset(parts) else parts


def _cut(word: str, known: frozenset[str], most: int) -> list[str]:
    if word in known:
        return [word]
    for end in range(len(word) - 2, 1, -1) if most > 1 else ():
        if word[:end] in known and (rest := _cut(word[end:], known, most - 1)):
            return [word[:end], *rest]
    return []


def _literal(words: list[str]) -> Pattern:
    return tuple(Step(frozenset([word])) for word in words if word not in _FILLERS) or (
        tuple(Step(frozenset([word]), is_adjacent=True) for word in words)
    )


def _merged(words: list[str]) -> list[str]:
    """Words that mean one together: "can not", "not able to", "my self"."""
    merged: list[str] = []
    for word in words:
        before = merged[-1:]
        if (before, word) in ((["can"], "not"), (["not"], "able")):
            merged[-1] = "cannot"
        elif before in (["my"], ["him"], ["her"]) and word == "self":
            merged[-1] += "self"
        else:
            merged.append(word)
    return merged


def _by_first(patterns: list[Pattern]) -> dict[str, list[Pattern]]:
    first: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in pattern[0].words:
            first.setdefault(word, []).append(pattern)
    return first


def _continues(pattern: Pattern, heard: list[str], at: int) -> bool:
    """Whether the rest of a pattern follows, with little words in between."""
    for step in pattern[1:]:
        if step.words == {END}:
            return _FILLERS.issuperset(heard[at:])
        if not step.is_adjacent:
            at = _skip_fillers(step, heard, at)
        if at >= len(heard) or heard[at] not in step.words:
            return False
        at += 1
    return True


def _skip_fillers(step: Step, heard: list[str], at: int) -> int:
    end = min(at + MOST_LITTLE_WORDS, len(heard))
    while at < end and heard[at] not in step.words and heard[at] in _FILLERS:
        at += 1
    return at
