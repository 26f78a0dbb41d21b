"""The uses that a page shows, rolled up for many pages in one query."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.db.models import Q, QuerySet
from wagtail.models import Page

from home.changes.following import Followed
from home.changes.reading import note_pages, only_standing_on, valid_until
from home.scopes import pages_of
from home.site import PracticeSite
from home.tree import any_of, below_path
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.models.indications import Use, most_specific, paths_to, surest_first
from treatments.notices import NoticeText, notice_of_treatment, notices_of_uses
from treatments.scopes import scopes_of_uses
from treatments.vocabulary import EvidenceLevel

COLUMNS = ["id", "title", "slug", "path", "live", "expire_at"]


@dataclass(slots=True)
class Side:
    """The columns of one side's page that a line of a list needs."""

    pk: int
    title: str
    slug: str
    path: str
    live: bool
    expire_at: datetime | None
    treatment_type: str = ""
    steplen: ClassVar[int] = Page.steplen


@dataclass(slots=True)
class LightUse(Use):
    """A row for lists: no record of the database, as there may be thousands."""

    evidence_level: str
    regulatory_status: str
    condition: Side
    treatment: Side

    @property
    def condition_id(self) -> int:
        return self.condition.pk

    @property
    def treatment_id(self) -> int:
        return self.treatment.pk


@dataclass
class Uses:
    """What a card or a line of a list says of the evidence; surest first."""

    of_treatment: bool
    studied: list[LightUse]
    unproven: list[LightUse]

    @classmethod
    def of(cls, page: Page, rows: Iterable[LightUse]) -> "Uses":
        """Part the rows of one page by whether they are proven."""
        ordered = surest_first(most_specific(list(rows)))
        return cls(
            of_treatment=page.specific_class is TreatmentPage,
            studied=[row for row in ordered if not row.is_unproven],
            unproven=[row for row in ordered if row.is_unproven],
        )

    def only(self, fits: Callable[[LightUse], bool]) -> "Uses":
        """The same page's uses, without those that do not fit."""
        studied, unproven = filter(fits, self.studied), filter(fits, self.unproven)
        return Uses(self.of_treatment, list(studied), list(unproven))

    @property
    def rows(self) -> list[LightUse]:
        return [*self.studied, *self.unproven]

    @property
    def studied_level(self) -> EvidenceLevel | None:
        """The surest of the proven ones; None for none."""
        return self.studied[0].evidence if self.studied else None

    @property
    def unproven_level(self) -> EvidenceLevel | None:
        """The surest of the unproven ones; None for none."""
        return self.unproven[0].evidence if self.unproven else None

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
    for row in _rows_read(treatments, conditions, site):
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


# Past so many pages it is quicker to read every row than to name them.
MANY = 500


def rows_on(treatments: list[Page], conditions: list[Page]) -> Q:
    """The rows of these pages and those below them, each found by an index."""
    wanted = Q(condition__in=[page.pk for page in conditions])
    wanted |= Q(treatment__in=[page.pk for page in treatments])
    above = [page.path for page in treatments if page.numchild]
    if above:
        below = TreatmentPage.objects.filter(any_of(map(below_path, above)))
        wanted |= Q(treatment__in=below.values("pk"))
    return wanted


def _rows_read(
    treatments: list[Page], conditions: list[Page], site: PracticeSite
) -> list[LightUse]:
    """The visible rows of these pages; asked for once a request."""
    read = site.__dict__.setdefault("uses_read", {})
    key = tuple(
        frozenset(page.pk for page in side) for side in (treatments, conditions)
    )
    if key not in read:
        rows, scopes = Indication.objects.all(), None
        if len(treatments) + len(conditions) <= MANY:
            rows = rows.filter(rows_on(treatments, conditions))
            scopes = scopes_of_uses(treatments, conditions)
        read[key] = Followed(lambda: list(visible_uses(rows, site, scopes)))
    return read[key].read()


def visible_uses(
    rows: QuerySet, site: PracticeSite, scopes: list[str] | None = None
) -> Iterator[LightUse]:
    """Those of these indications that visitors may see on both sides.

    The scopes are what decides which ones these are; None stands for any row at all.
    """
    sides = [
        f"{side}__{name}" for side in ("condition", "treatment") for name in COLUMNS
    ]
    own = ["evidence_level", "regulatory_status"]
    found = rows.complete().values_list(*own, *sides, "treatment__treatment_type")
    # What is shown of them is noted by their keys.
    if scopes is None:
        standing = only_standing_on(pages_of("conditionpage", "treatmentpage"))
    else:
        standing = only_standing_on(scopes, rows_of=[Indication])
    with standing:
        found = list(found)
    known: dict[int, Side] = {}
    shown: dict[int, bool] = {}
    for level, status, *columns in found:
        key, other = columns[0], columns[6]
        if key not in known:
            known[key] = Side(*columns[:6])
            shown[key] = site.shows(known[key])
        if other not in known:
            known[other] = Side(*columns[6:])
            shown[other] = site.shows(known[other])
        if shown[key] and shown[other]:
            yield LightUse(level, status, known[key], known[other])
    note_pages(known)
    for moment in filter(None, {side.expire_at for side in known.values()}):
        valid_until(moment)
