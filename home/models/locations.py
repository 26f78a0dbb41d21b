"""Where the practice sees people."""

from datetime import time
from urllib.parse import urlencode

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtailseo.models import SeoOrgFields

from home.addresses import address_lines
from home.models.base import BasePage
from home.models.listing import IndexPage
from home.models.practice import phone_link

# The values of wagtail-seo's opening hours, Monday first as in WEEKDAYS.
DAYS = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]  # fmt: skip


class InsurancePlan(models.Model):
    """A plan that a location accepts."""

    name = models.CharField(_("name"), max_length=120, unique=True)

    panels = ["name"]

    class Meta:
        verbose_name = _("insurance plan")
        ordering = ["name"]

    def __str__(self):
        return self.name


class LocationIndexPage(IndexPage):
    """All places of the practice."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.LocationPage"]

    empty_message = _("No location is listed yet. Please call us for directions.")

    class Meta:
        verbose_name = _("list of locations")
        verbose_name_plural = _("lists of locations")

    def get_listing_pages(self):
        children = LocationPage.objects.child_of(self).order_by("-is_primary", "title")
        return list(self.practice_site.visible(children))


class LocationPage(SeoOrgFields, BasePage):
    """One place: how to get there, when it is open, what it offers."""

    parent_page_types = ["home.LocationIndexPage"]
    subpage_types: list[str] = []

    email = models.EmailField(_("email"), blank=True)
    is_primary = models.BooleanField(
        _("main location"),
        default=False,
        help_text=_("Its address stands at the foot of each page."),
    )
    parking = models.TextField(
        _("getting here and parking"), blank=True, max_length=600
    )
    accessibility = models.TextField(
        _("accessibility"),
        blank=True,
        max_length=600,
        help_text=_("Steps, lifts, doors, restrooms, hearing loops, interpreters."),
    )
    insurance_plans = ParentalManyToManyField(
        InsurancePlan, blank=True, verbose_name=_("insurance plans")
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("struct_org_address_street"),
                FieldRowPanel(
                    ["struct_org_address_locality", "struct_org_address_region"]
                ),
                FieldRowPanel(
                    ["struct_org_address_postal", "struct_org_address_country"]
                ),
                FieldRowPanel(["struct_org_geo_lat", "struct_org_geo_lng"]),
            ],
            heading=_("Address"),
        ),
        MultiFieldPanel(["struct_org_phone", "email"], heading=_("Contact")),
        MultiFieldPanel(
            [
                "struct_org_hours",
                InlinePanel("special_hours", label=_("Special hours")),
            ],
            heading=_("Opening hours"),
        ),
        "parking",
        "accessibility",
        FieldPanel("insurance_plans"),
    ]
    settings_panels = ["is_primary", *BasePage.settings_panels]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("struct_org_address_street"),
        index.SearchField("struct_org_address_locality"),
        index.SearchField("parking"),
        index.SearchField("accessibility"),
    ]

    class Meta:
        verbose_name = _("location")

    def publish_problems(self, cleaned):
        problems = super().publish_problems(cleaned)
        latitude = cleaned.get("struct_org_geo_lat")
        longitude = cleaned.get("struct_org_geo_lng")
        if (latitude is None) != (longitude is None):
            problems["struct_org_geo_lat"] = _("Fill in both coordinates, or neither.")
        elif latitude is not None and not (
            abs(latitude) <= 90 and abs(longitude) <= 180
        ):
            problems["struct_org_geo_lat"] = _(
                "Latitude lies between -90 and 90, longitude between -180 and 180."
            )
        if not cleaned.get("struct_org_address_street"):
            problems["struct_org_address_street"] = _(
                "Write the street address, so that people find the way."
            )
        return problems

    @property
    def address_lines(self) -> list[str]:
        """The postal address as it is written on an envelope."""
        return address_lines(
            self.struct_org_address_street,
            self.struct_org_address_locality,
            self.struct_org_address_region,
            self.struct_org_address_postal,
        )

    @property
    def phone_link(self) -> str:
        return phone_link(self.struct_org_phone)

    @property
    def week(self) -> list[tuple[str, list[tuple[time, time]]]]:
        """Each day of the week with its opening hours; a day without any is closed."""
        rows = [block.value for block in self.struct_org_hours]
        return [
            (
                label,
                [(r["start_time"], r["end_time"]) for r in rows if day in r["days"]],
            )
            for day, label in zip(DAYS, WEEKDAYS.values(), strict=True)
        ]

    @property
    def coming_special_hours(self) -> list["SpecialHours"]:
        """The exceptions that are not over yet, soonest first."""
        today = timezone.localdate()
        rows = [row for row in self.special_hours.all() if row.ends >= today]
        return sorted(rows, key=lambda row: row.starts)

    @property
    def map_url(self) -> str:
        """A plain link to a map; nothing of it is loaded on our pages.

        Source: https://wiki.openstreetmap.org/wiki/Browsing (mlat, mlon).
        """
        if self.struct_org_geo_lat is None or self.struct_org_geo_lng is None:
            query = urlencode({"query": ", ".join(self.address_lines)})
            return f"https://www.openstreetmap.org/search?{query}"
        point = {"mlat": self.struct_org_geo_lat, "mlon": self.struct_org_geo_lng}
        return f"https://www.openstreetmap.org/?{urlencode(point)}"

    def get_pictured_pages(self, context):
        return self.clinicians

    @cached_property
    def clinicians(self) -> list[Page]:
        """The visible clinicians who see people here."""
        if self.pk is None:
            return []
        # By name: the team stands a floor above.
        people = apps.get_model("team.ClinicianPage").objects.filter(locations=self)
        return list(self.practice_site.visible(people).for_cards())

    @cached_property
    def plans(self) -> list[InsurancePlan]:
        return list(self.insurance_plans.all())


class SpecialHours(Orderable):
    """Days on which the usual hours do not hold."""

    location = ParentalKey(
        LocationPage, on_delete=models.CASCADE, related_name="special_hours"
    )
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(_("closes"), null=True, blank=True)
    note = models.CharField(_("reason"), max_length=80, blank=True)

    panels = [
        FieldRowPanel(["starts", "ends"]),
        FieldRowPanel(["opens", "closes"], help_text=_("Left empty: closed.")),
        "note",
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("special hours")

    def clean(self):
        super().clean()
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The last day is before the first day.")})
        if (self.opens is None) != (self.closes is None):
            raise ValidationError(
                {"closes": _("Fill in both times, or neither for a closed day.")}
            )

    @property
    def is_closed(self) -> bool:
        return self.opens is None
