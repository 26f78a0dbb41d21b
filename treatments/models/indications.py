"""The pair treatment × condition: what it is for, and how sure that is."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from home.fields import LineListField
from treatments.vocabulary import (
    UNPROVEN_EVIDENCE,
    UNPROVEN_STATUS,
    EvidenceLevel,
    RegulatoryStatus,
)


class Indication(Orderable):
    """One condition that a treatment is used for."""

    treatment = ParentalKey(
        "treatments.TreatmentPage", on_delete=models.CASCADE, related_name="indications"
    )
    condition = models.ForeignKey(
        "treatments.ConditionPage",
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
    trial_ids = LineListField(
        _("registered trials"),
        help_text=_("ClinicalTrials.gov numbers, such as NCT01234567, one a line."),
    )

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

    def clean(self):
        super().clean()
        wrong = [t for t in self.trial_ids if not is_trial_id(t)]
        if wrong:
            raise ValidationError(
                {
                    "trial_ids": _(
                        "%(ids)s: a trial number is NCT and eight digits, such as "
                        "NCT01234567."
                    )
                    % {"ids": ", ".join(wrong)}
                }
            )

    @property
    def evidence(self) -> EvidenceLevel:
        return EvidenceLevel(self.evidence_level)

    @property
    def status(self) -> RegulatoryStatus:
        return RegulatoryStatus(self.regulatory_status)

    @property
    def is_unproven(self) -> bool:
        """Whether the science or the regulator says that this is not established."""
        return self.evidence in UNPROVEN_EVIDENCE or self.status in UNPROVEN_STATUS


def is_trial_id(text: str) -> bool:
    """Whether this is a ClinicalTrials.gov number: NCT and eight digits."""
    digits = text[3:]
    return (
        text[:3] == "NCT" and len(digits) == 8 and digits.isascii() and digits.isdigit()
    )


def surest_first(indications: list[Indication]) -> list[Indication]:
    """Order by the strength of the evidence, then as given."""
    return sorted(indications, key=lambda one: -one.evidence.rung)


def most_specific(indications: list[Indication]) -> list[Indication]:
    """Drop a row where a page below its treatment speaks of the same condition."""
    rows = list(indications)

    def has_more_specific(row: Indication) -> bool:
        return any(
            other.condition_id == row.condition_id
            and other.treatment.path != row.treatment.path
            and other.treatment.path.startswith(row.treatment.path)
            for other in rows
        )

    return [row for row in rows if not has_more_specific(row)]
