"""What a page is, in the words of schema.org: pure functions from values to nodes.

A node is a dict; what is empty is left out of it. Nodes stand beside each other in
one graph and name each other by `@id`. Vocabulary: schema.org 30.1;
tests/schema_org/ holds every page to it.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

Node = dict[str, object]

CONTEXT = "https://schema.org"
# Google shows no logo that is smaller.
SMALLEST_LOGO = 112
# Keeps text that an editor typed from closing the <script> element.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def node(kind: str | list[str], id: str = "", **properties: object) -> Node:
    """A node of this type, without what is empty."""
    return _filled({"@type": kind, "@id": id, **properties})


def extended(one: Node, **properties: object) -> Node:
    """The same node with more properties; a later word stands."""
    return _filled({**one, **properties})


def _filled(known: Node) -> Node:
    full = {name: _without_empty(value) for name, value in known.items()}
    return {name: value for name, value in full.items() if not is_empty(value)}


def _without_empty(value: object) -> object:
    """The same without empty parts; a node of which only its type is left is none."""
    if isinstance(value, dict):
        parts = {name: _without_empty(part) for name, part in value.items()}
        full = {name: part for name, part in parts.items() if not is_empty(part)}
        return full if full.keys() - {"@type"} else {}
    if isinstance(value, list):
        return [one for one in map(_without_empty, value) if not is_empty(one)]
    return value.strip() if isinstance(value, str) else value


def is_empty(value: object) -> bool:
    """Whether a value says nothing; no and zero say something."""
    return value is None or (isinstance(value, str | list | dict) and not value)


def reference(one: Node) -> Node:
    """The same node, named only; one without an `@id` stays as it is."""
    return {"@id": one["@id"]} if "@id" in one else one


def member(name: str) -> str:
    """The address of a member of an enumeration, such as Rheumatologic; "" for none."""
    return f"{CONTEXT}/{name}" if name else ""


def merged(nodes: Iterable[Node]) -> list[Node]:
    """Each `@id` once: what was said first of it stands, later nodes add to it."""
    known: dict[object, Node] = {}
    for number, one in enumerate(nodes):
        key = one.get("@id", number)
        known[key] = {**one, **known.get(key, {})}
    return list(known.values())


def dump_graph(nodes: Iterable[Node]) -> SafeString:
    """One graph as the text of a script element, whatever was typed into it."""
    graph = {"@context": CONTEXT, "@graph": list(nodes)}
    text = json.dumps(
        graph, ensure_ascii=False, separators=(",", ":"), default=_as_text
    )
    # No sign is left that HTML would read; tests/schema_org/test_escaping.py tries.
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def _as_text(value: object) -> object:
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"schema.org has no form for {value!r}")


def address(street: str, city: str, region: str, postal: str, country: str) -> Node:
    """A postal address; nothing without a street or a town."""
    if not (street or city):
        return {}
    return node(
        "PostalAddress",
        streetAddress=street,
        addressLocality=city,
        addressRegion=region,
        postalCode=postal,
        addressCountry=country,
    )


def coordinates(latitude: Decimal | None, longitude: Decimal | None) -> Node:
    """A point; zero is a place as well, one half of a point is none."""
    if latitude is None or longitude is None:
        return {}
    return node("GeoCoordinates", latitude=latitude, longitude=longitude)


def opening_hours(week: Iterable[tuple[list[str], time, time]]) -> list[Node]:
    """The usual week: days such as "Monday", the opening and the closing time."""
    return [
        node(
            "OpeningHoursSpecification",
            dayOfWeek=[member(day) for day in days],
            opens=opens,
            closes=closes,
        )
        for days, opens, closes in week
    ]


def special_hours(first: date, last: date, opens: time, closes: time) -> Node:
    """Days on which the usual hours do not hold; without times it is closed.

    Source: developers.google.com, LocalBusiness: closed is from midnight to midnight.
    """
    midnight = time(0)
    return node(
        "OpeningHoursSpecification",
        validFrom=first,
        validThrough=last,
        opens=opens or midnight,
        closes=closes or midnight,
    )


def logo(url: str, width: int | None, height: int | None) -> Node:
    """The mark of the practice; nothing where it is too small to be shown."""
    if not url or min(width or 0, height or 0) < SMALLEST_LOGO:
        return {}
    return node("ImageObject", url=url, width=width, height=height)


def place(url: str, name: str, **facts: object) -> Node:
    """A place of the practice; `url` is the address of its page.

    Nothing without an address to go to.
    """
    if not facts.get("address"):
        return {}
    return node("MedicalClinic", f"{url}#location", name=name, url=url, **facts)


def person(url: str, name: str, **facts: object) -> Node:
    """A human being; without `url`, the address of a page about them, no `@id`.

    Never Physician: that is a doctor's office, and no author or reviewer.
    """
    return node("Person", url and f"{url}#person", name=name, url=url, **facts)


def organization(root: str, stock: Node, places: list[Node], **facts: object) -> Node:
    """The practice. `stock` is what wagtail-seo makes of its record.

    One place is the practice; several are its parts, and each has its own hours.
    """
    of_one_place = {"geo", "openingHoursSpecification", "priceRange"}
    address_known = facts.get("address") or stock.get("address")
    is_clinic = len(places) < 2 and bool(address_known)
    kind = "MedicalClinic" if is_clinic else "MedicalOrganization"
    known = {name: value for name, value in stock.items() if name[0] != "@"}
    known |= facts | {"url": root}
    if not is_clinic:
        known = {n: value for n, value in known.items() if n not in of_one_place}
        known["subOrganization"] = [reference(one) for one in places]
    return node(kind, f"{root}#organization", **known)


def website(root: str, name: str, language: str) -> Node:
    """The whole site; no SearchAction, which nobody reads any more."""
    return node(
        "WebSite",
        f"{root}#website",
        url=root,
        name=name,
        inLanguage=language,
        publisher={"@id": f"{root}#organization"},
    )


def web_page(kind: str, url: str, root: str, **facts: object) -> Node:
    """The page itself, as a part of the site."""
    part_of = {"@id": f"{root}#website"}
    return node(kind, f"{url}#webpage", url=url, isPartOf=part_of, **facts)


def breadcrumbs(url: str, trail: list[tuple[str, str]]) -> Node:
    """The way to a page: names and whole addresses; nothing for home."""
    if len(trail) < 2:
        return {}
    steps = [
        node("ListItem", position=position, name=name, item=step)
        for position, (name, step) in enumerate(trail, 1)
    ]
    return node("BreadcrumbList", f"{url}#breadcrumb", itemListElement=steps)


def item_list(url: str, name: str, entries: list[tuple[str, str]]) -> Node:
    """The pages that a list links to: names and whole addresses."""
    items = [
        node("ListItem", position=position, name=title, url=entry)
        for position, (title, entry) in enumerate(entries, 1)
    ]
    return node(
        "ItemList",
        f"{url}#list",
        name=name,
        numberOfItems=len(items),
        itemListElement=items,
    )


def primary_image(
    url: str, picture: str, width: int, height: int, mime_type: str, caption: str
) -> Node:
    """The picture that stands for a page wherever it is shared."""
    return node(
        "ImageObject",
        f"{url}#primaryimage",
        url=picture,
        contentUrl=picture,
        width=width,
        height=height,
        encodingFormat=mime_type,
        caption=caption,
    )
