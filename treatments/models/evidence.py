"""The pages that explain the evidence, and show it at a glance."""

from django.db import models
from django.db.models import Count
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home import schema_org
from home.changes.following import followed_property
from home.models import BasePage
from treatments.grid import EvidenceGrid, build_grid, upper_floor
from treatments.models.conditions import ConditionIndexPage, ConditionPage
from treatments.models.indications import Indication
from treatments.models.treatments import TreatmentIndexPage, TreatmentPage
from treatments.notices import NoticeText, notice_of_many, notices_of_uses
from treatments.schema_org import defined_terms
from treatments.vocabulary import (
    STUDIED_DEFINITION,
    UNPROVEN_DEFINITION,
    EvidenceLevel,
    RegulatoryStatus,
    regulator_of,
)


class EvidenceLevelsPage(BasePage):
    """What the badges mean; the definitions are the site's, the introduction yours."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    introduction = models.TextField(_("introduction"), blank=True, max_length=1500)

    content_panels = [*BasePage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("page about evidence levels")
        verbose_name_plural = _("pages about evidence levels")

    studied_definition = STUDIED_DEFINITION
    unproven_definition = UNPROVEN_DEFINITION

    def get_schema_page(self):
        terms = {"@id": f"{self.own_address}#terms"}
        return schema_org.extended(super().get_schema_page(), mainEntity=terms)

    def get_schema_entities(self):
        levels = [(one.value, one.label, one.definition) for one in self.levels]
        statuses = [(one.value, words, one.definition) for one, words in self.statuses]
        terms = defined_terms(self.own_address, self.title, [*levels, *statuses])
        return [terms, *super().get_schema_entities()]

    @property
    def levels(self) -> list[EvidenceLevel]:
        return list(EvidenceLevel)

    @cached_property
    def statuses(self) -> list[tuple[RegulatoryStatus, str]]:
        """Each status with its label in the practice's jurisdiction."""
        regulator = regulator_of(self.practice_site.practice.jurisdictions)
        return [(status, status.label_for(regulator)) for status in RegulatoryStatus]


# 60 treatments for 60 conditions; thousands of each took minutes to print.
MOST_CELLS = 3600


class EvidenceMatrixPage(BasePage):
    """Every treatment against every condition, with how sure each pair is."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    introduction = models.TextField(_("introduction"), blank=True, max_length=1000)

    content_panels = [*BasePage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("evidence at a glance")
        verbose_name_plural = _("pages of evidence at a glance")

    @followed_property
    def is_too_large(self) -> bool:
        """Whether one table of all pairs would be more than a page can hold."""
        ends = Indication.objects.complete().aggregate(
            treatments=Count("treatment", distinct=True),
            conditions=Count("condition", distinct=True),
        )
        return ends["treatments"] * ends["conditions"] > MOST_CELLS

    @property
    def lists(self) -> list[Page]:
        """The lists that can be narrowed by what the table would show."""
        pages = self.practice_site.linked_from_every_page
        kinds = (TreatmentIndexPage, ConditionIndexPage)
        return [page for page in pages if issubclass(page.specific_class, kinds)]

    @followed_property
    def grid(self) -> EvidenceGrid:
        """The visible treatments and conditions that any visible use ties together."""
        if self.is_too_large:
            return EvidenceGrid([], [])
        shows = self.practice_site.shows
        rows = Indication.objects.complete().with_sides()
        rows = [r for r in rows if shows(r.treatment) and shows(r.condition)]
        used = {row.treatment.path[: -TreatmentPage.steplen] for row in rows}
        used |= {row.treatment.path for row in rows}
        treatments = TreatmentPage.objects.filter(path__in=used)
        conditions = ConditionPage.objects.filter(
            pk__in={row.condition_id for row in rows}
        )
        visible = self.practice_site.visible
        return build_grid(
            upper_floor(visible(treatments).defer_streamfields()),
            visible(conditions).defer_streamfields(),
            rows,
        )

    @cached_property
    def regulator(self) -> str:
        """The authority whose approval the badges speak of."""
        return regulator_of(self.practice_site.practice.jurisdictions)

    @property
    def legend(self) -> dict[str, list]:
        """The levels and statuses that occur in the table, in their own order."""
        levels = {cell.evidence for cell in self.grid.cells}
        statuses = {cell.status for cell in self.grid.cells}
        return {
            "levels": [level for level in EvidenceLevel if level in levels],
            "statuses": [one for one in RegulatoryStatus if one in statuses],
        }

    @property
    def has_unproven_use(self) -> bool:
        """Whether any pair in the table is unproven."""
        return any(cell.is_unproven for cell in self.grid.cells)

    @followed_property
    def notice_texts(self) -> list[NoticeText]:
        """What must be said of the unproven uses in the table."""
        return notices_of_uses(self.grid.cells, self.practice_site)

    @property
    def public_notice(self) -> str:
        return notice_of_many() if self.has_unproven_use else ""
