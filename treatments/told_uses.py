"""What the pages of a long list are found by: thousands of uses, no record of any."""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from wagtail.models import Page

from home.catalogues import Choice
from treatments.models.indications import Indication, is_unproven, paths_to

COLUMNS = ["treatment_id", "condition_id", "evidence_level", "regulatory_status"]


class ToldUse(NamedTuple):
    """A use that visitors see: of the treatment at this path, for this condition."""

    path: str
    condition_id: int
    choices: tuple[Choice, Choice]


class _Choices(dict):
    """Level and status → the values of the filter that fit, one for many uses."""

    def __missing__(self, pair: tuple[str, str]) -> tuple[Choice, Choice]:
        group = "unproven" if is_unproven(*pair) else "studied"
        found = self[pair] = ("evidence", group), ("evidence", pair[0])
        return found


def told_uses(
    paths: Mapping[int, str], conditions: Container[int]
) -> Iterator[tuple[list[str], ToldUse]]:
    """The uses of shown treatments (key → path) for shown conditions.

    Each comes with the paths above its own. A use is left out where a page below its
    treatment speaks of the same condition, as in `most_specific`.
    """
    rows = Indication.objects.complete().order_by().values_list(*COLUMNS)
    choices = _Choices()
    found = [
        ToldUse(paths[treatment], condition, choices[level, status])
        for treatment, condition, level, status in rows.iterator()
        if treatment in paths and condition in conditions
    ]
    above = _above(paths)
    spoken_for = {
        (use.condition_id, path) for use in found for path in above.get(use.path, ())
    }
    for use in found:
        if (use.condition_id, use.path) not in spoken_for:
            yield above.get(use.path, []), use


def _above(paths: Mapping[int, str]) -> dict[str, list[str]]:
    """The paths above those treatments that do not stand at the top, as few do."""
    top = min(map(len, paths.values()), default=0)
    return {
        path: paths_to(path, Page.steplen)[:-1]
        for path in paths.values()
        if len(path) > top
    }
