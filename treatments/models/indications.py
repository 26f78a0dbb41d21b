"""The pair treatment × condition: what it is for, and how sure that is."""

from typing import TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from treatments.fields import TrialNumbersField
from treatments.vocabulary import (
    UNPROVEN_EVIDENCE,
    UNPROVEN_STATUS,
    EvidenceLevel,
    RegulatoryStatus,
)

# What a page reads of the page on the other side: these are wide, and often many.
SIDE_COLUMNS = ["title", "slug", "url_path", "path", "depth", "content_type"]
SIDE_COLUMNS += ["live", "expire_at"]
SIDES = {
    "treatment": [*SIDE_COLUMNS, "treatment_type"],
    "condition": SIDE_COLUMNS,
}


class IndicationQuerySet(models.QuerySet):
    """Indications as pages show them."""

    def with_sides(self, *sides):
        """With the pages on these sides, both where none is named; texts come later."""
        wanted = sides or tuple(SIDES)
        own = [field.name for field in self.model._meta.concrete_fields]
        theirs = [f"{side}__{name}" for side in wanted for name in SIDES[side]]
        return self.select_related(*wanted).only(*own, *theirs)

    def complete(self):
        """Without the rows that a draft has begun and nobody has finished."""
        return self.filter(condition__isnull=False).exclude(
            models.Q(evidence_level="") | models.Q(regulatory_status="")
        )

    def published_unproven(self):
        """Unproven uses of published treatments for published conditions."""
        is_unproven = models.Q(evidence_level__in=UNPROVEN_EVIDENCE) | models.Q(
            regulatory_status__in=UNPROVEN_STATUS
        )
        shown = self.complete().filter(is_unproven)
        return shown.filter(treatment__live=True, condition__live=True)


def is_unproven(level: str, status: str) -> bool:
    """Whether the science or the regulator says that a use is not established."""
    return level in UNPROVEN_EVIDENCE or status in UNPROVEN_STATUS


class Use:
    """What is said of a use, whoever holds its columns."""

    evidence_level: str
    regulatory_status: str

    @property
    def evidence(self) -> EvidenceLevel:
        return EvidenceLevel(self.evidence_level)

    @property
    def status(self) -> RegulatoryStatus:
        return RegulatoryStatus(self.regulatory_status)

    @property
    def is_unproven(self) -> bool:
        """Whether the science or the regulator says that this is not established."""
        return is_unproven(self.evidence_level, self.regulatory_status)


class Indication(Use, Orderable):
    """One condition that a treatment is used for."""

    treatment = ParentalKey(
        "treatments.TreatmentPage", on_delete=models.CASCADE, related_name="indications"
    )
    condition = models.ForeignKey(
        "treatments.ConditionPage",
        # A draft may name it later.
        null=True,
        on_delete=models.PROTECT,
        related_name="indications",
        verbose_name=_("condition"),
    )
    evidence_level = models.CharField(
        _("evidence"),
        max_length=30,
        choices=EvidenceLevel,
        help_text=_("For this treatment in this condition, not in general."),
    )
    regulatory_status = models.CharField(
        _("regulatory status"), max_length=30, choices=RegulatoryStatus
    )
    summary = models.CharField(
        _("in one honest sentence"),
        max_length=240,
        blank=True,
        help_text=_("What people with this condition can expect of it."),
    )
    trial_ids = TrialNumbersField(
        _("registered trials"),
        help_text=_("ClinicalTrials.gov numbers, such as NCT01234567, one a line."),
    )

    objects = IndicationQuerySet.as_manager()

    panels = [
        PageChooserPanel("condition"),
        FieldRowPanel(["evidence_level", "regulatory_status"]),
        "summary",
        "trial_ids",
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("indication")
        constraints = [
            models.UniqueConstraint(
                fields=["treatment", "condition"],
                name="one_indication_per_treatment_and_condition",
                violation_error_message=_(
                    "This condition is listed already; change the row that is there."
                ),
            )
        ]

    def __str__(self):
        return f"{self.get_evidence_level_display()}, {self.regulatory_status}"

    @property
    def words(self) -> list:
        """What a reader meets of it on the page of either side."""
        return [
            # Its heading depends on whose page it stands on.
            self.treatment_id,
            self.treatment.title,
            self.condition.title,
            self.evidence_level,
            self.regulatory_status,
            self.summary,
            self.trial_ids,
        ]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing that a page needs to show it."""
        return bool(
            self.condition_id and self.evidence_level and self.regulatory_status
        )

    @property
    def is_established(self) -> bool:
        """Whether machines may be told that this treats the condition.

        Somebody independent must have weighed whether it helps: a regulator who
        approved it for this use, or a guideline. The rung of the evidence says how
        well it was studied, not that it helps; a device is cleared because it is like
        another one. What is not established is told in words only.
        """
        is_approved = self.status == RegulatoryStatus.APPROVED
        is_advised = self.evidence == EvidenceLevel.GUIDELINE
        return (is_approved or is_advised) and not self.is_unproven


Row = TypeVar("Row", bound=Use)


def surest_first(indications: list[Row]) -> list[Row]:
    """Order by the strength of the evidence, then by name."""
    return sorted(
        indications,
        key=lambda one: (-one.evidence.rung, one.condition.title, one.treatment.title),
    )


def most_specific(indications: list[Row]) -> list[Row]:
    """Drop a row where a page below its treatment speaks of the same condition."""
    rows = list(indications)
    spoken_for = {
        (row.condition_id, path)
        for row in rows
        for path in paths_to(row.treatment.path, row.treatment.steplen)[:-1]
    }
    return [r for r in rows if (r.condition_id, r.treatment.path) not in spoken_for]


def paths_to(path: str, steplen: int) -> list[str]:
    """The paths of a page's ancestors in the tree and its own, from the top."""
    return [path[:end] for end in range(steplen, len(path) + 1, steplen)]
