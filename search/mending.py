"""Mends blanks in a query: one too many, or one too few."""

from search.database.rows import fetch, marks
from search.lexicon import Lexicon
from search.spelling import parts
from search.words import stem


def count_pages(words: set[str]) -> dict[str, int]:
    """Stem → on how many pages it stands, for those that stand on any."""
    wanted = sorted({stem(word) for word in words})
    return dict(
        fetch(
            "SELECT stem, pages FROM search_indexedstem "  # noqa: S608
            f"WHERE pages > 0 AND stem IN ({marks(wanted)})",
            wanted,
        )
    )


def split(words: list[str], lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Words that may be two words of names without the blank between them."""
    pairs = {w: parts(w, lexicon) for w in words if w not in lexicon.uses}
    return {word: pair for word, pair in pairs.items() if pair}


def mended(
    words: list[str], pairs: dict, counts: dict[str, int], lexicon: Lexicon
) -> list[str]:
    """Take out a blank too many and put in one too few, where only that helps."""
    words_now: list[str] = []
    for word in words:
        both = words_now[-1] + word if words_now else ""
        if both in lexicon.uses and not (
            word in lexicon.uses and words_now[-1] in lexicon.uses
        ):
            words_now[-1] = both
        elif word in pairs and stem(word) not in counts:
            words_now += pairs[word]
        else:
            words_now.append(word)
    return words_now
