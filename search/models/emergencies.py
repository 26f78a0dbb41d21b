"""The two cards that come before all results, edited in Settings."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.fields import LineListField
from home.models.practice import phone_link

HOW_CARDS_WORK = _(
    "<p>Whoever types that they are in danger sees one of these cards before anything "
    "else, with buttons that call. Common ways to say it are known already, with their "
    "typing errors: <em>chest pain now</em>, <em>can’t breathe</em>, <em>want to "
    "die</em>. A question such as <em>chest pain causes</em> shows no card. The words "
    "are those of the United States: elsewhere, change the numbers.</p>"
)
_PHRASES_HELP = _(
    "Phrases that always show this card, one a line, besides those that are known. "
    "Little words between them and typing errors make no difference."
)


@register_setting(icon="warning", order=110)
class EmergencySettings(BaseSiteSetting):
    """What somebody in danger reads first, and by which words they are recognised."""

    medical_heading = models.CharField(
        _("heading"), max_length=100, default=_("If this is happening now, call 911")
    )
    medical_text = models.TextField(
        _("text"),
        max_length=400,
        default=_(
            "Do not wait for an answer from this website. Call, or let somebody take "
            "you to the nearest emergency room. Do not drive yourself."
        ),
    )
    medical_phone = models.CharField(
        _("number to call"), max_length=40, blank=True, default="911"
    )
    medical_phrases = LineListField(_("more phrases"), help_text=_PHRASES_HELP)
    crisis_heading = models.CharField(
        _("heading"),
        max_length=100,
        default=_("You can talk to somebody right now: call or text 988"),
    )
    crisis_text = models.TextField(
        _("text"),
        max_length=400,
        default=_(
            "If you are thinking about suicide, or fear for somebody who is, the 988 "
            "Suicide & Crisis Lifeline listens day and night, free and in confidence. "
            "If a life is in danger this minute, call 911."
        ),
    )
    crisis_phone = models.CharField(
        _("number to call"), max_length=40, blank=True, default="988"
    )
    crisis_text_number = models.CharField(
        _("number to text"), max_length=40, blank=True, default="988"
    )
    crisis_phrases = LineListField(_("more phrases"), help_text=_PHRASES_HELP)

    panels = [
        HelpPanel(HOW_CARDS_WORK),
        MultiFieldPanel(
            ["medical_heading", "medical_text", "medical_phone", "medical_phrases"],
            heading=_("Medical emergency"),
        ),
        MultiFieldPanel(
            [
                "crisis_heading",
                "crisis_text",
                "crisis_phone",
                "crisis_text_number",
                "crisis_phrases",
            ],
            heading=_("Thoughts of suicide"),
        ),
    ]

    class Meta:
        verbose_name = _("emergency cards")
        verbose_name_plural = _("emergency cards")

    @property
    def medical_calls(self) -> list[tuple[str, str]]:
        """Words and address of each button on the card for a medical emergency."""
        return _buttons([(_("Call %s"), "tel", self.medical_phone)])

    @property
    def crisis_calls(self) -> list[tuple[str, str]]:
        """The same for thoughts of suicide; a life may be in danger at once."""
        return _buttons(
            [
                (_("Call %s"), "tel", self.crisis_phone),
                (_("Text %s"), "sms", self.crisis_text_number),
                (_("Call %s"), "tel", self.medical_phone),
            ]
        )


def _buttons(calls: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    return [
        (str(words) % number, phone_link(number).replace("tel:", f"{scheme}:", 1))
        for words, scheme, number in calls
        if number
    ]
