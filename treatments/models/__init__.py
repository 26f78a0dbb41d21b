"""Treatments, conditions, and what ties them together."""

from treatments.models.conditions import (
    ConditionIndexPage,
    ConditionPage,
    ConditionReference,
    RelatedCondition,
)
from treatments.models.evidence import EvidenceLevelsPage
from treatments.models.indications import Indication
from treatments.models.medical import MedicalPage
from treatments.models.references import Reference, StudyType
from treatments.models.treatments import (
    TreatmentIndexPage,
    TreatmentPage,
    TreatmentReference,
)

__all__ = [
    "ConditionIndexPage",
    "ConditionPage",
    "ConditionReference",
    "EvidenceLevelsPage",
    "Indication",
    "MedicalPage",
    "Reference",
    "RelatedCondition",
    "StudyType",
    "TreatmentIndexPage",
    "TreatmentPage",
    "TreatmentReference",
]
