"""The people of the practice."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from home import schema_org
from home.changes.following import followed_property
from home.fields import ChoiceListField, LineListField
from home.models import BasePage, LocationPage
from home.vocabulary import Specialty
from team.credential_guard import credential_problems, names_board, texts_of_form
from team.graphing import entities_of_clinician
from team.models.lists import ClinicianQuerySet
from team.models.mentions import MentionedPage
from team.models.rows import load_rows
from team.npi import validate_npi
from team.vocabulary import ClinicianKind, ClinicianStatus, SpokenLanguage

RECORDS = ["credential_rows", "licenses", "certifications", "education", "memberships"]


class ClinicianPage(MentionedPage, BasePage):
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
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="clinician",
        verbose_name=_("account"),
        help_text=_("The account with which this clinician confirms reviews."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=ClinicianStatus,
        default=ClinicianStatus.CURRENT,
        help_text=_("A former clinician keeps this page but is no longer listed."),
    )

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
        HelpPanel(template="team/editor/licenses.html", heading=_("License dates")),
        InlinePanel("licenses", heading=_("Licenses"), label=_("License")),
        InlinePanel(
            "certifications", heading=_("Certifications"), label=_("Certification")
        ),
        InlinePanel("education", heading=_("Education"), label=_("Degree or training")),
        InlinePanel("memberships", heading=_("Memberships"), label=_("Membership")),
        FieldRowPanel(["in_practice_since", "npi"]),
        "profile_links",
    ]
    settings_panels = [
        "status",
        # Whoever sets it decides in whose name an account reviews: owners only.
        FieldPanel("account", permission="auth.change_user"),
        *BasePage.settings_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("job_title"),
        index.SearchField("practice_role"),
        index.SearchField("biography"),
        index.SearchField("specialty_labels"),
        index.SearchField("language_labels"),
        index.SearchField("credential_words"),
    ]

    exclude_fields_in_copy = ["account"]
    objects = PageManager.from_queryset(ClinicianQuerySet)()

    class Meta:
        verbose_name = _("clinician")

    schema_page_type = "ProfilePage"

    @followed_property
    def _records(self) -> None:
        """The rows of its lists, which the page and its graph read."""
        load_rows([self], RECORDS)

    def note_as_read(self):
        super().note_as_read()
        _ = self._records

    def get_own_context(self, request):
        if not self.may_keep_parts:
            _ = self._records
        return super().get_own_context(request)

    def get_schema_page(self):
        return schema_org.extended(
            super().get_schema_page(),
            dateCreated=self.first_published_at,
            mainEntity={"@id": f"{self.own_address}#person"},
        )

    def get_schema_entities(self):
        return [*entities_of_clinician(self), *super().get_schema_entities()]

    def publish_problems(self, cleaned, rows):
        return super().publish_problems(cleaned, rows) | credential_problems(
            cleaned.get("kind", ""), texts_of_form(cleaned), rows
        )

    def full_clean(self, *args, **kwargs):
        self._take_title_from_name()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        self._take_title_from_name()
        super().minimal_clean()

    def _take_title_from_name(self) -> None:
        # A name is typed once, in its parts.
        self.title = f"{self.given_name} {self.family_name}".strip()

    has_card_kind = True

    @property
    def card_title(self) -> str:
        return self.name_with_credentials

    @property
    def card_person(self) -> str:
        return self.practice_role or self.job_title

    @property
    def card_portrait(self):
        return self.image

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
    def valid_licenses(self) -> list:
        """The licenses that may be claimed today."""
        return [row for row in self.licenses.all() if row.is_valid]

    @property
    def named_certifications(self) -> list:
        """The certifications that name their board; no other may be claimed."""
        return [row for row in self.certifications.all() if names_board(row)]

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

    @followed_property
    def visible_locations(self) -> list[LocationPage]:
        """The places where this clinician sees people."""
        places = [p for p in self.locations.all() if self.practice_site.shows(p)]
        return sorted(places, key=lambda place: place.title)
