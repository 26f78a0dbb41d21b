"""What a medical page rests on."""

from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from home.changes.keeping import keep_many
from home.choices import words_for
from treatments.fields import IdentifierField
from treatments.forms import ReferenceForm
from treatments.identifiers import KINDS
from treatments.vancouver import Citation, citation, short_name


class StudyType(models.TextChoices):
    """What kind of source a reference is."""

    GUIDELINE = "guideline", _("Guideline")
    SYSTEMATIC_REVIEW = "systematic_review", _("Systematic review")
    RANDOMISED_TRIAL = "randomised_trial", _("Randomized trial")
    OBSERVATIONAL = "observational", _("Observational study")
    CASE_REPORT = "case_report", _("Case report")
    LABORATORY = "laboratory", _("Laboratory or animal study")
    REGULATOR = "regulator", _("Regulator's notice")
    INFORMATION = "information", _("Health information")


# Identifier field → the address at which its register shows the publication.
IDENTIFIER_ADDRESSES = {
    "doi": "https://doi.org/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "nct_id": "https://clinicaltrials.gov/study/{}",
}


# Several articles may report one trial; its own record has none of these.
ARTICLE_NUMBERS = ["doi", "pmid", "pmcid"]


class ReferenceQuerySet(models.QuerySet):
    """References in the order in which a page shows them."""

    def in_order(self, keys: Iterable[int]) -> "list[Reference]":
        """Those with these keys, each once; unknown keys are left out. Only to be read."""
        keys = list(dict.fromkeys(keys))
        found = keep_many("references", keys, self.in_bulk)
        return [found[key] for key in keys if key in found]


def _one_for_each(name: str, **also: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=[name],
        condition=~models.Q(**{name: ""}) & models.Q(**also),
        name=f"one_reference_for_each_{name}",
    )


class Reference(index.Indexed, models.Model):
    """A publication or notice that pages cite."""

    title = models.CharField(_("title"), max_length=400)
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    source = models.CharField(
        _("published in"),
        max_length=200,
        blank=True,
        help_text=_("The journal, publisher or agency."),
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    study_type = models.CharField(
        _("kind of source"), max_length=20, blank=True, choices=StudyType
    )
    doi = IdentifierField("DOI", kind="doi", max_length=200, blank=True)
    pmid = IdentifierField("PMID", kind="pmid", max_length=8, blank=True)
    pmcid = IdentifierField("PMCID", kind="pmcid", max_length=11, blank=True)
    nct_id = IdentifierField(
        _("trial number (NCT)"), kind="nct_id", max_length=11, blank=True
    )
    isbn = IdentifierField("ISBN", kind="isbn", max_length=13, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    retracted = models.BooleanField(
        _("retracted"),
        default=False,
        help_text=_("The journal has withdrawn it; pages say so beside it."),
    )

    objects = ReferenceQuerySet.as_manager()

    base_form_class = ReferenceForm
    panels = [
        FieldPanel("pasted"),
        "title",
        "authors",
        FieldRowPanel(["source", "year"]),
        FieldRowPanel(["study_type", "retracted"]),
        MultiFieldPanel(
            [
                FieldRowPanel(["doi", "pmid"]),
                FieldRowPanel(["pmcid", "nct_id"]),
                "isbn",
                "url",
            ],
            heading=_("Where to find it"),
        ),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        *[index.SearchField(kind) for kind in KINDS],
    ]

    class Meta:
        verbose_name = _("reference")
        ordering = ["title"]
        constraints = [
            *[_one_for_each(kind) for kind in KINDS if kind != "nct_id"],
            _one_for_each("nct_id", **dict.fromkeys(ARTICLE_NUMBERS, "")),
            _one_for_each("url", **dict.fromkeys(KINDS, "")),
        ]

    def __str__(self):
        return f"{self.title} ({self.year})" if self.year else self.title

    def clean(self):
        super().clean()
        if not any([*self.identifiers.values(), self.isbn, self.url, self.source]):
            raise ValidationError(
                _(
                    "Say where it can be found: who published it, an identifier, or an "
                    "address."
                )
            )

    def validate_constraints(self, exclude=None):
        name, twin = self.find_twin(exclude or ())
        if twin:
            raise ValidationError({name: _is_here_already(twin)}, code="twin")
        super().validate_constraints(exclude)

    def find_twin(
        self, exclude: Collection[str] = ()
    ) -> "tuple[str, Reference | None]":
        """Another record of the same publication, and the field that tells."""
        kinds = [kind for kind in KINDS if kind not in exclude]
        told = {name: getattr(self, name) for name in kinds if getattr(self, name)}
        if not any(getattr(self, kind) for kind in KINDS) and self.url:
            told = {"url": self.url}
        if any(getattr(self, kind) for kind in ARTICLE_NUMBERS):
            told.pop("nct_id", None)
        is_same = [
            models.Q(nct_id=value, **dict.fromkeys(ARTICLE_NUMBERS, ""))
            if name == "nct_id"
            else models.Q(**{name: value})
            for name, value in told.items()
        ]
        if not is_same:
            return "", None
        same = models.Q(*is_same, _connector=models.Q.OR)
        twin = Reference.objects.exclude(pk=self.pk).filter(same).first()
        tells = (name for name in told if twin and getattr(twin, name) == told[name])
        return next(tells, ""), twin

    @property
    def citation(self) -> Citation:
        """The parts of its citation, in the Vancouver style."""
        return citation(self)

    @property
    def study_type_words(self):
        return words_for(StudyType, self.study_type) if self.study_type else ""

    @property
    def short_name(self) -> str:
        """What an editor calls it, such as "Wang 2014"."""
        return short_name(self)

    @property
    def identifiers(self) -> dict[str, str]:
        """The registers' numbers of this publication that are known."""
        values = {name: getattr(self, name).strip() for name in IDENTIFIER_ADDRESSES}
        return {name: value for name, value in values.items() if value}

    @property
    def links(self) -> list[tuple[str, str, str]]:
        """Label, printed value and address of every way to the publication."""
        found = [
            (
                str(self._meta.get_field(name).verbose_name),
                value,
                IDENTIFIER_ADDRESSES[name].format(value),
            )
            for name, value in self.identifiers.items()
        ]
        if self.url:
            found.append((str(_("Read it")), self.url, self.url))
        return found


def _is_here_already(twin: Reference) -> str:
    return format_html(
        __("This publication is here already: {}. Choose that record instead."),
        format_html(
            '<a href="{}">{}</a>',
            reverse("wagtailsnippets_treatments_reference:edit", args=[twin.pk]),
            twin,
        ),
    )


class CitedReference(Orderable):
    """A reference in the list of one page; subclasses say of which page."""

    reference = models.ForeignKey(
        Reference,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("reference"),
    )

    panels = [FieldPanel("reference")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("reference")
