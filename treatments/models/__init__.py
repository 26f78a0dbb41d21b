"""Treatments, conditions, and what ties them together."""

from treatments.models.claims import PublishedClaim
from treatments.models.conditions import (
    ConditionIndexPage,
    ConditionPage,
    ConditionReference,
    RelatedCondition,
)
from treatments.models.evidence import EvidenceLevelsPage, EvidenceMatrixPage
from treatments.models.indications import Indication
from treatments.models.medical import MedicalPage
from treatments.models.notices import RegulatoryNotice
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
    "EvidenceMatrixPage",
    "Indication",
    "MedicalPage",
    "PublishedClaim",
    "Reference",
    "RegulatoryNotice",
    "RelatedCondition",
    "StudyType",
    "TreatmentIndexPage",
    "TreatmentPage",
    "TreatmentReference",
]
