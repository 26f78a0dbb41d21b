"""Names that speak for the practice as "we" does."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from .folding import fold

if TYPE_CHECKING:
    from .text import Sentence

# As for "we" in words/speakers.toml.
VOICE = frozenset({"OWN"})


# The same people are asked for with each page that is published.
@lru_cache(maxsize=10_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name as the words of a sentence are kept."""
    folded = "".join(c if c.isalnum() else " " for c in fold(name))
    return tuple(folded.split())


class OwnNames:
    """The names of the practice and its people, of whom there may be thousands.

    Two of the same names are equal: a text says the same to both.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = frozenset(filter(None, map(parts, names)))
        self._lengths: dict[str, set[int]] = {}
        for name in self._names:
            self._lengths.setdefault(name[0], set()).add(len(name))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnNames) and self._names == other._names

    def __hash__(self) -> int:
        return hash(self._names)

    def mark(self, sentence: "Sentence") -> None:
        """Give each of these names in a sentence the voice of the practice."""
        tokens = sentence.tokens
        spoken = [token.word for token in tokens]
        for start, word in enumerate(spoken):
            for length in self._lengths.get(word, ()):
                if tuple(spoken[start : start + length]) in self._names:
                    for token in tokens[start : start + length]:
                        token.tags = frozenset({token.word}) | VOICE


NOBODY = OwnNames()
