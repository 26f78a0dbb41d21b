"""Who offers a treatment, and where: kept until somebody changes it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from home.changes.keeping import keep_many
from home.models import LocationPage
from team.models import ClinicianPage


class Offer(NamedTuple):
    """The keys of the clinicians and the locations that a treatment page names."""

    clinicians: set[int]
    locations: set[int]


def offer_of(treatments: Iterable[int]) -> Offer:
    """Who offers any of these treatment pages, and where; visible or not."""
    offers = keep_many("offers", treatments, _fetch).values()
    return Offer(
        set().union(*(one.clinicians for one in offers)),
        set().union(*(one.locations for one in offers)),
    )


def _fetch(treatments: list[int]) -> dict[int, Offer]:
    clinicians = _named(ClinicianPage, "clinicianpage_id", treatments)
    locations = _named(LocationPage, "locationpage_id", treatments)
    return {key: Offer(clinicians[key], locations[key]) for key in treatments}


def _named(model, column: str, treatments: list[int]) -> defaultdict[int, set[int]]:
    rows = model.treatment_pages.through.objects.filter(
        treatmentpage_id__in=treatments
    ).values_list("treatmentpage_id", column)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for treatment, key in rows:
        found[treatment].add(key)
    return found
