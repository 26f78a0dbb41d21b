"""The people of the practice."""

from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from home.fields import ChoiceListField, LineListField
from home.forms import DerivedTitleForm
from home.models import BasePage, LocationPage
from home.vocabulary import Specialty
from team.npi import validate_npi
from team.vocabulary import ClinicianKind, ClinicianStatus, SpokenLanguage


class ClinicianQuerySet(PageQuerySet):
    """Clinicians as lists show them."""

    def for_cards(self):
        """With the credentials behind their names, in the order of the team."""
        rows = apps.get_model("team.ClinicianCredential").objects
        with_letters = Prefetch("credential_rows", rows.select_related("credential"))
        return self.prefetch_related(with_letters).order_by("path")


class ClinicianPage(BasePage):
    """One clinician: who they are, what they may do, how to see them."""

    parent_page_types = ["team.TeamIndexPage"]
    subpage_types: list[str] = []

    honorific_prefix = models.CharField(
        _("form of address"), max_length=20, blank=True, help_text=_("Such as Dr.")
    )
    given_name = models.CharField(_("given name"), max_length=80)
    family_name = models.CharField(_("family name"), max_length=80)
    kind = models.CharField(
        _("profession"),
        max_length=30,
        choices=ClinicianKind,
        default=ClinicianKind.PHYSICIAN,
    )
    job_title = models.CharField(
        _("job title"),
        max_length=120,
        blank=True,
        help_text=_("Such as Rheumatologist."),
    )
    practice_role = models.CharField(
        _("role in the practice"),
        max_length=120,
        blank=True,
        help_text=_("Such as President and Medical Director."),
    )
    biography = RichTextField(
        _("biography"), blank=True, features=["bold", "italic", "ul", "link"]
    )
    specialties = ChoiceListField(_("specialties"), options=Specialty)
    languages = ChoiceListField(_("languages"), options=SpokenLanguage)
    in_practice_since = models.PositiveSmallIntegerField(
        _("in practice since"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1930), MaxValueValidator(2100)],
        help_text=_("The year."),
    )
    npi = models.CharField(
        _("NPI"),
        max_length=10,
        blank=True,
        validators=[validate_npi],
        help_text=_("National Provider Identifier, ten digits."),
    )
    accepting_new_patients = models.BooleanField(
        _("accepts new patients"), default=True
    )
    telehealth = models.BooleanField(_("sees people by video"), default=False)
    locations = ParentalManyToManyField(
        LocationPage, blank=True, related_name="+", verbose_name=_("locations")
    )
    profile_links = LineListField(
        _("other profiles"),
        help_text=_("Addresses of pages elsewhere about this person, one a line."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=ClinicianStatus,
        default=ClinicianStatus.CURRENT,
        help_text=_("A former clinician keeps this page but is no longer listed."),
    )

    base_form_class = DerivedTitleForm
    content_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(["honorific_prefix", "given_name", "family_name"]),
                InlinePanel(
                    "credential_rows",
                    heading=_("Credentials, in the order they are written"),
                    label=_("Credential"),
                ),
                FieldRowPanel(["kind", "job_title"]),
                "practice_role",
            ],
            heading=_("Name and role"),
        ),
        "summary",
        FieldPanel("image", heading=_("Portrait")),
        "biography",
        MultiFieldPanel(
            [
                FieldRowPanel(["accepting_new_patients", "telehealth"]),
                FieldPanel("locations"),
            ],
            heading=_("Seeing patients"),
        ),
        FieldPanel("specialties"),
        FieldPanel("languages"),
    ]
    evidence_panels = [
        InlinePanel("licenses", heading=_("Licenses"), label=_("License")),
        InlinePanel(
            "certifications", heading=_("Certifications"), label=_("Certification")
        ),
        InlinePanel("education", heading=_("Education"), label=_("Degree or training")),
        InlinePanel("memberships", heading=_("Memberships"), label=_("Membership")),
        FieldRowPanel(["in_practice_since", "npi"]),
        "profile_links",
    ]
    settings_panels = ["status", *BasePage.settings_panels]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("job_title"),
        index.SearchField("practice_role"),
        index.SearchField("biography"),
        index.SearchField("specialty_labels"),
        index.SearchField("language_labels"),
        index.SearchField("credential_words"),
    ]

    objects = PageManager.from_queryset(ClinicianQuerySet)()

    class Meta:
        verbose_name = _("clinician")

    def full_clean(self, *args, **kwargs):
        self._take_title_from_name()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        self._take_title_from_name()
        super().minimal_clean()

    def _take_title_from_name(self) -> None:
        # A name is typed once, in its parts.
        self.title = f"{self.given_name} {self.family_name}".strip()

    @property
    def seo_og_type(self) -> str:
        return "profile"

    @cached_property
    def credentials(self) -> list:
        """The credentials in the order they are written after the name."""
        rows = self.credential_rows.select_related("credential")
        if "credential_rows" in getattr(self, "_prefetched_objects_cache", {}):
            rows = self.credential_rows.all()
        return [row.credential for row in rows]

    @cached_property
    def name_with_credentials(self) -> str:
        """Such as "Orrin Halvane, N.M.D."."""
        letters = [credential.abbreviation for credential in self.credentials]
        return ", ".join([self.title, *letters])

    @property
    def credential_words(self) -> str:
        return " ".join(f"{c.abbreviation} {c.meaning}" for c in self.credentials)

    @property
    def kind_label(self) -> str:
        return self.get_kind_display()

    @property
    def specialty_labels(self) -> list[str]:
        return [str(Specialty(value).label) for value in self.specialties]

    @property
    def language_labels(self) -> list[str]:
        return [SpokenLanguage.label(code) for code in self.languages]

    @property
    def is_current(self) -> bool:
        return self.status == ClinicianStatus.CURRENT

    @cached_property
    def visible_locations(self) -> list[LocationPage]:
        """The places where this clinician sees people."""
        places = [p for p in self.locations.all() if self.practice_site.shows(p)]
        return sorted(places, key=lambda place: place.title)

    @cached_property
    def _mentions(self) -> list[Page]:
        """Visible pages that name this clinician, found through the page tree."""
        if self.pk is None:
            return []
        offered = self.practice_site.visible(
            Page.objects.filter(treatmentpage__clinicians=self)
        )
        pages = Page.objects.filter(
            Q(treatmentpage__clinicians=self)
            | Q(conditionpage__indications__treatment__in=offered.values("pk"))
            | Q(updatepage__author=self)
        ).annotate(
            published=F("updatepage__published"),
            treatment_id=F("treatmentpage__page_ptr_id"),
            condition_id=F("conditionpage__page_ptr_id"),
        )
        return list(self.practice_site.visible(pages).distinct().order_by("title"))

    @property
    def treatments(self) -> list[Page]:
        """The visible treatments that name this clinician."""
        return [page for page in self._mentions if page.treatment_id]

    @property
    def conditions(self) -> list[Page]:
        """The visible conditions those treatments are for."""
        return [page for page in self._mentions if page.condition_id]

    @property
    def articles(self) -> list[Page]:
        """The latest visible updates by this clinician."""
        updates = [page for page in self._mentions if page.published]
        return sorted(updates, key=lambda page: page.published, reverse=True)[:5]
