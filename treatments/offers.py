"""Who offers a treatment, and where: kept until somebody changes it."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import CharField, QuerySet, Value

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
    found = {key: Offer(set(), set()) for key in treatments}
    people = _named(ClinicianPage, "clinicianpage_id", "clinicians", treatments)
    places = _named(LocationPage, "locationpage_id", "locations", treatments)
    for kind, treatment, key in people.union(places, all=True):
        getattr(found[treatment], kind).add(key)
    return found


def _named(model, column: str, kind: str, treatments: list[int]) -> QuerySet:
    rows = model.treatment_pages.through.objects.filter(treatmentpage_id__in=treatments)
    named = rows.annotate(kind=Value(kind, output_field=CharField()))
    return named.values_list("kind", "treatmentpage_id", column)
