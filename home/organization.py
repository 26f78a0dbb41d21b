"""The practice as an organization: what its pages show of it, and nothing else."""

import json
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django.utils.translation import gettext as _

from home import schema_org
from home.schema_org import Node
from home.site import PracticeSite

OWN_MARK = "icons/apple-touch-icon.png"
OWN_MARK_SIZE = 180
LOGO_SPEC = "max-512x512"


@dataclass(frozen=True)
class OrganizationRecord:
    """What wagtail-seo asks of its record, answered with what visitors read.

    Source of the names: wagtailseo.models.SeoOrgFields. Left out is what it would
    make a picture of, or print without a look.
    """

    struct_org_name: str
    struct_org_phone: str
    struct_org_address_street: str
    struct_org_address_locality: str
    struct_org_address_region: str
    struct_org_address_postal: str
    struct_org_address_country: str
    struct_org_geo_lat: Decimal | None
    struct_org_geo_lng: Decimal | None

    struct_org_type = struct_org_extra_json = ""
    struct_org_logo = struct_org_image = None
    struct_org_hours = struct_org_actions = ()

    @classmethod
    def of(cls, site: PracticeSite) -> "OrganizationRecord":
        """The address of the main place, or where no place has a page, the record's."""
        seo = site.seo
        place = site.places[0] if site.places else None
        return cls(
            site.name,
            site.practice.phone,
            place.street if place else seo.struct_org_address_street,
            place.city if place else seo.struct_org_address_locality,
            place.region if place else seo.struct_org_address_region,
            place.postal_code if place else seo.struct_org_address_postal,
            place.country if place else seo.struct_org_address_country,
            place.latitude if place else seo.struct_org_geo_lat,
            place.longitude if place else seo.struct_org_geo_lng,
        )


def organization_of(site: PracticeSite, stock: Node) -> Node:
    """The node of the practice. `stock` is wagtail-seo's of the record above."""
    practice, record = site.practice, OrganizationRecord.of(site)
    place = site.only_place
    facts = {
        **read_markup(site.seo.struct_org_extra_json),
        "legalName": site.legal_name,
        "description": practice.tagline,
        "logo": _logo(site),
        "email": practice.email,
        # The stock dictionary forgets a place on the meridian.
        "geo": schema_org.coordinates(
            record.struct_org_geo_lat, record.struct_org_geo_lng
        ),
        "openingHoursSpecification": schema_org.opening_hours(
            place.spans if place else []
        ),
        "priceRange": place.price_range if place else "",
        "medicalSpecialty": [schema_org.member(one) for one in practice.specialties],
        "sameAs": practice.profile_links,
    }
    return schema_org.organization(site.home_url, stock, places_of(site), **facts)


def places_of(site: PracticeSite) -> list[Node]:
    """The places that are named at the foot of each page."""
    return [_stub(place, site) for place in site.places_at_the_foot]


def _stub(place, site: PracticeSite) -> Node:
    url = site.absolute_url(place.url)
    return schema_org.place(url, place.name, address=place.address)


def _logo(site: PracticeSite) -> Node:
    if image := site.practice.logo or site.seo.struct_org_logo:
        # The original is nobody's to see.
        mark = image.get_rendition(LOGO_SPEC)
        if not mark.is_stand_in:
            url = site.absolute_url(mark.url)
            return schema_org.logo(url, mark.width, mark.height)
    url = site.absolute_url(static(OWN_MARK))
    return schema_org.logo(url, OWN_MARK_SIZE, OWN_MARK_SIZE)


# What no owner may say of the practice by hand: praise, and what the pages tell.
NOT_BY_HAND = ("@", "aggregateRating", "review", "award", "subOrganization", "name")


def read_markup(text: str) -> Node:
    """The owner's additional markup; nothing where `markup_problem` finds a fault."""
    if not text or markup_problem(text):
        return {}
    return json.loads(text)


def markup_problem(text: str) -> str:
    """What is wrong with additional markup; "" for nothing."""
    try:
        markup = json.loads(text)
    except ValueError:
        return _("This is no JSON. Write it as in {“foundingDate”: “1986”}.")
    if not isinstance(markup, dict):
        return _("Write names with their values between curly brackets.")
    banned = [name for name in markup if name.startswith(NOT_BY_HAND)]
    if banned:
        return _("Not by hand: %(names)s.") % {"names": ", ".join(banned)}
    values = [
        one for v in markup.values() for one in (v if isinstance(v, list) else [v])
    ]
    if not all(isinstance(one, str | int | float) and one != "" for one in values):
        return _("Only words and numbers, or lists of them, may be added.")
    return ""


def validate_markup(text: str) -> None:
    """Raise ValidationError for additional markup that would not be printed."""
    if text and (problem := markup_problem(text)):
        raise ValidationError(problem)
