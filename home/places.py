"""A place of the practice in few words, as the foot of each page has it."""

import json
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from django.db.models import F
from django.utils.dates import WEEKDAYS
from wagtail.models import Page

from home import schema_org
from home.addresses import address_lines

# So many stand at the foot of each page; a list of more is a page of its own.
MOST_AT_THE_FOOT = 6
# The values of wagtail-seo's opening hours, Monday first as in WEEKDAYS.
DAYS = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]  # fmt: skip
# The columns of a location page that are read with the pages around any text.
COLUMNS = {
    "is_main_location": F("locationpage__is_primary"),
    "street": F("locationpage__struct_org_address_street"),
    "city": F("locationpage__struct_org_address_locality"),
    "region": F("locationpage__struct_org_address_region"),
    "postal_code": F("locationpage__struct_org_address_postal"),
    "country": F("locationpage__struct_org_address_country"),
    "latitude": F("locationpage__struct_org_geo_lat"),
    "longitude": F("locationpage__struct_org_geo_lng"),
    "hours": F("locationpage__struct_org_hours"),
    "price_range": F("locationpage__price_range"),
}
Span = tuple[time, time]


@dataclass(frozen=True)
class Place:
    """Where people are seen: the address of its page, and of its door."""

    url: str
    name: str
    street: str
    city: str
    region: str
    postal_code: str
    country: str
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    price_range: str = ""
    spans: tuple[tuple[list[str], time, time], ...] = ()

    @classmethod
    def of(cls, page: Page, url: str) -> "Place":
        """The place of a page that was fetched with COLUMNS."""
        return cls(
            url,
            page.title,
            page.street,
            page.city,
            page.region,
            page.postal_code,
            page.country,
            page.latitude,
            page.longitude,
            page.price_range,
            tuple(spans_of(page.hours)),
        )

    @property
    def address_lines(self) -> list[str]:
        return address_lines(self.street, self.city, self.region, self.postal_code)

    @property
    def address(self) -> schema_org.Node:
        return schema_org.address(
            self.street, self.city, self.region, self.postal_code, self.country
        )

    @property
    def week(self) -> list[tuple[str, list[Span]]]:
        return week_of(self.spans)


def spans_of(hours: object) -> list[tuple[list[str], time, time]]:
    """Days with opening and closing time, from wagtail-seo's opening hours.

    The value of a page's column, or the text that is stored of it.
    """
    if isinstance(hours, str):
        values = [row["value"] for row in json.loads(hours or "[]")]
    else:
        values = [block.value for block in hours or []]
    rows = [(v["days"], v["start_time"], v["end_time"]) for v in values]
    return [
        (days, _as_time(opens), _as_time(closes))
        for days, opens, closes in rows
        if days and opens and closes
    ]


def _as_time(value: time | str) -> time:
    return time.fromisoformat(value) if isinstance(value, str) else value


def week_of(spans) -> list[tuple[str, list[Span]]]:
    """Each day of the week with its opening hours; a day without any is closed."""
    return [
        (label, [(opens, closes) for days, opens, closes in spans if day in days])
        for day, label in zip(DAYS, WEEKDAYS.values(), strict=True)
    ]
