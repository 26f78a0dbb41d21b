"""The words in which clinicians are described."""

from django.conf.locale import LANG_INFO
from django.db import models
from django.utils.translation import gettext_lazy as _


class ClinicianKind(models.TextChoices):
    """The profession a clinician is licensed in."""

    PHYSICIAN = "physician", _("Physician")
    NATUROPATHIC_DOCTOR = "naturopathic_doctor", _("Naturopathic doctor")
    NURSE_PRACTITIONER = "nurse_practitioner", _("Nurse practitioner")
    PHYSICIAN_ASSISTANT = "physician_assistant", _("Physician assistant")
    NURSE = "nurse", _("Nurse")
    PHYSICAL_THERAPIST = "physical_therapist", _("Physical therapist")
    PSYCHOLOGIST = "psychologist", _("Psychologist")
    DIETITIAN = "dietitian", _("Dietitian")
    ACUPUNCTURIST = "acupuncturist", _("Acupuncturist")
    OTHER = "other", _("Other clinician")


class ClinicianStatus(models.TextChoices):
    """Whether a clinician still works with the practice."""

    CURRENT = "current", _("Works here now")
    FORMER = "former", _("Worked here before")


class CertificationWording(models.TextChoices):
    """How a certification may be put into words; the boards' own rules differ."""

    BOARD_CERTIFIED = "board_certified", _("Board certified")
    DIPLOMATE = "diplomate", _("Diplomate")
    CERTIFIED = "certified", _("Certified")


# Django knows the languages of the world; regional variants say nothing about speech.
SPOKEN_LANGUAGES = sorted(
    (
        (code, info["name"])
        for code, info in LANG_INFO.items()
        if "-" not in code and "name" in info
    ),
    key=lambda pair: pair[1],
)


class SpokenLanguage:
    """Languages by ISO 639-1 code, shaped like a TextChoices class."""

    choices = [
        *SPOKEN_LANGUAGES,
        ("zh", _("Chinese")),
        ("ase", _("American Sign Language")),
    ]
    values = [code for code, _name in choices]

    @classmethod
    def label(cls, code: str) -> str:
        return str(dict(cls.choices).get(code, code))
