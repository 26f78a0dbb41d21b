"""Holds a graph to the vocabulary: types, properties, values, references, dates.

`faults(text)` says in words what is wrong with the text of a script element.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from urllib.parse import urlsplit

from tests.schema_org.google import google_faults
from tests.schema_org.vocabulary import Vocabulary

VOCABULARY = Vocabulary()
CONTEXT = "https://schema.org"
TEXTS = {"Text", "URL", "CssSelectorType", "XPathType", "PronounceableText"}
# A plain number of pixels is what Google documents for a distance.
NUMBERS = {"Number", "Integer", "Float", "Distance"}
# A year, a month or a day (ISO 8601); a moment carries its zone.
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
# A practice does not praise itself.
NEVER = {"aggregateRating", "review", "reviewRating", "starRating"}
NEVER_TYPES = {"Physician", "SearchAction", "FAQPage", "HowTo"}


def faults(text: str) -> list[str]:
    """What is wrong with a graph; empty for nothing."""
    if found := re.findall(r"[<>&\u2028\u2029]", text):
        return [f"unescaped {sign!r}" for sign in dict.fromkeys(found)]
    try:
        document = json.loads(text)
    except ValueError as error:
        return [f"no JSON: {error}"]
    if set(document) != {"@context", "@graph"} or document["@context"] != CONTEXT:
        return [f"not one graph of {CONTEXT}: {sorted(document)}"]
    graph = document["@graph"]
    return [*_whole_faults(graph), *google_faults(graph, VOCABULARY)]


def _whole_faults(graph: list[dict]) -> Iterator[str]:
    known = {one["@id"]: one for one in graph if "@id" in one}
    if len(known) < sum("@id" in one for one in graph):
        yield "an @id is told of twice"
    for one in graph:
        yield from _node_faults(one, known)


def types_of(one: dict) -> list[str]:
    kinds = one.get("@type", [])
    return kinds if isinstance(kinds, list) else [kinds]


def _node_faults(one: dict, known: dict) -> Iterator[str]:
    kinds = types_of(one)
    where = f"{'+'.join(map(str, kinds))}"
    if not kinds:
        yield f"no type: {one}"
        return
    for kind in kinds:
        if kind not in VOCABULARY.parents:
            yield f"{where}: no such type"
            return
        if kind in VOCABULARY.superseded or kind in NEVER_TYPES:
            yield f"{where}: not to be used"
    if "@id" in one and not _is_address(one["@id"]):
        yield f"{where}: @id {one['@id']!r} is no address"
    for name, value in one.items():
        if not name.startswith("@"):
            yield from _property_faults(f"{where}.{name}", kinds, name, value, known)


def _property_faults(where, kinds, name, value, known) -> Iterator[str]:
    if name not in VOCABULARY.domains:
        yield f"{where}: no such property"
    elif name in VOCABULARY.superseded or name in NEVER:
        yield f"{where}: not to be used"
    elif not VOCABULARY.may_have(kinds, name):
        yield f"{where}: not of this type"
    else:
        values = value if isinstance(value, list) else [value]
        if not values:
            yield f"{where}: empty"
        for single in values:
            yield from _value_faults(where, name, single, known)


def _value_faults(where, name, value, known) -> Iterator[str]:
    ranges = VOCABULARY.ranges[name]
    if isinstance(value, dict):
        target = value
        if set(value) == {"@id"}:
            target = known.get(value["@id"])
            if target is None:
                yield f"{where}: {value['@id']} is nowhere in the graph"
                return
        else:
            yield from _node_faults(value, known)
        lineages = [VOCABULARY.lineage(kind) for kind in types_of(target)]
        if not any(ranges & lineage for lineage in lineages):
            yield f"{where}: takes no {types_of(target)}"
    elif not _is_literal(value, ranges):
        yield f"{where}: takes no {value!r}"


def _is_literal(value: object, ranges: set[str]) -> bool:
    """Whether one of the ranges takes this plain value."""
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return bool(ranges & NUMBERS)
    if not isinstance(value, str) or not value or value != value.strip():
        return False
    return (
        bool(ranges & (TEXTS - {"URL"}))
        # Any thing may be named by its address, as Google does with breadcrumbs.
        or (bool({"URL", "Thing"} & ranges) and _is_address(value))
        or ("Date" in ranges and _is_date(value))
        or ("DateTime" in ranges and _is_moment(value))
        or ("Time" in ranges and _reads(time, value))
        or any(_is_member(value, kind) for kind in ranges)
    )


def _is_member(value: str, kind: str) -> bool:
    name = value.removeprefix(f"{CONTEXT}/")
    return value.startswith(CONTEXT) and name in VOCABULARY.members_of(kind)


def _is_address(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in value


def _is_date(value: str) -> bool:
    return bool(DAY.fullmatch(value)) and (len(value) < 10 or _reads(date, value))


def _is_moment(value: str) -> bool:
    if not _reads(datetime, value) or "T" not in value:
        return False
    return datetime.fromisoformat(value).tzinfo is not None and "." not in value


def _reads(kind: type, value: str) -> bool:
    try:
        kind.fromisoformat(value)
    except ValueError:
        return False
    return True
