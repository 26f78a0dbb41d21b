"""The practice's own facts: one record a site, edited in Settings."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.fields import ChoiceListField, LineListField


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


def united_states() -> list[str]:
    return ["US"]


@register_setting(icon="home", order=100)
class PracticeSettings(BaseSiteSetting):
    """How to reach the practice, and what it says on every page."""

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

    panels = [
        MultiFieldPanel(
            ["phone", "email", "appointment_url", "portal_url"],
            heading=_("Reaching the practice"),
        ),
        MultiFieldPanel(["tagline", "logo", "palette"], heading=_("Looks")),
        MultiFieldPanel(
            ["emergency_text", "disclaimer"], heading=_("Words on every page")
        ),
        MultiFieldPanel(
            ["jurisdictions", "review_interval_months"], heading=_("Rules")
        ),
        FieldPanel("share_networks"),
    ]

    class Meta:
        verbose_name = _("practice")

    @property
    def phone_link(self) -> str:
        return phone_link(self.phone)


def phone_link(phone: str) -> str:
    """A phone number as an address to dial: digits, with a leading plus."""
    digits = "".join(c for c in phone if c.isdigit())
    if phone.strip().startswith("+"):
        return f"tel:+{digits}"
    # Ten digits are a North American number without its country code.
    return f"tel:+1{digits}" if len(digits) == 10 else f"tel:{digits}"
