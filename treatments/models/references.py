"""What a medical page rests on."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index


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
    doi = models.CharField("DOI", max_length=200, blank=True)
    pmid = models.CharField("PMID", max_length=12, blank=True)
    pmcid = models.CharField("PMCID", max_length=15, blank=True)
    nct_id = models.CharField(_("trial number (NCT)"), max_length=11, blank=True)
    isbn = models.CharField("ISBN", max_length=20, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    retracted = models.BooleanField(
        _("retracted"),
        default=False,
        help_text=_("The journal has withdrawn it; pages say so beside it."),
    )

    panels = [
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
        index.SearchField("doi"),
        index.SearchField("pmid"),
    ]

    class Meta:
        verbose_name = _("reference")
        ordering = ["title"]

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
