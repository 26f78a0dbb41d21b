"""Pages about diseases and symptoms."""

from django.db import models
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from home.changes.following import followed_property
from home.changes.keeping import keep, own_copy
from home.changes.reading import only_standing_on
from home.fields import LineListField
from home.words import read_words
from treatments.blocks import MedicalBodyBlock
from treatments.graphing import entities_of_condition
from treatments.icd10 import validate_icd10_codes
from treatments.models.index import EvidenceIndexPage
from treatments.models.indications import Indication, most_specific, surest_first
from treatments.models.medical import UNPROVEN_REVIEW_MONTHS, MedicalPage
from treatments.models.references import CitedReference
from treatments.notices import (
    decision_questions,
    notice_of_condition,
    trial_search_url,
)
from treatments.scopes import scopes_of_uses
from treatments.sections import condition_starter
from treatments.told_uses import told_uses


class ConditionIndexPage(EvidenceIndexPage):
    """All conditions from A to Z, by evidence and body system."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["treatments.ConditionPage"]

    empty_message = _("No condition is described yet. Please call us and ask.")
    highlight_style = "names"
    counterpart = "treatment"

    class Meta:
        verbose_name = _("list of conditions")
        verbose_name_plural = _("lists of conditions")

    @classmethod
    def get_highlights(cls, children):
        return list(children.order_by("title")[:16])

    def get_described(self):
        return ConditionPage.objects.child_of(self)

    def find_choices(self, pages, others):
        places = {page.pk: place for place, page in enumerate(pages)}
        for _above, use in told_uses({page.pk: page.path for page in others}, places):
            yield places[use.condition_id], dict.fromkeys(use.choices, "")


class ConditionPage(MedicalPage):
    """A disease or symptom, in the words of patients and of clinicians."""

    parent_page_types = ["treatments.ConditionIndexPage"]
    subpage_types: list[str] = []

    symptoms = LineListField(
        _("symptoms"), help_text=_("A short list in everyday words, one a line.")
    )
    emergency_advice = LineListField(
        _("call emergency services if"),
        help_text=_("Signs that cannot wait, one a line."),
    )
    urgent_advice = LineListField(
        _("call us the same day if"),
        help_text=_("Signs that need help today, one a line."),
    )
    icd10_codes = LineListField(
        _("ICD-10 codes"),
        validators=[validate_icd10_codes],
        help_text=_("One a line, such as M32.9."),
    )
    body = StreamField(
        MedicalBodyBlock(),
        blank=True,
        default=condition_starter,
        verbose_name=_("text"),
    )

    content_panels = [
        *MedicalPage.content_panels,
        "symptoms",
        MultiFieldPanel(
            [FieldRowPanel(["emergency_advice", "urgent_advice"])],
            heading=_("When to get help"),
        ),
        FieldPanel("body"),
    ]
    evidence_panels = [*MedicalPage.evidence_panels, "icd10_codes"]
    related_panels = [
        *MedicalPage.related_panels,
        InlinePanel(
            "related_conditions",
            heading=_("Related conditions"),
            label=_("Condition"),
            help_text=_("Name a pair once; both pages show it."),
        ),
    ]
    search_fields = [
        *MedicalPage.search_fields,
        index.SearchField("symptoms", boost=2),
        index.SearchField("icd10_codes"),
    ]

    class Meta:
        verbose_name = _("condition")

    def get_reviewed_words(self):
        yield from super().get_reviewed_words()
        for name in (
            "body_system",
            "symptoms",
            "emergency_advice",
            "urgent_advice",
            "icd10_codes",
        ):
            yield from read_words(name, getattr(self, name))

    def longest_review_interval(self):
        unproven = Indication.objects.published_unproven().filter(condition=self.pk)
        return UNPROVEN_REVIEW_MONTHS if unproven.exists() else None

    @followed_property
    def indication_rows(self) -> list[Indication]:
        """The stored rows that speak of this condition."""
        kept = keep(f"uses of condition {self.pk}", self._fetch_rows)
        rows = [own_copy(row) for row in kept]
        for row in rows:
            row.condition = self
        return rows

    def _fetch_rows(self) -> list[Indication]:
        rows = Indication.objects.complete().filter(condition=self.pk)
        with only_standing_on(scopes_of_uses(conditions=[self]), rows_of=[Indication]):
            return list(rows.with_sides("treatment"))

    @followed_property
    def shown_indications(self) -> list[Indication]:
        """How visible treatments stand to this condition, surest first."""
        shows = self.practice_site.shows
        rows = [row for row in self.indication_rows if shows(row.treatment)]
        return surest_first(most_specific(rows))

    @followed_property
    def indication_groups(self) -> list[tuple[str, list[Indication]]]:
        """The same, under a heading that says how sure the evidence is."""
        proven = [row for row in self.shown_indications if not row.is_unproven]
        unproven = [row for row in self.shown_indications if row.is_unproven]
        groups = [
            (__("Studied in people"), proven),
            (__("Unproven for this condition"), unproven),
        ]
        return [(heading, rows) for heading, rows in groups if rows]

    @property
    def public_notice(self):
        return notice_of_condition(self.shown_indications)

    @followed_property
    def medical_entities(self):
        return entities_of_condition(self)

    @property
    def decision_help(self) -> dict | None:
        """Questions, and a search for trials; None where nothing is unproven."""
        if not self.has_unproven_use:
            return None
        trials = [(self.title, trial_search_url(self.title))]
        return {"questions": decision_questions([self.title]), "trials": trials}

    def get_treatment_ids(self):
        return [row.treatment_id for row in self.shown_indications]

    def get_related_pages(self):
        """Conditions that either side named as related."""
        pairs = RelatedCondition.objects.order_by()
        named = pairs.filter(page=self.pk).values("condition")
        naming = pairs.filter(condition=self.pk).values("page")
        return models.Q(pk__in=named) | models.Q(pk__in=naming)


class RelatedCondition(Orderable):
    """A pair of conditions that readers of one may want to read of the other."""

    page = ParentalKey(
        ConditionPage, on_delete=models.CASCADE, related_name="related_conditions"
    )
    condition = models.ForeignKey(
        ConditionPage,
        on_delete=models.CASCADE,
        related_name="related_from",
        verbose_name=_("condition"),
    )

    panels = [PageChooserPanel("condition")]

    class Meta(Orderable.Meta):
        verbose_name = _("related condition")


class ConditionReference(CitedReference):
    """A reference of a condition page."""

    page = ParentalKey(
        ConditionPage, on_delete=models.CASCADE, related_name="reference_rows"
    )
