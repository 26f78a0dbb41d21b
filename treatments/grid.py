"""Treatments against conditions: one table of how sure each pair is."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from treatments.models.indications import (
    Indication,
    most_specific,
    paths_to,
    surest_first,
)


@dataclass
class GridRow:
    """A treatment with its indication for each condition, or None."""

    treatment: Page
    cells: list[Indication | None]


@dataclass
class EvidenceGrid:
    """The table: conditions across, treatments down."""

    conditions: list[Page]
    rows: list[GridRow]

    @property
    def cells(self) -> list[Indication]:
        """Every use in the table."""
        return [cell for row in self.rows for cell in row.cells if cell]


def upper_floor(treatments: Iterable[Page]) -> list[Page]:
    """Those of these treatments that stand below none of the others."""
    pages = list(treatments)
    paths = {page.path for page in pages}
    return [page for page in pages if page.path[: -page.steplen] not in paths]


def build_grid(
    treatments: Iterable[Page],
    conditions: Iterable[Page],
    indications: Iterable[Indication],
) -> EvidenceGrid:
    """Put each indication at its pair; a row below another treatment joins that one.

    `treatments` are those of the upper floor; each carries `path` and `title`.
    """
    columns = sorted(conditions, key=lambda page: page.title.casefold())
    pairs: dict[tuple[str, int], Indication] = {}
    # Where two pages below one treatment speak of one condition, the less sure counts.
    for row in surest_first(most_specific(list(indications))):
        for path in paths_to(row.treatment.path, row.treatment.steplen):
            pairs[path, row.condition_id] = row
    rows = [
        GridRow(page, [pairs.get((page.path, column.pk)) for column in columns])
        for page in sorted(treatments, key=lambda page: page.title.casefold())
    ]
    return EvidenceGrid(columns, rows)
