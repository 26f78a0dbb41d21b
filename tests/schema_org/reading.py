"""The graph of a page as it was served, and what of it no visitor is shown."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from bs4 import BeautifulSoup

from tests.reading import Seen

Node = dict[str, Any]
# Values that have a form for machines: addresses, codes, days, measures. What they
# stand for is shown in words, or belongs to the page's record.
FOR_MACHINES = {
    "@id", "@type", "url", "contentUrl", "item", "encodingFormat", "width", "height",
    "position", "numberOfItems", "inLanguage", "datePublished", "dateModified",
    "dateCreated", "lastReviewed", "dayOfWeek", "opens", "closes", "validFrom",
    "validThrough", "expires", "latitude", "longitude", "hasMap", "sameAs",
    "medicalSpecialty", "specialty", "relevantSpecialty", "addressCountry",
    "isAcceptingNewPatients", "propertyID", "codingSystem", "audienceType",
}  # fmt: skip
CODES = {".knowsLanguage.alternateName"}
# Kinds that stand beside the words a visitor reads.
KINDS = {"license", "title", "National Provider Identifier"}


class Graph:
    """The nodes of a page, by their addresses and types."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes

    @cached_property
    def by_id(self) -> dict[str, Node]:
        return {one["@id"]: one for one in self.nodes if "@id" in one}

    def of_type(self, kind: str) -> list[Node]:
        return [one for one in self.nodes if kind in _types(one)]

    @property
    def of_page(self) -> Node:
        return next(n for key, n in self.by_id.items() if key.endswith("#webpage"))

    @property
    def main(self) -> Node:
        """What the page is about."""
        return self.by_id[self.of_page["mainEntity"]["@id"]]


def _types(one: Node) -> list[str]:
    kinds = one["@type"]
    return kinds if isinstance(kinds, list) else [kinds]


def graph_of(seen: Seen) -> Graph:
    """The graph of a page; there has to be one."""
    script = seen.soup.find("script", type="application/ld+json")
    return Graph(json.loads(script.string)["@graph"])


def hidden_texts(seen: Seen) -> list[str]:
    """The texts of a graph that are neither on the page nor in its head."""
    shown = _shown(seen)
    return [
        f"{path}: {text}"
        for path, text in _texts(graph_of(seen).nodes)
        if squeezed(text.removesuffix("…")) not in shown
    ]


def _texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in FOR_MACHINES and f"{path}.{name}" not in CODES:
                yield from _texts(part, f"{path}.{name}")
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part, path)
    elif isinstance(value, str) and value not in KINDS:
        yield path, value


def _shown(seen: Seen) -> str:
    """Everything a visitor reads, and what the head states in words."""
    soup = BeautifulSoup(seen.response.content, "html.parser")
    body = soup.body
    for sign in body.select("sup.citation"):
        sign.extract()
    heads = [meta["content"] for meta in soup.head.find_all("meta", content=True)]
    pictures = [image.get("alt", "") for image in body.find_all("img")]
    words = [body.get_text(" "), soup.title.string, *heads, *pictures]
    return squeezed(" ".join(words))


def squeezed(text: str) -> str:
    """A text without the spaces that layout puts between words."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text)).casefold()
