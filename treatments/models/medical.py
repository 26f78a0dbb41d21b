"""What condition pages and treatment pages have in common."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel
from wagtail.models import Page
from wagtail.search import index

from home.fields import LineListField
from home.vocabulary import Specialty
from team.models import ClinicianPage
from team.review import ReviewedPage
from treatments.models.references import Reference
from treatments.vocabulary import BodySystem, regulator_of


class MedicalPage(ReviewedPage):
    """A page that tells people something about their health."""

    also_known_as = LineListField(
        _("also known as"),
        help_text=_("Other names, lay words and abbreviations, one a line."),
    )
    specialty = models.CharField(
        _("specialty"), max_length=30, blank=True, choices=Specialty
    )
    body_system = models.CharField(
        _("body system"), max_length=30, blank=True, choices=BodySystem
    )

    content_panels = [*ReviewedPage.content_panels, "also_known_as"]
    evidence_panels = [
        *ReviewedPage.evidence_panels,
        InlinePanel(
            "reference_rows",
            heading=_("References, in the order of the text"),
            label=_("Reference"),
        ),
    ]
    related_panels = [FieldRowPanel(["specialty", "body_system"])]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("also_known_as", boost=4),
        index.AutocompleteField("also_known_as"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    @cached_property
    def references(self) -> list[Reference]:
        """The references of this page, in order."""
        rows = self.reference_rows.select_related("reference")
        return [row.reference for row in rows]

    @cached_property
    def regulator(self) -> str:
        """The authority whose approval the badges speak of."""
        return regulator_of(self.practice_site.practice.jurisdictions)

    @cached_property
    def contents(self) -> list[tuple[str, str]]:
        """Anchor and words of every headed part of the body that says something."""
        return [
            (block.value.anchor, block.value.title)
            for block in self.body
            if block.block_type == "section" and not block.value.is_empty
        ]

    @cached_property
    def updates(self) -> list[Page]:
        """The latest visible updates about this page, found through the page tree."""
        pages = Page.objects.filter(updatepage__topics__page_id=self.pk)
        return list(
            self.practice_site.visible(pages).order_by("-updatepage__published")[:3]
        )

    def clinicians_of(self, treatments: list[Page]) -> list[ClinicianPage]:
        """The visible clinicians that any of these treatments names."""
        people = ClinicianPage.objects.filter(
            treatment_pages__in=[treatment.pk for treatment in treatments]
        )
        return list(
            self.practice_site.visible(people.distinct())
            .select_related("image")
            .prefetch_related("image__renditions", "credential_rows__credential")
            .order_by("path")
        )
