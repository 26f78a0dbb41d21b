"""What a clinician has learned, and is allowed: one record a row."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable
from wagtail.search import index

from team.credential_guard import claims_board_certification
from team.models.clinicians import ClinicianPage
from team.vocabulary import CertificationWording


class Credential(index.Indexed, models.Model):
    """Letters after a name, and what they stand for."""

    abbreviation = models.CharField(
        _("letters"), max_length=20, unique=True, help_text=_("Such as N.M.D.")
    )
    meaning = models.CharField(
        _("meaning"),
        max_length=120,
        help_text=_("Such as Naturopathic Medical Doctor."),
    )

    panels = ["abbreviation", "meaning"]
    search_fields = [
        index.SearchField("abbreviation"),
        index.AutocompleteField("abbreviation"),
        index.SearchField("meaning"),
        index.AutocompleteField("meaning"),
    ]

    class Meta:
        verbose_name = _("credential")
        ordering = ["abbreviation"]

    def __str__(self):
        return f"{self.abbreviation} — {self.meaning}"

    def clean(self):
        super().clean()
        if claims_board_certification([self.abbreviation, self.meaning]):
            message = _(
                "A board certification is no letters: add it, with its board, to the "
                "certifications on the clinician's page."
            )
            raise ValidationError({"meaning": message})


class ClinicianCredential(Orderable):
    """A credential that a clinician holds, in the order it is written."""

    clinician = ParentalKey(
        ClinicianPage, on_delete=models.CASCADE, related_name="credential_rows"
    )
    credential = models.ForeignKey(
        Credential,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("credential"),
    )

    panels = [FieldPanel("credential")]


class License(Orderable):
    """Permission of a state to practice a profession."""

    clinician = ParentalKey(
        ClinicianPage, on_delete=models.CASCADE, related_name="licenses"
    )
    jurisdiction = models.CharField(
        _("jurisdiction"), max_length=80, help_text=_("The state or country.")
    )
    license_type = models.CharField(
        _("type of license"),
        max_length=120,
        help_text=_("Such as Physician and Surgeon."),
    )
    number = models.CharField(_("number"), max_length=40, blank=True)
    board = models.CharField(_("licensing board"), max_length=160, blank=True)
    verify_url = models.URLField(
        _("where to check it"),
        blank=True,
        help_text=_("The board's own register, so that visitors can look it up."),
    )
    expires = models.DateField(_("expires"), null=True, blank=True)

    panels = [
        FieldRowPanel(["jurisdiction", "license_type"]),
        FieldRowPanel(["number", "expires"]),
        "board",
        "verify_url",
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("license")

    @property
    def is_valid(self) -> bool:
        """Whether it has not run out; without a date it is taken as valid."""
        return self.expires is None or self.expires >= timezone.localdate()


class Education(Orderable):
    """A degree or a training that was completed."""

    clinician = ParentalKey(
        ClinicianPage, on_delete=models.CASCADE, related_name="education"
    )
    institution = models.CharField(_("institution"), max_length=160)
    degree = models.CharField(_("degree or training"), max_length=160)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    panels = ["degree", FieldRowPanel(["institution", "year"])]

    class Meta(Orderable.Meta):
        verbose_name = _("education")


class Certification(Orderable):
    """A certification, with the board that gave it."""

    clinician = ParentalKey(
        ClinicianPage, on_delete=models.CASCADE, related_name="certifications"
    )
    wording = models.CharField(
        _("wording"),
        max_length=20,
        choices=CertificationWording,
        default=CertificationWording.CERTIFIED,
        help_text=_(
            "“Board certified” only where the board's rules and state law allow."
        ),
    )
    board = models.CharField(_("board"), max_length=160)
    specialty = models.CharField(_("specialty"), max_length=120, blank=True)

    panels = [FieldRowPanel(["wording", "specialty"]), "board"]

    class Meta(Orderable.Meta):
        verbose_name = _("certification")


class Membership(Orderable):
    """A professional society that a clinician belongs to."""

    clinician = ParentalKey(
        ClinicianPage, on_delete=models.CASCADE, related_name="memberships"
    )
    organization = models.CharField(_("society"), max_length=160)
    role = models.CharField(
        _("standing"), max_length=80, blank=True, help_text=_("Such as Fellow.")
    )

    panels = [FieldRowPanel(["organization", "role"])]

    class Meta(Orderable.Meta):
        verbose_name = _("membership")
