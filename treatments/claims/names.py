"""Names that speak for the practice as "we" does."""

from collections.abc import Collection

from .folding import fold
from .text import Sentence

# As for "we" in words/speakers.toml.
VOICE = frozenset({"OWN"})


def mark_names(sentence: Sentence, names: Collection[tuple[str, ...]]) -> None:
    """Give each of these names, as `parts` has them, the voice of the practice."""
    tokens = sentence.tokens
    spoken = [token.word for token in tokens]
    for name in names:
        if name[0] not in spoken:
            continue
        for start in range(len(spoken) - len(name) + 1):
            if tuple(spoken[start : start + len(name)]) == name:
                for token in tokens[start : start + len(name)]:
                    token.tags = frozenset({token.word}) | VOICE


def parts(name: str) -> tuple[str, ...]:
    """The words of a name as the words of a sentence are kept."""
    folded = "".join(c if c.isalnum() else " " for c in fold(name))
    return tuple(folded.split())
