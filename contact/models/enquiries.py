"""What people asked of the practice, and how far it is with the answer."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from contact.models.sealed import Sealed

# Without signs that are mistaken for one another, on paper or on the phone.
REFERENCE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


class EnquiryState(models.TextChoices):
    """How far the practice is."""

    NEW = "new", _("New")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")


class Purpose(models.TextChoices):
    """What somebody would like."""

    APPOINTMENT = "appointment", _("An appointment")
    CONTACT = "contact", _("To be called or written to")


def new_reference() -> str:
    """A number to name an enquiry by, which tells nothing and cannot be guessed."""
    signs = get_random_string(8, REFERENCE_SIGNS)
    return f"{signs[:4]}-{signs[4:]}"


class Enquiry(Sealed):
    """One enquiry or request for an appointment."""

    reference = models.CharField(
        _("reference"), max_length=9, unique=True, default=new_reference, editable=False
    )
    # The form's token with what was typed: a second click is the same enquiry.
    submission = models.CharField(max_length=64, unique=True, editable=False)
    site = models.ForeignKey(
        "wagtailcore.Site", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    purpose = models.CharField(_("wish"), max_length=20, choices=Purpose)
    location = models.ForeignKey(
        "home.LocationPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("location"),
    )
    received = models.DateTimeField(_("received"), default=timezone.now)
    state = models.CharField(
        _("state"), max_length=10, choices=EnquiryState, default=EnquiryState.NEW
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who answers"),
    )

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ["-received", "-pk"]
        default_permissions = ("view", "change", "delete")
        indexes = [models.Index(fields=["state", "-received"], name="enquiry_inbox")]

    def __str__(self):
        return self.reference

    def word(self, name: str) -> str:
        """One of the words, "" where it was left out or cannot be read."""
        return str(self.words.get(name, ""))

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What was written as label and words, ready to be shown."""
        return [(label, self.word(name)) for name, label in LABELS if self.word(name)]


class EnquiryNote(Sealed):
    """What the practice adds to an enquiry; never changed afterwards."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    written = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["written", "pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.enquiry}, {self.written:%Y-%m-%d}"

    @property
    def text(self) -> str:
        return self.words.get("text") or _now(
            "This note cannot be read: its key is gone."
        )


LABELS = [
    ("name", _("Name")),
    ("phone", _("Phone")),
    ("email", _("Email")),
    ("way", _("Best way to answer")),
    ("time", _("Best time")),
    ("location", _("Location")),
    ("clinician", _("Clinician")),
    ("treatment", _("Treatment")),
    ("message", _("Message")),
    ("consent", _("Agreed to")),
    ("consent_time", _("Agreed at")),
]
