"""Takes from a location's page what its node in the graph is made of."""

from wagtail.models import Page

from home import schema_org
from home.places import spans_of
from home.schema_org import Node


def place_of(page: Page) -> Node:
    """A place of the practice, with what its page prints of it."""
    return schema_org.place(
        page.own_address,
        page.title,
        description=page.summary,
        address=page.schema_address,
        telephone=page.struct_org_phone,
        email=page.email,
        geo=schema_org.coordinates(page.struct_org_geo_lat, page.struct_org_geo_lng),
        hasMap=page.map_url,
        image=picture_of(page),
        priceRange=page.price_range,
        openingHoursSpecification=schema_org.opening_hours(
            spans_of(page.struct_org_hours)
        ),
        specialOpeningHoursSpecification=[
            schema_org.special_hours(row.starts, row.ends, row.opens, row.closes)
            for row in page.coming_special_hours
        ],
        # That nobody takes new patients is not said anywhere.
        isAcceptingNewPatients=page.accepts_new_patients or None,
        parentOrganization={"@id": f"{page.practice_site.home_url}#organization"},
    )


def picture_of(page: Page) -> Node:
    """The page's own picture, where it is the one that stands for the page."""
    shown = {"@id": f"{page.seo_canonical_url}#primaryimage"}
    return shown if page.image else {}
