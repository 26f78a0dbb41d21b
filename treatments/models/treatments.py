"""Pages about treatments."""

from django.db import models
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.changes.following import followed_property
from home.changes.keeping import keep, own_copy
from home.changes.reading import only_standing_on
from home.choices import words_for
from home.models import Filter, LocationPage
from home.tree import below_path
from home.vocabulary import Specialty
from home.words import read_words
from team.models import ClinicianPage
from treatments.blocks import MedicalBodyBlock
from treatments.graphing import entities_of_treatment
from treatments.models.index import EvidenceIndexPage
from treatments.models.indications import Indication, most_specific, surest_first
from treatments.models.medical import UNPROVEN_REVIEW_MONTHS, MedicalPage
from treatments.models.references import CitedReference
from treatments.notices import (
    decision_questions,
    notice_of_treatment,
    trial_search_url,
)
from treatments.scopes import scopes_of_uses, uses_of_tag
from treatments.sections import treatment_starter
from treatments.shown_on_cards import rungs_of
from treatments.told_uses import told_uses
from treatments.vocabulary import TreatmentType


class TreatmentIndexPage(EvidenceIndexPage):
    """All treatments from A to Z, by condition, evidence and body system."""

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

    def get_described(self):
        return TreatmentPage.objects.descendant_of(self)

    def find_choices(self, pages, others):
        places = {page.path: place for place, page in enumerate(pages)}
        conditions = {page.pk: page for page in others}
        for above, use in told_uses({page.pk: page.path for page in pages}, conditions):
            condition = conditions[use.condition_id]
            found = dict.fromkeys(use.choices, "")
            found["condition", condition.slug] = condition.title
            for path in (use.path, *above):
                if path in places:
                    yield places[path], found

    def get_filters(self):
        # Of thousands no list is made for each who looks at a part of it.
        options = self.catalogue.values("condition").items()
        return [Filter("condition", __("Condition"), options), *super().get_filters()]


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

    @property
    def treatment_type_words(self):
        return words_for(TreatmentType, self.treatment_type)

    @property
    def subject_words(self):
        return [words_for(Specialty, self.specialty)] if self.specialty else []

    @followed_property
    def decision_help(self) -> dict | None:
        """Questions, and a trial search for each unproven use; None without any."""
        if not self.unproven_indications:
            return None
        above = self.practice_site.way_to(self)[-1]
        # Below a treatment stands the same treatment for one condition.
        is_of_one = above.specific_class is TreatmentPage
        treatment = above if is_of_one and self.practice_site.shows(above) else self
        conditions = [row.condition.title for row in self.unproven_indications]
        return {
            "questions": decision_questions(conditions),
            "trials": [
                (condition, trial_search_url(condition, treatment.title))
                for condition in conditions
            ],
        }

    @property
    def public_notice(self):
        return notice_of_treatment(self.shown_indications)

    @property
    def card_rungs(self):
        return rungs_of(self.shown_indications)

    def longest_review_interval(self):
        # Its own rows may not be in the database yet.
        unproven = any(row.is_unproven for row in self.complete_indications)
        below = Indication.objects.published_unproven().filter(
            treatment__path__startswith=self.path
        )
        return UNPROVEN_REVIEW_MONTHS if unproven or below.exists() else None

    @property
    def complete_indications(self) -> list[Indication]:
        """Its own rows, without those that are only begun."""
        return [row for row in self.indications.all() if row.is_complete]

    def uses_with(self, rows):
        own = [row for row in rows.get("indications", []) if row.is_complete]
        below = [r for r in self.shown_indications if r.treatment_id != self.pk]
        return [*own, *below]

    @followed_property
    def indication_rows(self) -> list[Indication]:
        """The stored rows of this page and of those below."""
        if not self.path:
            return []
        # Which rows are its own follows from these.
        place = f"{self.pk} at {self.path}{'…' if self.numchild else ''}"
        kept = keep(f"uses of treatment {place}", self._fetch_rows)
        rows = [own_copy(row) for row in kept]
        for row in rows:
            if row.treatment_id == self.pk:
                row.treatment = self
        return rows

    def _fetch_rows(self) -> list[Indication]:
        complete = Indication.objects.complete()
        with only_standing_on(scopes_of_uses(treatments=[self]), rows_of=[Indication]):
            rows = list(complete.filter(treatment=self.pk).with_sides("condition"))
            if self.numchild:
                below = TreatmentPage.objects.filter(below_path(self.path))
                rows += complete.filter(treatment__in=below.values("pk")).with_sides()
        return rows

    @followed_property
    def shown_indications(self) -> list[Indication]:
        """Own uses and those of the pages below; the most specific page speaks."""
        rows = self.indication_rows
        if self.is_being_previewed:
            # A preview shows rows that are not in the database yet.
            own = self.indications.select_related("condition", "treatment")
            own = [row for row in own if row.is_complete]
            rows = [*own, *(row for row in rows if row.treatment_id != self.pk)]
        shows = self.practice_site.shows
        visible = [
            row
            for row in rows
            if (row.treatment_id == self.pk or shows(row.treatment))
            and shows(row.condition)
        ]
        return surest_first(most_specific(visible))

    def lists(self, page):
        return any(row.treatment_id == page.pk for row in self.shown_indications)

    @followed_property
    def medical_entities(self):
        return entities_of_treatment(self)

    def get_reviewed_words(self):
        yield from super().get_reviewed_words()
        for name in ("treatment_type", "cost_note"):
            yield from read_words(name, getattr(self, name))

    def get_treatment_ids(self):
        return [self.pk]

    @followed_property
    def locations_shown(self) -> list[LocationPage]:
        if not self.is_being_previewed:
            return super().locations_shown
        places = [p for p in self.locations.all() if self.practice_site.shows(p)]
        return sorted(places, key=lambda place: place.title)

    @property
    def _conditions(self) -> list[int]:
        return [row.condition_id for row in self.shown_indications]

    def get_related_pages(self):
        """Other treatments for the same conditions."""
        rows = Indication.objects.filter(condition__in=self._conditions).order_by()
        same = models.Q(pk__in=rows.values("treatment"))
        above = models.Q(path=self.path[: -self.steplen])
        return same & ~below_path(self.path) & ~above

    def get_related_scopes(self):
        return [uses_of_tag(key) for key in self._conditions]


class TreatmentReference(CitedReference):
    """A reference of a treatment page."""

    page = ParentalKey(
        TreatmentPage, on_delete=models.CASCADE, related_name="reference_rows"
    )
