"""Clinicians, their records, and the list of the team."""

from team.models.clinicians import ClinicianPage
from team.models.index import TeamIndexPage
from team.models.records import (
    Certification,
    ClinicianCredential,
    Credential,
    Education,
    License,
    Membership,
)

__all__ = [
    "Certification",
    "ClinicianCredential",
    "ClinicianPage",
    "Credential",
    "Education",
    "License",
    "Membership",
    "TeamIndexPage",
]
