"""Text as sentences of words: folding, cutting, and where each word stands."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from .lexicon import ADDING, PHRASES, singular, tags_of, words

# Longer runs are cut, so that hostile text stays cheap.
LONGEST_SENTENCE = 120

WORD = re.compile(
    r"clinicaltrials\.gov|[^\W\d_]+(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b"
    r"|[^\W\d_]+|\d+(?:[.,]\d+)*|\n|[^\w\s]|_"
)
ABBREVIATIONS = words(
    "dr mr mrs ms prof st vs eg e.g ie i.e approx no fig inc jr sr dept est ph u s"
)
# After these, a lone "I" is a number.
NUMBERED = words("stage type class grade phase igf level part group")
NOISE = frozenset("®™©*_\ufe0f\u200b")
ENDS = frozenset("!?\n|•·▪◦‣●✓✔✅►")


# Typographic signs for plain ones, each one character for one.
PLAIN = {
    sign: plain
    for plain, signs in {
        "'": "\u2018\u2019\u02bc\u0060\u00b4\u2032",
        '"': "\u201c\u201d\u201e\u00ab\u00bb\u2033",
        "-": "\u2010\u2011\u2012\u2013\u2212",
        "—": "\u2014\u2015",
        ".": "\u2026",
    }.items()
    for sign in signs
}


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    """Fold a character to one plain lower-case character."""
    if sign in PLAIN:
        return PLAIN[sign]
    # A trademark sign or a ligature is no letter of the word before it.
    if unicodedata.category(sign)[0] in "SC":
        return sign
    base = unicodedata.normalize("NFKD", sign)[:1].lower()
    return base if len(base) == 1 else sign


def fold(text: str) -> str:
    """Fold case, accents and typography; the length stays the same."""
    if text.isascii():
        return text.lower()
    return "".join(map(_folded, text))


# A folded word with its first and its last place.
Word = tuple[str, int, int]


@dataclass(slots=True, eq=False)
class Token:
    """A word or a sign, with what it can mean."""

    word: str
    start: int
    end: int
    tags: frozenset[str]
    phrase: int = -1  # Where the phrase begins that the word belongs to.


@dataclass(eq=False)
class Sentence:
    """A sentence, a headline or an item of a list."""

    tokens: list[Token]
    ending: str = ""
    shouted: bool = False
    paragraph: int = 0
    memory: dict[tuple, bool] = field(default_factory=dict, repr=False)
    before: "Sentence | None" = field(default=None, repr=False)
    after: "Sentence | None" = field(default=None, repr=False)

    @cached_property
    def tags(self) -> frozenset[str]:
        return frozenset().union(*(token.tags for token in self.tokens))

    @cached_property
    def quoted(self) -> list[bool]:
        """Tell for each token whether it stands between quotation marks."""
        inside, marks = False, []
        for token in self.tokens:
            if token.word == '"':
                inside = not inside
            marks.append(inside)
        return marks

    def has(self, index: int, *tags: str) -> bool:
        """Tell whether the token there exists and has one of the tags."""
        if not 0 <= index < len(self.tokens):
            return False
        return not self.tokens[index].tags.isdisjoint(tags)


def _ends_here(word: str, previous: str, following: str) -> bool:
    """Tell whether a sign ends a sentence: stops, line ends, bullets, emoji."""
    if word in ENDS or (word > "\u2000" and unicodedata.category(word[0]) == "So"):
        return True
    if word != "." or previous in ABBREVIATIONS or len(previous) == 1:
        return False
    return following in "\"')]" or following.isspace()


def _words(text: str) -> Iterator[Word]:
    """Give the words and signs of a text, folded, with their places."""
    folded, previous = fold(text), ""
    for match in WORD.finditer(folded):
        word, start, end = match.group(), match.start(), match.end()
        if word == "-":
            if folded[start - 1 : start] != " " or folded[end : end + 1] != " ":
                continue
            word = "—"
        elif word == "us" and text[start:end] == "US":
            word = "usa"
        elif word == "i" and previous in NUMBERED:
            word = "1"
        if word not in NOISE:
            yield word, start, end
            previous = word


def _pieces(text: str) -> Iterator[tuple[list[Word], str]]:
    """Cut a text into sentences: their words and what ended them."""
    run: list[Word] = []
    previous = ""
    for word, start, end in _words(text):
        if _ends_here(word, previous, text[end : end + 1]):
            yield run, word
            run = []
        else:
            run.append((word, start, end))
            if len(run) >= LONGEST_SENTENCE:
                yield run, ""
                run = []
        previous = word
    yield run, ""


def _tagged(run: list[Word]) -> list[Token]:
    """Make tokens of words; known phrases hand their meaning to each word."""
    tokens = [Token(word, start, end, tags_of(word)) for word, start, end in run]
    index = 0
    while index < len(tokens):
        index += _tag_phrase(tokens, index) or 1
    return tokens


def _tag_phrase(tokens: list[Token], index: int) -> int:
    """Tag the longest known phrase that starts here; return its length."""
    for phrase, tags in PHRASES.get(tokens[index].word, ()):
        run = tokens[index : index + len(phrase)]
        if len(run) == len(phrase) and all(
            token.word == word or word in token.tags
            for token, word in zip(run, phrase, strict=True)
        ):
            for token in run:
                own = frozenset({token.word, singular(token.word)})
                token.tags = tags | (token.tags if tags <= ADDING else own)
                token.phrase = index
            return len(phrase)
    return 0


def sentences(text: str) -> list[Sentence]:
    """Cut a text into linked sentences; empty ones are left out."""
    found, paragraph = [], 0
    for run, ending in _pieces(text):
        if run:
            letters = text[run[0][1] : run[-1][2]]
            found.append(Sentence(_tagged(run), ending, letters.isupper(), paragraph))
        paragraph += ending == "\n"
    for one, next_one in pairwise(found):
        one.after, next_one.before = next_one, one
    return found
