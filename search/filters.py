"""The ways to narrow results, each option with a number that is true."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from home.models import Filter
from home.vocabulary import Specialty
from search.answers import Hit
from search.kinds import OTHER_PAGES, RESULT_TYPES
from treatments.uses import LightUse
from treatments.vocabulary import UNPROVEN_EVIDENCE, EvidenceLevel

# Filter → the options that a result counts under.
Values = dict[str, list[str]]

KIND = "type"
STUDIED, UNPROVEN = "studied", "unproven"


def values_of(hit: Hit, uses: Iterable[LightUse], places: Iterable[str]) -> Values:
    """What a result counts under; `uses` and `places` are those visitors may see."""
    its_places = [hit.title] if hit.kind == "locations" else _facet(hit, "location")
    return {
        KIND: [hit.kind],
        "evidence": _evidence(list(uses)),
        "specialty": _facet(hit, "specialty"),
        "location": [place for place in its_places if place in places],
    }


def _facet(hit: Hit, name: str) -> list[str]:
    return hit.facets.get(name, [])


def _evidence(uses: list[LightUse]) -> list[str]:
    """The levels of a treatment, and two words that sum them up."""
    levels = list(dict.fromkeys(use.evidence.value for use in uses))
    if any(use.evidence not in UNPROVEN_EVIDENCE for use in uses):
        levels.append(STUDIED)
    if any(use.is_unproven for use in uses):
        levels.append(UNPROVEN)
    return levels


def narrow(
    found: list[Values], parameters: Mapping[str, str]
) -> tuple[list[Filter], list[int]]:
    """Read the filters from an address; give them with the places of what fits.

    A number beside an option counts what would be left if it were chosen and the
    other filters stayed. A value that no result has is ignored.
    """
    chosen = {}
    for name in _labels():
        value = parameters.get(name, "")
        if any(value in one[name] for one in found):
            chosen[name] = value
    filters = [_filter(name, label, found, chosen) for name, label in _labels().items()]
    return filters, [at for at, one in enumerate(found) if _fits(one, chosen)]


def _labels() -> dict[str, str]:
    return {
        KIND: _("Kind of page"),
        "evidence": _("Evidence"),
        "specialty": _("Specialty"),
        "location": _("Location"),
    }


def _fits(values: Values, chosen: dict[str, str], but: str = "") -> bool:
    return all(value in values[name] for name, value in chosen.items() if name != but)


def _filter(name: str, label: str, found: list[Values], chosen: dict) -> Filter:
    among = [one for one in found if _fits(one, chosen, but=name)]
    counts = Counter(value for one in among for value in one[name])
    selected = chosen.get(name, "")
    options = [
        (value, f"{words} ({counts[value]})")
        for value, words in _in_order(name, {*counts, selected} - {""})
    ]
    if not selected and all(number == len(among) for number in counts.values()):
        # Whatever one chose, nothing would change.
        options = []
    return Filter(name, label, options, selected)


def _in_order(name: str, values: set[str]) -> list[tuple[str, str]]:
    """The options in the order in which visitors read them, with their words."""
    if name == "location":
        return [(value, value) for value in sorted(values)]
    if name == "specialty":
        pairs = [(value, str(label)) for value, label in Specialty.choices]
        return sorted((p for p in pairs if p[0] in values), key=lambda pair: pair[1])
    if name == "evidence":
        pairs = [
            (STUDIED, _("Studied in groups of people")),
            (UNPROVEN, _("Unproven")),
            *((value, str(label)) for value, label in EvidenceLevel.choices),
        ]
    else:
        pairs = [(value, str(label)) for value, (label, _m) in RESULT_TYPES.items()]
        pairs.append((OTHER_PAGES[0], str(OTHER_PAGES[1])))
    return [pair for pair in pairs if pair[0] in values]
