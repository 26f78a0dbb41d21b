"""What Google's documentation asks of the types it shows (November 2026).

Source: developers.google.com/search/docs/appearance/structured-data, the pages
Article, Breadcrumb, Profile page, Organization, Local business, Image metadata and
Site names. What is recommended is asked for where our pages always know it.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from tests.schema_org.vocabulary import Vocabulary

Node = dict[str, Any]
REQUIRED = {
    "Article": ["headline", "image", "datePublished", "dateModified", "author"],
    "BreadcrumbList": ["itemListElement"],
    "ProfilePage": ["mainEntity", "dateCreated", "dateModified"],
    "Organization": ["name", "url"],
    "LocalBusiness": ["name", "address", "url"],
    "ImageObject": ["url"],
    "WebSite": ["name", "url"],
    "WebPage": ["name", "url", "isPartOf", "inLanguage", "dateModified"],
    "Person": ["name"],
}
LONGEST_HEADLINE = 110


def google_faults(graph: list[Node], vocabulary: Vocabulary) -> Iterator[str]:
    """What the documentation would object to in the nodes of a page."""
    for one in graph:
        kinds = one.get("@type", [])
        kinds = kinds if isinstance(kinds, list) else [kinds]
        lineage = set().union(*(vocabulary.lineage(kind) for kind in kinds))
        for kind in lineage & set(REQUIRED):
            for name in REQUIRED[kind]:
                if name not in one:
                    yield f"{kind}: {name} is missing"
        for kind in lineage & set(CHECKS):
            yield from CHECKS[kind](one)


def _article(one: Node) -> Iterator[str]:
    if len(one.get("headline", "")) > LONGEST_HEADLINE:
        yield "Article: the headline is too long"
    if not _in_order(one):
        yield "Article: it was changed before it was published"


def _in_order(one: Node) -> bool:
    published, modified = one.get("datePublished"), one.get("dateModified")
    if not (published and modified):
        return True
    return datetime.fromisoformat(published) <= datetime.fromisoformat(modified)


def _crumbs(one: Node) -> Iterator[str]:
    steps = one.get("itemListElement", [])
    if len(steps) < 2 or not all(step.get("name") for step in steps):
        yield "BreadcrumbList: two steps with names are needed"


def _positions(one: Node) -> Iterator[str]:
    steps = one.get("itemListElement", [])
    if [step.get("position") for step in steps] != list(range(1, len(steps) + 1)):
        yield f"{one['@type']}: the positions are not 1, 2, 3"


def _list(one: Node) -> Iterator[str]:
    yield from _positions(one)
    entries = one.get("itemListElement", [])
    if not all(entry.get("url") or entry.get("item") for entry in entries[:-1]):
        yield "ItemList: an entry leads nowhere"


def _business(one: Node) -> Iterator[str]:
    point = one.get("geo")
    if point:
        for name in ("latitude", "longitude"):
            if not isinstance(point.get(name), int | float):
                yield f"LocalBusiness: {name} is no number"
    if len(one.get("priceRange", "")) >= 100:
        yield "LocalBusiness: priceRange is too long"
    for span in one.get("openingHoursSpecification", []):
        if not {"dayOfWeek", "opens", "closes"} <= set(span):
            yield "LocalBusiness: hours without a day or a time"


def _organization(one: Node) -> Iterator[str]:
    mark = one.get("logo")
    if mark and min(mark.get("width", 0), mark.get("height", 0)) < 112:
        yield "Organization: the logo is too small"


def _picture(one: Node) -> Iterator[str]:
    if not (one.get("width") and one.get("height")):
        yield "ImageObject: it does not say how large it is"


CHECKS: dict[str, Callable[[Node], Iterator[str]]] = {
    "Article": _article,
    "BreadcrumbList": _crumbs,
    "ItemList": _list,
    "LocalBusiness": _business,
    "Organization": _organization,
    "ImageObject": _picture,
}
