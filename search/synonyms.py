"""Words that mean the same, to patients and to clinicians."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from search.words import key_of, stem, stems

LONGEST_PHRASE = 4
_FILE = Path(__file__).with_name("medical_words.toml")

Phrase = tuple[str, ...]


@cache
def _tables() -> dict[str, dict]:
    return tomllib.loads(_FILE.read_text())


def built_in() -> list[list[str]]:
    """The sets of synonyms that come with the site: general medical English."""
    return [words for table in _tables().values() for words in table.get("sets", [])]


def broader() -> list[list[str]]:
    """A wider word, then narrower ones for which its page will do."""
    return [words for table in _tables().values() for words in table.get("kinds", [])]


def _phrase(text: str) -> Phrase:
    return tuple(stems(text)) or tuple(key_of(text).split())


def _with_function_words(text: str) -> Phrase:
    return tuple(stem(word) for word in key_of(text).split())


def _in_any_order(phrase: Phrase) -> Phrase:
    return tuple(sorted(phrase))


class Synonyms:
    """Phrase → the other phrases that mean the same, in the words of the sets."""

    def __init__(
        self, sets: Iterable[list[str]], kinds: Iterable[list[str]] = ()
    ) -> None:
        self._others: defaultdict[Phrase, list[tuple[Phrase, str]]] = defaultdict(list)
        self.words: set[str] = set()
        for words in sets:
            phrases = [(_phrase(word), key_of(word)) for word in words]
            for one, text in phrases:
                others = [pair for pair in phrases if pair[0] != one]
                self._add(one, text, others)
        for wider, *narrower in kinds:
            for word in narrower:
                self._add(
                    _phrase(word), key_of(word), [(_phrase(wider), key_of(wider))]
                )
        self.spelt = sorted(self.words)

    def _add(self, phrase: Phrase, text: str, others: list[tuple[Phrase, str]]) -> None:
        # "Passing out" is not what each "passing" means: here its "out" counts.
        whole = _with_function_words(text)
        self.words.update(text.split())
        key = phrase if len(phrase) > 1 or len(whole) == 1 else whole
        known = self._others[_in_any_order(key)]
        known += [pair for pair in others if pair not in known]

    def of(self, phrase: Phrase) -> list[tuple[Phrase, str]]:
        """The stems and the words of every phrase that means the same."""
        return self._others.get(_in_any_order(phrase), [])

    def spans(
        self, query: list[str]
    ) -> list[tuple[int, int, list[tuple[Phrase, str]]]]:
        """Where phrases of the sets stand in the stems of a query, longest first."""
        found = []
        for length in range(min(LONGEST_PHRASE, len(query)), 0, -1):
            for start in range(len(query) - length + 1):
                others = self.of(tuple(query[start : start + length]))
                if others:
                    found.append((start, start + length, others))
        return found


# They change far more seldom than the names of the site, with which they are asked for.
@lru_cache(maxsize=1)
def synonyms_with(own: tuple[tuple[str, ...], ...]) -> Synonyms:
    """What the built-in sets say, and the practice's own."""
    return Synonyms([*built_in(), *map(list, own)], broader())
