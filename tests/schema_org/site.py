"""What the graphs of many pages say together."""

from collections.abc import Iterable

from tests.reading import Seen
from tests.schema_org.reading import graph_of


def contradictions(pages: Iterable[Seen]) -> list[str]:
    """Each `@id` of which two pages tell different types, names or addresses."""
    told: dict[str, tuple] = {}
    found = []
    for seen in pages:
        for key, one in graph_of(seen).by_id.items():
            # The page itself and its picture are told of by nobody else.
            facts = (str(one["@type"]), one.get("name"), one.get("url"))
            if told.setdefault(key, facts) != facts:
                found.append(f"{key}: {told[key]}, but {seen.address}: {facts}")
    return found


def helped_pairs(pages: Iterable[Seen]) -> set[tuple[str, str]]:
    """The pairs of names, treatment and condition, that any graph calls a treatment."""
    pairs = set()
    for seen in pages:
        graph = graph_of(seen)
        for one in graph.of_type("MedicalCondition"):
            for name in ("possibleTreatment", "typicalTest"):
                for target in one.get(name, []):
                    pairs.add((graph.by_id[target["@id"]]["name"], one["name"]))
    return pairs
