"""Marks around words in a printed page, put in without touching anything else."""

import html
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import zip_longest

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
    "source", "track", "wbr",
}  # fmt: skip
# What repeats the text, or is none.
UNREAD_TAGS = {"nav", "script", "style", "svg", "template", "wagtail-userbar"}
UNREAD_CLASSES = {"citation", "folded-contents", "visually-hidden"}


@dataclass(frozen=True)
class Letter:
    """A letter or digit of a text, and the stretch of HTML that prints it."""

    sign: str
    start: int
    end: int


@dataclass(frozen=True)
class Mark:
    """Tags to put around a run of letters, counted among all letters of a page.

    `first` opens the first stretch, `further` those after a tag in between.
    """

    letters: range
    first: str
    further: str = "<mark>"


def letters_of(text: str) -> str:
    """The letters and digits of a text: what stays the same however it is printed."""
    return "".join(filter(str.isalnum, text))


@dataclass
class PrintedText(HTMLParser):
    """The letters that a reader meets in the main part of a page, in their order."""

    source: str
    letters: list[Letter] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._open: list[tuple[str, bool]] = []
        self._lines = [0]
        for line in self.source.split("\n")[:-1]:
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(self.source)
        self.close()
        self.text = "".join(letter.sign for letter in self.letters)

    @property
    def _is_read(self) -> bool:
        return any(tag == "main" for tag, _unread in self._open) and not any(
            unread for _tag, unread in self._open
        )

    @property
    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            classes = set((dict(attrs).get("class") or "").split())
            unread = tag in UNREAD_TAGS or bool(classes & UNREAD_CLASSES)
            self._open.append((tag, unread))

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        tags = [one for one, _unread in self._open]
        if tag in tags:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data):
        for place, sign in enumerate(data, self._place):
            self._add(sign, place, place + 1)

    def handle_entityref(self, name):
        self._add_reference(f"&{name};")

    def handle_charref(self, name):
        self._add_reference(f"&#{name};")

    def _add_reference(self, written: str) -> None:
        for sign in html.unescape(written):
            self._add(sign, self._place, self._place + len(written))

    def _add(self, sign: str, start: int, end: int) -> None:
        if sign.isalnum() and self._is_read:
            self.letters.append(Letter(sign, start, end))

    def with_marks(self, marks: Iterable[Mark]) -> str:
        """The same HTML with these marks in it; a mark never crosses a tag."""
        marks = list(marks)
        pieces, done, opened = [], 0, set()
        for run in self._runs(marks):
            inside = [mark for mark in marks if run.start in mark.letters]
            start, end = self.letters[run.start].start, self.letters[run.stop - 1].end
            tags = (one.further if id(one) in opened else one.first for one in inside)
            pieces += [self.source[done:start], *tags, self.source[start:end]]
            pieces += ["</mark>" for _mark in inside]
            opened |= {id(mark) for mark in inside}
            done = end
        return "".join([*pieces, self.source[done:]])

    def _runs(self, marks: list[Mark]) -> Iterable[range]:
        """Runs of marked letters with the same marks and no tag in between."""
        edges = {edge for m in marks for edge in (m.letters.start, m.letters.stop)}
        marked = sorted({number for mark in marks for number in mark.letters})
        start = None
        for number, following in zip_longest(marked, marked[1:]):
            start = number if start is None else start
            if following is None or self._is_cut(number, following, edges):
                yield range(start, number + 1)
                start = None

    def _is_cut(self, number: int, following: int, edges: set[int]) -> bool:
        if following != number + 1 or following in edges:
            return True
        between = self.source[self.letters[number].end : self.letters[following].start]
        return "<" in between
