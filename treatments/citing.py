"""Citations in a text: kept as the key of a reference, numbered when a page is shown.

A text keeps `<embed embedtype="reference" id="5"/>`. The number is not kept: it
follows from the order of the page's text as it is printed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from asgiref.local import Local
from django.template.loader import render_to_string
from wagtail.models import Page

from home.links import texts_of

EMBED_TYPE = "reference"
EMBED = re.compile(rf'<embed\b[^>]*\bembedtype="{EMBED_TYPE}"[^>]*>')
KEY = re.compile(r'\bid="([0-9]+)"')

# The numbers of the page now being printed; an embed handler is told of no page.
_now = Local()


def cited_ids(page: Page) -> list[int]:
    """The keys of the references that a page's texts cite, each once, in order."""
    tags = (tag for text in texts_of(page) for tag in EMBED.findall(text))
    keys = (KEY.search(tag) for tag in tags)
    return list(dict.fromkeys(int(key[1]) for key in keys if key))


@dataclass(frozen=True)
class Entry:
    """A line of the list of references."""

    number: int
    reference: object
    places: range


class Citations:
    """Numbers the references of one page as its text comes to cite them."""

    def __init__(self, references: list) -> None:
        self._references = {one.pk: one for one in references}
        self._numbers: dict[int, int] = {}
        self._places: Counter[int] = Counter()

    def cite(self, key: str) -> str:
        """The next citation of a reference; nothing for one that is not there."""
        reference = self._references.get(int(key)) if key.isdecimal() else None
        if reference is None:
            return ""
        number = self._numbers.setdefault(reference.pk, len(self._numbers) + 1)
        self._places[number] += 1
        return render_to_string(
            "components/citation.html",
            {
                "number": number,
                "place": self._places[number],
                "is_retracted": reference.retracted,
            },
        ).strip()

    @property
    def entries(self) -> list[Entry]:
        """The cited references by number, then the others as they were given."""
        others = [key for key in self._references if key not in self._numbers]
        return [
            Entry(number, self._references[key], range(1, self._places[number] + 1))
            for number, key in enumerate([*self._numbers, *others], 1)
        ]


@contextmanager
def numbering(citations: Citations) -> Iterator[None]:
    """Within it, texts that are printed take their numbers from these citations."""
    before = getattr(_now, "citations", None)
    _now.citations = citations
    try:
        yield
    finally:
        _now.citations = before


def cite(key: str) -> str:
    """A citation for the page now being printed; outside of any page, nothing."""
    citations = getattr(_now, "citations", None)
    return citations.cite(key) if citations else ""
