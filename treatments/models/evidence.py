"""The page that explains the badges."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from home.models import BasePage
from treatments.vocabulary import EvidenceLevel, RegulatoryStatus, regulator_of


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

    @property
    def levels(self) -> list[EvidenceLevel]:
        return list(EvidenceLevel)

    @cached_property
    def statuses(self) -> list[tuple[RegulatoryStatus, str]]:
        """Each status with its label in the practice's jurisdiction."""
        regulator = regulator_of(self.practice_site.practice.jurisdictions)
        return [(status, status.label_for(regulator)) for status in RegulatoryStatus]
