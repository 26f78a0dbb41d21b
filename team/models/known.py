"""Clinicians as other pages show them, kept until they change."""

from collections.abc import Iterable

from home.known_pages import known_pages
from home.site import PracticeSite
from team.models.clinicians import ClinicianPage
from team.models.rows import load_rows

PRINTED = ["credential_rows", "licenses", "certifications"]


def known_clinicians(
    site: PracticeSite, keys: Iterable[int]
) -> dict[int, ClinicianPage]:
    """These clinicians with all that boxes and cards print; only to be read."""
    return known_pages(
        site, ClinicianPage, keys, lambda people: load_rows(people, PRINTED)
    )
