"""What a long list consists of, small enough to be kept until it changes.

A list of thousands of pages is sorted once. Who then looks at a part of it has only the
pages of that part read.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from operator import itemgetter

from home.changes.reading import valid_until

# Name and value of a filter.
Choice = tuple[str, str]


@dataclass(slots=True)
class Entry:
    """One page of a list: its place, and what it can be found by.

    `choices` are the values of filters that fit it, with their words where no vocabulary
    has them; a list without filters has none.
    """

    pk: int
    expire_at: datetime | None = None
    letter: str = ""
    choices: Mapping[Choice, str] = field(default_factory=dict)


@dataclass(slots=True)
class Catalogue:
    """The keys of all pages of a list in their order, and where what begins."""

    keys: Sequence[int]
    letters: list[str]
    letter_starts: list[int]
    # Where in the order those stand that a value of a filter fits.
    places: dict[Choice, Sequence[int]]
    # Name of a filter → the values that some page has of it, in the order of their words.
    words: dict[str, dict[str, str]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Catalogue":
        found = cls(array("L"), [], [], {}, {})
        for place, entry in enumerate(entries):
            found._add(place, entry)
        for name, words in found.words.items():
            found.words[name] = dict(sorted(words.items(), key=itemgetter(1)))
        return found

    def _add(self, place: int, entry: Entry) -> None:
        self.keys.append(entry.pk)
        if entry.expire_at:
            valid_until(entry.expire_at)
        if not self.letters or self.letters[-1] != entry.letter:
            self.letters.append(entry.letter)
            self.letter_starts.append(place)
        for choice, words in entry.choices.items():
            if choice not in self.places:
                self.places[choice] = array("L")
                self.words.setdefault(choice[0], {})[choice[1]] = words
            self.places[choice].append(place)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each letter begins, and where the next one does."""
        return list(pairwise([*self.letter_starts, len(self.keys)]))

    def letter_at(self, place: int) -> str:
        """The letter under which the page at this place stands."""
        return self.letters[bisect_right(self.letter_starts, place) - 1]

    def values(self, name: str) -> dict[str, str]:
        """The values that some page has of this filter, with their words."""
        return self.words.get(name, {})

    def fitting(self, chosen: Iterable[Choice]) -> Sequence[int]:
        """The places of the pages that each of these values fits."""
        parts = [self.places.get(choice, []) for choice in chosen]
        if not parts:
            return range(len(self.keys))
        return sorted(set(parts[0]).intersection(*parts[1:]))
