"""The uses that a page shows, rolled up for many pages in one query."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from home.site import PracticeSite
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.models.indications import most_specific, paths_to, surest_first
from treatments.notices import NoticeText, notice_of_treatment, notices_of_uses


@dataclass
class Uses:
    """What a card or a line of a list says of the evidence; surest first."""

    of_treatment: bool
    studied: list[Indication]
    unproven: list[Indication]

    @classmethod
    def of(cls, page: Page, rows: Iterable[Indication]) -> "Uses":
        """Part the rows of one page by whether they are proven."""
        ordered = surest_first(most_specific(list(rows)))
        return cls(
            of_treatment=page.specific_class is TreatmentPage,
            studied=[row for row in ordered if not row.is_unproven],
            unproven=[row for row in ordered if row.is_unproven],
        )

    def only(self, fits: Callable[[Indication], bool]) -> "Uses":
        """The same page's uses, without those that do not fit."""
        studied, unproven = filter(fits, self.studied), filter(fits, self.unproven)
        return Uses(self.of_treatment, list(studied), list(unproven))

    @property
    def rows(self) -> list[Indication]:
        return [*self.studied, *self.unproven]

    @property
    def notice(self) -> str:
        """What has to be said where a treatment is spoken of; "" for nothing."""
        return notice_of_treatment(self.rows) if self.of_treatment else ""


def give_uses(pages: Iterable[Page], site: PracticeSite) -> None:
    """Set `uses` on each page: its own and those below it, as visitors see them.

    One query, and none where no treatment or condition is among the pages; `uses` of
    any other page is None.
    """
    treatments, conditions = [], []
    for page in pages:
        page.uses = None
        if page.specific_class is TreatmentPage:
            treatments.append(page)
        elif page.specific_class is ConditionPage:
            conditions.append(page)
    if not treatments and not conditions:
        return
    by_path, by_condition = defaultdict(list), defaultdict(list)
    for row in _visible_rows(treatments, conditions, site):
        by_condition[row.condition_id].append(row)
        for path in paths_to(row.treatment.path, row.treatment.steplen):
            by_path[path].append(row)
    for page in treatments:
        page.uses = Uses.of(page, by_path[page.path])
    for page in conditions:
        page.uses = Uses.of(page, by_condition[page.pk])


def find_notices(pages: Iterable[Page], site: PracticeSite) -> list[NoticeText]:
    """What has to be said on a page that shows the uses of these described pages."""
    shown = (row for page in pages if page.uses for row in page.uses.unproven)
    return notices_of_uses(shown, site)


# Past so many treatments one condition a path is slower than reading every row.
MANY = 40


def _visible_rows(
    treatments: list[Page], conditions: list[Page], site: PracticeSite
) -> Iterator[Indication]:
    rows = Indication.objects.complete().select_related("condition", "treatment")
    if len(treatments) <= MANY:
        wanted = Q(condition__in=[page.pk for page in conditions])
        for page in treatments:
            wanted |= Q(treatment__path__startswith=page.path)
        rows = rows.filter(wanted)
    for row in rows.defer("condition__body", "treatment__body"):
        if site.shows(row.condition) and site.shows(row.treatment):
            yield row
