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
from treatments.blocks import heading_of
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
        return [heading for heading in map(heading_of, self.body) if heading]

    def get_related_pages(self) -> models.Q:
        """Which pages are related to this one, besides its updates."""
        raise NotImplementedError

    def get_treatment_ids(self) -> list[int]:
        """The treatment pages whose clinicians this page shows."""
        raise NotImplementedError

    @cached_property
    def _further_pages(self) -> list[Page]:
        is_update = models.Q(updatepage__topics__page_id=self.pk)
        pages = Page.objects.filter(self.get_related_pages() | is_update)
        return list(
            self.practice_site.visible(pages.exclude(pk=self.pk))
            .annotate(published=models.F("updatepage__published"))
            .distinct()
            .order_by("title")
        )

    @cached_property
    def related(self) -> list[Page]:
        """The visible pages that a reader of this one may want next, by title."""
        return [page for page in self._further_pages if page.published is None][:8]

    @cached_property
    def updates(self) -> list[Page]:
        """The latest visible updates about this page, found through the page tree."""
        updates = [page for page in self._further_pages if page.published]
        return sorted(updates, key=lambda page: page.published, reverse=True)[:3]

    @cached_property
    def _people(self) -> list[ClinicianPage]:
        """Author, reviewer and clinicians with all that their boxes print."""
        named = [pk for pk in (self.author_id, self.medical_reviewer_id) if pk]
        through = ClinicianPage.treatment_pages.through.objects
        offers = through.filter(
            clinicianpage_id=models.OuterRef("pk"),
            treatmentpage_id__in=self.get_treatment_ids(),
        )
        people = (
            ClinicianPage.objects.annotate(offers=models.Exists(offers))
            .filter(models.Q(pk__in=named) | models.Q(offers=True))
            .prefetch_related("licenses", "certifications")
            .for_cards()
        )
        by_id = {person.pk: person for person in people}
        self.author = by_id.get(self.author_id)
        self.medical_reviewer = by_id.get(self.medical_reviewer_id)
        return list(by_id.values())

    def get_pictured_pages(self, context):
        return self._people

    @cached_property
    def clinicians_shown(self) -> list[ClinicianPage]:
        """The visible clinicians who offer what this page is about."""
        shows = self.practice_site.shows
        return [
            person
            for person in self._people
            if person.offers and person.is_current and shows(person)
        ]
