"""Where the practice sees people."""

from urllib.parse import urlencode

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtailseo.models import SeoOrgFields

from home import schema_org
from home.addresses import address_lines
from home.changes.following import followed_property
from home.graphing import place_of
from home.models.base import BasePage
from home.models.listing import IndexPage
from home.models.practice import phone_link
from home.pictures import load_pictures
from home.places import Span, spans_of, week_of
from home.schema_org import Node, reference


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

    def get_listed(self):
        return LocationPage.objects.child_of(self).order_by("-is_primary", "title")


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
    price_range = models.CharField(
        _("what a visit costs"),
        max_length=90,
        blank=True,
        help_text=_("In few words, such as $120 to $280 a visit."),
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
        "price_range",
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

    def publish_problems(self, cleaned, rows):
        problems = super().publish_problems(cleaned, rows)
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
        faults = [row.fault for row in rows.get("special_hours", []) if row.fault]
        return problems | ({"special_hours": faults[0]} if faults else {})

    @property
    def address_lines(self) -> list[str]:
        """The postal address as it is written on an envelope."""
        return address_lines(
            self.struct_org_address_street,
            self.struct_org_address_locality,
            self.struct_org_address_region,
            self.struct_org_address_postal,
        )

    has_card_kind = True

    @property
    def schema_address(self) -> Node:
        return schema_org.address(
            self.struct_org_address_street,
            self.struct_org_address_locality,
            self.struct_org_address_region,
            self.struct_org_address_postal,
            self.struct_org_address_country,
        )

    def get_schema_page(self):
        own = reference(self.schema_place)
        return schema_org.extended(super().get_schema_page(), mainEntity=own)

    def get_schema_entities(self):
        return [self.schema_place, *super().get_schema_entities()]

    @followed_property
    def schema_place(self) -> Node:
        return place_of(self)

    @property
    def accepts_new_patients(self) -> bool:
        """Whether anybody who works here now does."""
        people = [one for one in self.clinicians if one.is_current]
        return any(one.accepting_new_patients for one in people)

    @property
    def phone_link(self) -> str:
        return phone_link(self.struct_org_phone)

    @property
    def week(self) -> list[tuple[str, list[Span]]]:
        """Each day of the week with its opening hours; a day without any is closed."""
        return week_of(spans_of(self.struct_org_hours))

    @followed_property
    def coming_special_hours(self) -> list["SpecialHours"]:
        """The exceptions that are not over yet, soonest first."""
        today = timezone.localdate()
        rows = [row for row in self.special_hours.all() if row.starts and row.ends]
        rows = [row for row in rows if row.ends >= today]
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

    @followed_property
    def clinicians(self) -> list[Page]:
        """The visible clinicians who see people here."""
        if self.pk is None:
            return []
        # By name: the team stands a floor above.
        people = apps.get_model("team.ClinicianPage").objects.filter(locations=self)
        found = list(self.practice_site.visible(people).for_cards())
        load_pictures(found)
        return found

    @followed_property
    def plans(self) -> list[InsurancePlan]:
        return list(self.insurance_plans.all())


class SpecialHours(Orderable):
    """Days on which the usual hours do not hold."""

    location = ParentalKey(
        LocationPage, on_delete=models.CASCADE, related_name="special_hours"
    )
    # A draft may name the days later.
    starts = models.DateField(_("first day"), null=True)
    ends = models.DateField(_("last day"), null=True)
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

    @property
    def fault(self) -> str:
        """What has to be mended before anybody reads them; "" for nothing."""
        if self.starts and self.ends and self.ends < self.starts:
            return _("Special hours: the last day is before the first day.")
        if (self.opens is None) != (self.closes is None):
            return _("Special hours: fill in both times, or neither for a closed day.")
        return ""

    @property
    def is_closed(self) -> bool:
        return self.opens is None
