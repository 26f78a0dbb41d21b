"""Patterns over the words of a sentence, and what they match.

A pattern is a line of elements:

- `word`, `CLASS` (a table in words/) or `word|CLASS`: one word;
- `word?`: a word that may be missing;
- `..4`: up to four words that end no clause; `..4-RISK|by`: none of them such a word;
- `~4`: up to four words of any kind;
- `!word`: the next word is none of these, or there is no next word;
- `^` and `$`: the beginning and the end of a clause;
- `*word`: the word that can be denied or hedged; without it, the first one.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .rules import words
from .text import Sentence

# Signs that end a clause; commas don't, since they also part lists.
BREAKS = frozenset(';:—()[]{}"')


class Element(NamedTuple):
    """One step of a pattern."""

    kind: str
    tags: frozenset[str]
    most: int = 1
    head: bool = False


class Match(NamedTuple):
    """Where a pattern matched, in words: the end is the word after it."""

    start: int
    end: int
    head: int


# Words and classes too common to look a pattern up by.
COMMON = words("""OWN YOU CONDITION BODY OUTCOME RELIEF EFFECT EFFECT_S EFFECT_BASE EFFECT_ED
    TREATMENT PATIENT PRACTICE SPAN NUMBER NOT NO HARM MEDICINE SELF FOREVER CURE STOP
    the a an of to in on for with by is are be and or it you your our we not no n't can
    has have do does if that all more most any before after time one""")


class Pattern(NamedTuple):
    """A compiled pattern: its steps, the words it needs, those to look it up by."""

    elements: tuple[Element, ...]
    needs: tuple[frozenset[str], ...]
    trigger: frozenset[str]

    def find(self, sentence: Sentence) -> Iterator[Match]:
        """Find matches from left to right, the shortest from each beginning."""
        if any(sentence.tags.isdisjoint(tags) for tags in self.needs):
            return
        for start in _beginnings(self.elements[0], sentence):
            found = _match(self.elements, 0, sentence, start, None)
            if found:
                end, head = found
                end = _whole_phrase(sentence, end)
                yield Match(start, end, start if head is None else head)


def _beginnings(first: Element, sentence: Sentence) -> Iterable[int]:
    """Give the places where a pattern with this first element may match."""
    if first.kind != "word":
        return range(len(sentence.tokens))
    places = sentence.places
    found = [places[tag] for tag in first.tags if tag in places]
    return found[0] if len(found) == 1 else sorted(set().union(*found))


def _element(text: str) -> Element:
    head = text.startswith("*")
    text = text.removeprefix("*")
    if text in "^$":
        return Element(text, frozenset())
    if text.startswith(("..", "~")):
        most, _, without = text.lstrip(".~").partition("-")
        kind = "gap" if text[0] == "." else "wide"
        return Element(kind, frozenset(without.split("|")) - {""}, int(most))
    if text.startswith("!"):
        return Element("not", frozenset(text[1:].split("|")))
    kind = "maybe" if text.endswith("?") else "word"
    return Element(kind, frozenset(text.rstrip("?").split("|")), head=head)


def compiled(source: str) -> Pattern:
    """Compile a pattern."""
    elements = tuple(map(_element, source.split()))
    needs = tuple(part.tags for part in elements if part.kind == "word")
    trigger = min(needs, key=lambda tags: (len(tags & COMMON), len(tags)))
    return Pattern(elements, needs, trigger)


def is_break(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause begins or ends at this place."""
    if not 0 <= index < len(sentence.tokens):
        return True
    return sentence.tokens[index].word in BREAKS and index not in sentence.light


def _edge(sentence: Sentence, index: int) -> bool:
    return is_break(sentence, index) or sentence.tokens[index].word in {",", "but"}


def _whole_phrase(sentence: Sentence, end: int) -> int:
    """Move the end of a match to the end of the phrase that it cuts."""
    tokens = sentence.tokens
    while 0 < end < len(tokens) and -1 < tokens[end].phrase == tokens[end - 1].phrase:
        end += 1
    return end


def _match(elements, step: int, sentence: Sentence, index: int, head: int | None):
    """Match the rest of the elements from a word on: the end and the head, or None."""
    while step < len(elements):
        kind, tags, _, is_head = elements[step]
        if kind in {"gap", "wide"}:
            return _match_gap(elements, step, sentence, index, head)
        if kind == "^":
            if not _edge(sentence, index - 1):
                return None
        elif kind == "$":
            if not _edge(sentence, index):
                return None
        elif kind == "not":
            if sentence.has(index, *tags):
                return None
        elif sentence.has(index, *tags):
            if kind == "maybe":
                found = _match(elements, step + 1, sentence, index + 1, head)
                if found:
                    return found
            else:
                head = index if is_head else head
                by_class = any(map(str.isupper, tags & sentence.tokens[index].tags))
                index += 1
                if by_class:
                    index = _whole_phrase(sentence, index)
        elif kind == "word":
            return None
        step += 1
    return index, head


def _match_gap(elements, step: int, sentence: Sentence, index: int, head: int | None):
    kind, banned, most, _ = elements[step]
    for skipped in range(most + 1):
        found = _match(elements, step + 1, sentence, index + skipped, head)
        if found:
            return found
        at = index + skipped
        if kind == "gap" and is_break(sentence, at):
            return None
        if sentence.has(at, *banned):
            return None
    return None
