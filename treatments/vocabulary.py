"""The words in which treatments, conditions and their evidence are told."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceLevel(models.TextChoices):
    """How well a treatment was studied in a condition, best first."""

    GUIDELINE = "guideline_supported", _("Supported by guidelines")
    SYSTEMATIC_REVIEW = "systematic_review", _("Systematic review of trials")
    RANDOMISED_TRIALS = "randomised_trials", _("Several randomized trials")
    SINGLE_TRIAL = "single_randomised_trial", _("One randomized trial")
    OBSERVATIONAL = "observational", _("Observational studies")
    CASE_REPORTS = "case_reports", _("Case reports only")
    EXPERT_OPINION = "expert_opinion", _("Expert opinion only")
    LABORATORY = "laboratory_only", _("Laboratory or animal studies only")
    NONE = "no_evidence", _("No evidence found")

    @property
    def rung(self) -> int:
        """The place on the ladder: 9 for the surest level, 1 for none."""
        return len(type(self)) - list(type(self)).index(self)

    @property
    def definition(self) -> str:
        return EVIDENCE_DEFINITIONS[self]


# How well it was studied, never what came out: that stands beside the badge.
EVIDENCE_DEFINITIONS = {
    EvidenceLevel.GUIDELINE: _(
        "Independent guideline groups weighed all the evidence and recommend this "
        "treatment for this condition."
    ),
    EvidenceLevel.SYSTEMATIC_REVIEW: _(
        "Researchers gathered every suitable trial and weighed the results together."
    ),
    EvidenceLevel.RANDOMISED_TRIALS: _(
        "More than one trial compared people, assigned by chance, with and without "
        "the treatment."
    ),
    EvidenceLevel.SINGLE_TRIAL: _(
        "One trial compared people assigned by chance; nobody has repeated it yet."
    ),
    EvidenceLevel.OBSERVATIONAL: _(
        "People who had the treatment were followed, but not compared by chance, so "
        "other causes may explain what was seen."
    ),
    EvidenceLevel.CASE_REPORTS: _(
        "Only single patients or small groups were described; this cannot show that "
        "the treatment works."
    ),
    EvidenceLevel.EXPERT_OPINION: _(
        "Some clinicians think that it may help, but no study in people backs it up."
    ),
    EvidenceLevel.LABORATORY: _(
        "It was studied in cells or animals only; what happens in people is not known."
    ),
    EvidenceLevel.NONE: _("We looked, and found no study in people to rely on."),
}


class RegulatoryStatus(models.TextChoices):
    """What the regulator says of a treatment in a condition."""

    APPROVED = "approved_for_use", _("Approved for this use")
    CLEARED = "cleared_device_for_use", _("Device cleared for this use")
    OFF_LABEL = "off_label", _("Approved for other uses (off-label)")
    INVESTIGATIONAL = "investigational", _("Investigational: only within studies")
    NOT_APPROVED = "not_approved", _("Not approved for this use")
    NOT_SUBJECT = "not_subject", _("Needs no approval")

    def label_for(self, regulator: str) -> str:
        """The label as visitors read it, with the name of the regulator."""
        return str(REGULATOR_LABELS.get(self, self.label)) % {"regulator": regulator}

    @property
    def definition(self) -> str:
        return STATUS_DEFINITIONS[self]


REGULATOR_LABELS = {
    RegulatoryStatus.APPROVED: _("%(regulator)s-approved for this use"),
    RegulatoryStatus.CLEARED: _("Device cleared by the %(regulator)s"),
    RegulatoryStatus.NOT_APPROVED: _("Not %(regulator)s-approved for this use"),
    RegulatoryStatus.NOT_SUBJECT: _("Needs no %(regulator)s approval"),
}

STATUS_DEFINITIONS = {
    RegulatoryStatus.APPROVED: _(
        "The regulator checked the evidence and approved the product for this condition."
    ),
    RegulatoryStatus.CLEARED: _(
        "The regulator allows the device to be sold for this use because it matches "
        "one already on the market."
    ),
    RegulatoryStatus.OFF_LABEL: _(
        "The product is approved, but for something else; a clinician may still "
        "prescribe it."
    ),
    RegulatoryStatus.INVESTIGATIONAL: _(
        "It may be given only within a study that the regulator permits."
    ),
    RegulatoryStatus.NOT_APPROVED: _(
        "The regulator has not approved it for this condition."
    ),
    RegulatoryStatus.NOT_SUBJECT: _(
        "Care of this kind, such as exercise or talking therapy, is not approved by "
        "the regulator at all."
    ),
}

UNPROVEN_EVIDENCE = {
    EvidenceLevel.CASE_REPORTS,
    EvidenceLevel.EXPERT_OPINION,
    EvidenceLevel.LABORATORY,
    EvidenceLevel.NONE,
}
UNPROVEN_DEFINITION = _(
    "No good study in people shows that it helps, or the regulator has not approved "
    "it for this condition."
)
STUDIED_DEFINITION = _(
    "It was studied in people with this condition; the sentence beside the badge says "
    "what came out, which is not always that it helps."
)
UNPROVEN_STATUS = {RegulatoryStatus.INVESTIGATIONAL, RegulatoryStatus.NOT_APPROVED}

# Who approves medicines, by the country in which the practice works.
REGULATORS = {
    "US": "FDA",
    "CA": "Health Canada",
    "GB": "MHRA",
    "AU": "TGA",
    "NZ": "Medsafe",
    "IE": "HPRA",
    "CH": "Swissmedic",
}
DEFAULT_REGULATOR = "FDA"


def regulator_of(jurisdictions: list[str]) -> str:
    """Name the regulator for codes such as "US-AZ"; the first known country counts."""
    countries = (code.split("-")[0].strip().upper() for code in jurisdictions)
    known = (REGULATORS[country] for country in countries if country in REGULATORS)
    return next(known, DEFAULT_REGULATOR)


class TreatmentType(models.TextChoices):
    """What kind of treatment a page is about."""

    DRUG = "drug", _("Drug")
    BIOLOGIC = "biologic_or_cell_therapy", _("Biologic or cell therapy")
    PROCEDURE = "procedure", _("Procedure")
    SURGERY = "surgery", _("Surgery")
    DEVICE = "device", _("Device")
    PHYSICAL_THERAPY = "physical_therapy", _("Physical therapy")
    PSYCHOLOGICAL = "psychological", _("Psychological treatment")
    DIET = "diet_or_supplement", _("Diet or supplement")
    COMPLEMENTARY = "complementary", _("Complementary therapy")
    TEST = "test_or_screening", _("Test or screening")
    VACCINE = "vaccine", _("Vaccine")
    OTHER = "other", _("Other")


class BodySystem(models.TextChoices):
    """The part of the body that a page is about."""

    IMMUNE = "immune", _("Immune system")
    MUSCULOSKELETAL = "musculoskeletal", _("Bones, joints and muscles")
    NERVOUS = "nervous", _("Brain and nerves")
    MENTAL_HEALTH = "mental_health", _("Mind and mood")
    HEART = "heart_and_circulation", _("Heart and circulation")
    DIGESTIVE = "digestive", _("Digestion")
    METABOLISM = "hormones_and_metabolism", _("Hormones and metabolism")
    RESPIRATORY = "respiratory", _("Lungs and breathing")
    SKIN = "skin", _("Skin")
    KIDNEY = "kidney_and_urinary", _("Kidneys and bladder")
    REPRODUCTIVE = "reproductive", _("Reproductive health")
    BLOOD = "blood", _("Blood")
    SENSES = "senses", _("Eyes, ears, nose and throat")
    WHOLE_BODY = "whole_body", _("Whole body")
