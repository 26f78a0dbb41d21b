"""Pages about treatments."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.models import AlphabeticalIndexPage, Filter, LocationPage
from team.models import ClinicianPage
from treatments.blocks import MedicalBodyBlock
from treatments.models.indications import Indication, most_specific, surest_first
from treatments.models.medical import MedicalPage
from treatments.models.references import CitedReference
from treatments.sections import treatment_starter
from treatments.vocabulary import BodySystem, TreatmentType

# A use that nobody has proven is looked at every year.
UNPROVEN_REVIEW_MONTHS = 12


class TreatmentIndexPage(AlphabeticalIndexPage):
    """All treatments from A to Z, by condition and by body system."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["treatments.TreatmentPage"]

    empty_message = _("No treatment is described yet. Please call us and ask.")
    highlight_style = "names"

    class Meta:
        verbose_name = _("list of treatments")
        verbose_name_plural = _("lists of treatments")

    @classmethod
    def get_highlights(cls, children):
        return list(children.order_by("title")[:16])

    def get_listing_pages(self):
        treatments = TreatmentPage.objects.descendant_of(self)
        return list(
            self.practice_site.visible(treatments)
            .defer_streamfields()
            .prefetch_related("indications__condition")
            .order_by("title")
        )

    def get_filters(self, pages):
        systems = {page.body_system for page in pages}
        conditions = {
            row.condition.slug: row.condition.title
            for page in pages
            for row in page.indications.all()
        }
        return [
            Filter(
                "condition",
                __("Condition"),
                sorted(conditions.items(), key=lambda pair: pair[1]),
            ),
            Filter(
                "body_system",
                __("Body system"),
                [pair for pair in BodySystem.choices if pair[0] in systems],
            ),
        ]

    def matches(self, page, name, value):
        if name == "body_system":
            return page.body_system == value
        return any(row.condition.slug == value for row in page.indications.all())


class TreatmentPage(MedicalPage):
    """A treatment, or below another one, that treatment for one condition."""

    parent_page_types = ["treatments.TreatmentIndexPage", "treatments.TreatmentPage"]
    subpage_types = ["treatments.TreatmentPage"]

    treatment_type = models.CharField(
        _("kind of treatment"), max_length=30, choices=TreatmentType
    )
    body = StreamField(
        MedicalBodyBlock(),
        blank=True,
        default=treatment_starter,
        verbose_name=_("text"),
    )
    clinicians = ParentalManyToManyField(
        ClinicianPage,
        blank=True,
        related_name="treatment_pages",
        verbose_name=_("clinicians"),
    )
    locations = ParentalManyToManyField(
        LocationPage,
        blank=True,
        related_name="treatment_pages",
        verbose_name=_("locations"),
    )
    cost_note = models.TextField(
        _("what it costs"),
        max_length=600,
        blank=True,
        help_text=_("Prices or a range, and whether insurance usually pays."),
    )

    content_panels = [
        *MedicalPage.content_panels,
        "treatment_type",
        FieldPanel("body"),
        "cost_note",
    ]
    evidence_panels = [
        InlinePanel(
            "indications",
            heading=_("What it is used for, and how sure that is"),
            label=_("Condition"),
        ),
        *MedicalPage.evidence_panels,
    ]
    related_panels = [
        *MedicalPage.related_panels,
        FieldPanel("clinicians"),
        FieldPanel("locations"),
    ]
    search_fields = [*MedicalPage.search_fields, index.FilterField("treatment_type")]

    class Meta:
        verbose_name = _("treatment")

    @classmethod
    def can_create_at(cls, parent):
        # Two floors of treatments: the treatment, and it for one condition.
        is_third = isinstance(parent.specific, cls) and isinstance(
            parent.get_parent().specific, cls
        )
        return super().can_create_at(parent) and not is_third

    def can_move_to(self, parent):
        would_be_third = isinstance(parent.specific, TreatmentPage) and (
            isinstance(parent.get_parent().specific, TreatmentPage)
            or self.get_children().exists()
        )
        return super().can_move_to(parent) and not would_be_third

    def longest_review_interval(self):
        unproven = any(row.is_unproven for row in self.indications.all())
        return UNPROVEN_REVIEW_MONTHS if unproven else None

    @cached_property
    def shown_indications(self) -> list[Indication]:
        """Own uses and those of the pages below; the most specific page speaks."""
        rows = Indication.objects.filter(treatment__path__startswith=self.path)
        rows = list(rows.select_related("condition", "treatment"))
        if not self._is_routed:
            # A preview shows rows that are not in the database yet.
            own = self.indications.select_related("condition", "treatment")
            rows = [*own, *(row for row in rows if row.treatment_id != self.pk)]
        shows = self.practice_site.shows
        visible = [
            row
            for row in rows
            if (row.treatment_id == self.pk or shows(row.treatment))
            and shows(row.condition)
        ]
        return surest_first(most_specific(visible))

    @cached_property
    def is_unproven(self) -> bool:
        return any(row.is_unproven for row in self.shown_indications)

    def get_treatment_ids(self):
        return [self.pk]

    @cached_property
    def locations_shown(self) -> list[LocationPage]:
        """The places where it is offered."""
        places = [p for p in self.locations.all() if self.practice_site.shows(p)]
        return sorted(places, key=lambda place: place.title)

    def get_related_pages(self):
        """Other treatments for the same conditions."""
        conditions = [row.condition_id for row in self.shown_indications]
        same = models.Q(treatmentpage__indications__condition__in=conditions)
        below = models.Q(path__startswith=self.path)
        above = models.Q(path__in=[self.path[: -self.steplen]])
        return same & ~below & ~above


class TreatmentReference(CitedReference):
    """A reference of a treatment page."""

    page = ParentalKey(
        TreatmentPage, on_delete=models.CASCADE, related_name="reference_rows"
    )
