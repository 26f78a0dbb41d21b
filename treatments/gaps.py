"""What is missing in the evidence of the site, for those who write it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from treatments.citing import cited_ids
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.vocabulary import EvidenceLevel, RegulatoryStatus

# Levels that rest on nothing which could be cited.
WITHOUT_STUDY = {EvidenceLevel.EXPERT_OPINION, EvidenceLevel.NONE}


MOST_SHOWN = 100


@dataclass
class Gap:
    """One kind of gap, and the pages in whose editor it is closed, each with a word."""

    heading: Promise
    pages: list[tuple[Page, str]]

    @property
    def shown(self) -> list[tuple[Page, str]]:
        """As many as somebody might work through."""
        return self.pages[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """How many there are besides."""
        return len(self.pages[MOST_SHOWN:])


def missing_facts(row: Indication, referenced: set[int]) -> list[Promise]:
    """What a complete row lacks; `referenced` holds the treatments with references."""
    lacks = []
    if not row.summary:
        lacks.append(_("no sentence"))
    if row.status == RegulatoryStatus.INVESTIGATIONAL and not row.trial_ids:
        lacks.append(_("no trial"))
    if row.evidence not in WITHOUT_STUDY and row.treatment_id not in referenced:
        lacks.append(_("no reference"))
    return lacks


def treatments_with_references(pages: Iterable[TreatmentPage]) -> set[int]:
    """The keys of those pages that list a reference or cite one in their text."""
    return {p.pk for p in pages if p.reference_rows.all() or cited_ids(p)}


def find_gaps(upper: list[TreatmentPage], boasting: Iterable[Page]) -> list[Gap]:
    """The gaps of the whole site; no kind that is closed everywhere.

    `upper` are the treatments that stand below no other, `boasting` pages that hide
    praise.
    """
    complete = Indication.objects.complete().order_by()
    used = set(complete.values_list("treatment__path", flat=True).distinct())
    used |= {path[: -TreatmentPage.steplen] for path in used}
    idle = ConditionPage.objects.exclude(pk__in=complete.values("condition"))
    begun = Indication.objects.exclude(pk__in=complete.values("pk"))
    named = begun.select_related("treatment", "condition")
    gaps = [
        Gap(
            _("Treatments without a condition"),
            [(page, "") for page in upper if page.path not in used],
        ),
        Gap(
            _("Conditions without a treatment"),
            [(page, "") for page in idle.only("title").order_by("title")],
        ),
        Gap(
            _("Rows that are begun and not finished; visitors do not see them"),
            [(row.treatment, str(row.condition or _("no condition"))) for row in named],
        ),
        Gap(
            _("Testimonials hidden beside an unproven use; take them out"),
            [(page, "") for page in boasting],
        ),
    ]
    return [gap for gap in gaps if gap.pages]
