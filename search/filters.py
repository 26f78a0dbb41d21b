"""The ways to narrow results, each option with a number that is true."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter

from django.utils.functional import Promise
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

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
        KIND: __("Kind of page"),
        "evidence": __("Evidence"),
        "specialty": __("Specialty"),
        "location": __("Location"),
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
    labels = _labels_of(name)
    pairs = [(value, str(label)) for value, label in labels.items() if value in values]
    return sorted(pairs, key=itemgetter(1)) if name == "specialty" else pairs


@cache
def _labels_of(name: str) -> dict[str, Promise]:
    if name == "specialty":
        return {one.value: one.label for one in Specialty}
    if name == "evidence":
        sums = {
            STUDIED: _("Studied in groups of people"),
            UNPROVEN: _("Unproven"),
        }
        return sums | {one.value: one.label for one in EvidenceLevel}
    kinds = {value: label for value, (label, _models) in RESULT_TYPES.items()}
    return kinds | {OTHER_PAGES[0]: OTHER_PAGES[1]}
