"""The practice's own facts: one record a site, edited in Settings."""

from django.core.validators import MinValueValidator, validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.fields import ChoiceListField, LineListField
from home.objections import refuse_false_words
from home.robots import validate_robots
from home.vocabulary import Specialty


class Palette(models.TextChoices):
    """Accent colours, each checked for contrast in light and dark."""

    EVERGREEN = "evergreen", _("Evergreen")
    LAKE = "lake", _("Lake blue")
    PLUM = "plum", _("Plum")


class ShareNetwork(models.TextChoices):
    """Networks with a plain share address that needs no script of theirs."""

    FACEBOOK = "facebook", "Facebook"
    X = "x", "X"
    LINKEDIN = "linkedin", "LinkedIn"
    EMAIL = "email", _("Email")


def every_share_network() -> list[str]:
    return list(ShareNetwork.values)


def every_one_is_an_address(lines: list[str]) -> None:
    """Raise ValidationError for a line that is no email address."""
    for line in lines:
        validate_email(line)


def united_states() -> list[str]:
    return ["US"]


# What stands on every page.
SPOKEN = ["tagline", "emergency_text", "disclaimer"]


@register_setting(icon="home", order=100)
class PracticeSettings(BaseSiteSetting):
    """How to reach the practice, and what it says on every page."""

    # Both settings of a site are read on every page: one query for the two.
    select_related = ["site__seosettings"]

    phone = models.CharField(
        _("phone"),
        max_length=40,
        blank=True,
        help_text=_("The number people should call, as it should be printed."),
    )
    email = models.EmailField(_("email"), blank=True)
    tagline = models.CharField(
        _("tagline"),
        max_length=120,
        blank=True,
        help_text=_("A few words under the practice's name, at the foot of each page."),
    )
    logo = models.ForeignKey(
        "home.PracticeImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("mark"),
        help_text=_("A square picture, 512 pixels or more, shown beside the name."),
    )
    specialties = ChoiceListField(
        _("fields of medicine"),
        options=Specialty,
        help_text=_("Named at the foot of each page and for search engines."),
    )
    profile_links = LineListField(
        _("the practice elsewhere"),
        help_text=_(
            "Addresses of its pages in registers and networks, one a line. Linked at "
            "the foot of each page."
        ),
    )
    palette = models.CharField(
        _("colours"), max_length=20, choices=Palette, default=Palette.EVERGREEN
    )
    appointment_url = models.URLField(
        _("appointment address"),
        blank=True,
        help_text=_(
            "Where people book. Left empty, the button leads to the contact page."
        ),
    )
    portal_url = models.URLField(
        _("patient portal"),
        blank=True,
        help_text=_("Shown at the foot of each page where it is filled in."),
    )
    emergency_text = models.CharField(
        _("in an emergency"),
        max_length=300,
        blank=True,
        help_text=_("Shown at the foot of each page and above every way to write."),
    )
    disclaimer = models.TextField(
        _("disclaimer"),
        blank=True,
        help_text=_("Shown under every medical page and at the foot of the site."),
    )
    share_networks = ChoiceListField(
        _("share links"), options=ShareNetwork, default=every_share_network
    )
    jurisdictions = LineListField(
        _("jurisdictions"),
        default=united_states,
        help_text=_(
            "Where the practice works, one code a line, such as US or US-AZ. "
            "The country decides which regulator the badges name."
        ),
    )
    review_interval_months = models.PositiveSmallIntegerField(
        _("months between reviews"),
        default=24,
        help_text=_("After this time the medical review of a page is overdue."),
    )

    robots = models.TextField(
        _("rules for crawlers (robots.txt)"),
        blank=True,
        max_length=5000,
        validators=[validate_robots],
        help_text=_(
            "Left empty: every crawler may read everything but the editor. The "
            "address of the sitemap is added by itself. To keep one page out of search "
            "engines, use the page's own settings instead."
        ),
    )
    enquiry_recipients = LineListField(
        _("who is told of enquiries"),
        validators=[every_one_is_an_address],
        help_text=_(
            "Email addresses, one a line. Left empty: the email of the practice. "
            "The mail carries a link to the inbox and nothing of what people wrote."
        ),
    )
    enquiry_next = models.CharField(
        _("what happens next"),
        max_length=300,
        blank=True,
        help_text=_(
            "Told to those who have written, such as: We call back within one "
            "working day."
        ),
    )
    offers_message = models.BooleanField(
        _("offer a short message"),
        default=False,
        help_text=_(
            "Adds a box for a few words to the form. It asks people to write nothing "
            "about their health; some will all the same."
        ),
    )
    retention_days = models.PositiveSmallIntegerField(
        _("days that enquiries are kept"),
        default=90,
        validators=[MinValueValidator(1)],
        help_text=_("Then they are deleted for good, answered or not."),
    )
    newsletter_sender = models.EmailField(
        _("sender of newsletters"),
        blank=True,
        help_text=_(
            "People may answer to it. Left empty: the address that the site sends all "
            "mail from."
        ),
    )

    review_digest_sent = models.DateField(null=True, blank=True, editable=False)

    panels = [
        MultiFieldPanel(
            ["phone", "email", "appointment_url", "portal_url"],
            heading=_("Reaching the practice"),
        ),
        MultiFieldPanel(["tagline", "logo", "palette"], heading=_("Looks")),
        MultiFieldPanel(["specialties", "profile_links"], heading=_("Who we are")),
        MultiFieldPanel(
            ["emergency_text", "disclaimer"], heading=_("Words on every page")
        ),
        MultiFieldPanel(
            ["jurisdictions", "review_interval_months"], heading=_("Rules")
        ),
        MultiFieldPanel(
            ["enquiry_recipients", "enquiry_next", "offers_message", "retention_days"],
            heading=_("Enquiries"),
        ),
        FieldPanel("newsletter_sender"),
        FieldPanel("share_networks"),
        FieldPanel("robots"),
    ]

    class Meta:
        verbose_name = _("practice")
        permissions = [
            ("override_claims", _("Can publish claims that the check objects to"))
        ]

    def clean(self):
        super().clean()
        refuse_false_words(self, SPOKEN)

    @property
    def phone_link(self) -> str:
        return phone_link(self.phone)

    @property
    def country(self) -> str:
        """The code of the country the practice works in first, such as US."""
        first = next(iter(self.jurisdictions), "")
        return first.partition("-")[0].upper() or "US"

    @property
    def enquiry_mail_goes_to(self) -> list[str]:
        """Everybody who is told of an enquiry, each once."""
        named = self.enquiry_recipients or [self.email]
        return list(dict.fromkeys(address for address in named if address))

    @property
    def specialty_labels(self) -> list[str]:
        return [str(Specialty(value).label) for value in self.specialties]


def phone_link(phone: str) -> str:
    """A phone number as an address to dial: digits, with a leading plus."""
    digits = "".join(c for c in phone if c.isdigit())
    if phone.strip().startswith("+"):
        return f"tel:+{digits}"
    # Ten digits are a North American number without its country code.
    return f"tel:+1{digits}" if len(digits) == 10 else f"tel:{digits}"
