"""Text as sentences of words: cutting, and where each word stands."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from .folding import fold
from .lexicon import ADDING, PHRASES, singular, tags_of
from .rules import words

# Longer runs are cut, so that hostile text stays cheap.
LONGEST_SENTENCE = 120
LONGEST_HEADLINE = 12
# The words of "scare quotes", and the marks.
LONGEST_SCARE = 3

WORD = re.compile(
    r"clinicaltrials\.gov|[^\W\d_]+(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b"
    r"|[^\W\d_]+|\d+(?:[.,]\d+)*|\n|[^\w\s]|_"
)
ABBREVIATIONS = words(
    "dr mr mrs ms prof st vs eg e.g ie i.e approx fig inc jr sr dept est ph u s"
)
# After these, a lone "I" is a number.
NUMBERED = words("stage type class grade phase igf level part group")
NOISE = frozenset("®™©*_\ufe0f\u200b")
ENDS = frozenset("!?\n|•·▪◦‣●✓✔✅►")

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
    before: "Sentence | None" = field(default=None, repr=False)
    after: "Sentence | None" = field(default=None, repr=False)

    @cached_property
    def tags(self) -> frozenset[str]:
        return frozenset().union(*(token.tags for token in self.tokens))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Give the places of each tag, so that none has to be looked for."""
        places: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            for tag in token.tags:
                places.setdefault(tag, []).append(place)
        return places

    @cached_property
    def nearby(self) -> frozenset[str]:
        """Give the tags of the sentence and of its neighbours in the paragraph."""
        neighbors = (self.before, self.after)
        near = [one for one in neighbors if one and one.paragraph == self.paragraph]
        return self.tags.union(*(one.tags for one in near))

    @cached_property
    def quoted(self) -> list[bool]:
        """Tell for each token whether it stands between quotation marks."""
        inside, marks = False, []
        for token in self.tokens:
            if token.word == '"':
                inside = not inside
            marks.append(inside)
        return marks

    @cached_property
    def light(self) -> frozenset[int]:
        """Give the signs that part no clauses: scare quotes, dashes of a headline."""
        marks = [at for at, token in enumerate(self.tokens) if token.word == '"']
        light = {
            mark
            for pair in zip(marks[::2], marks[1::2], strict=False)
            if pair[1] - pair[0] <= LONGEST_SCARE
            for mark in pair
        }
        if len(self.tokens) <= LONGEST_HEADLINE:
            light |= {at for at, token in enumerate(self.tokens) if token.word in "—:"}
        return frozenset(light)

    def has(self, index: int, *tags: str) -> bool:
        """Tell whether the token there exists and has one of the tags."""
        if not 0 <= index < len(self.tokens):
            return False
        return not self.tokens[index].tags.isdisjoint(tags)

    def has_within(self, places: range, *tags: str) -> bool:
        """Tell whether one of these tokens has one of the tags."""
        return any(at in places for tag in tags for at in self.places.get(tag, ()))


def _ends_here(word: str, previous: str, following: str) -> bool:
    """Tell whether a sign ends a sentence: stops, line ends, bullets, emoji."""
    if word in ENDS or (word > "\u2000" and unicodedata.category(word[0]) == "So"):
        return True
    if word != "." or previous in ABBREVIATIONS or len(previous) == 1:
        return False
    return following in "\"')]" or following.isspace()


def _abbreviates(folded: str, place: int) -> bool:
    """Tell whether a lone letter belongs to "i.e.", "I.V." or "apoA-I"."""
    after = folded[place + 1 : place + 3]
    return folded[place - 1 : place] == "-" or (
        after[:1] == "." and after[1:].isalpha()
    )


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
        elif word == "i" and (previous in NUMBERED or _abbreviates(folded, start)):
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


def _mark_names(tokens: list[Token], text: str) -> None:
    """Tag words that are written like names, unless most are: a headline."""
    large = [token for token in tokens[1:] if text[token.start].isupper()]
    if 2 * len(large) < len(tokens):
        for token in large:
            token.tags |= {"NAME"}


def retagged(tokens: list[Token], first: Sentence, last: Sentence) -> Sentence:
    """Make one sentence of the words of several, from the first to the last."""
    run = [(token.word, token.start, token.end) for token in tokens]
    joined = Sentence(
        _tagged(run), last.ending, first.shouted and last.shouted, last.paragraph
    )
    joined.before, joined.after = first.before, last.after
    return joined


def sentences(text: str) -> list[Sentence]:
    """Cut a text into linked sentences; empty ones are left out."""
    found, paragraph = [], 0
    for run, ending in _pieces(text):
        if run:
            letters = text[run[0][1] : run[-1][2]]
            tokens = _tagged(run)
            _mark_names(tokens, text)
            found.append(Sentence(tokens, ending, letters.isupper(), paragraph))
        paragraph += ending == "\n"
    for one, next_one in pairwise(found):
        one.after, next_one.before = next_one, one
    return found
