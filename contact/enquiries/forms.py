"""The form by which people ask for an appointment or an answer."""

from django import forms
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from contact.enquiries.choices import PAGES, options_of
from contact.enquiries.phones import PhoneField
from contact.models.enquiries import Purpose
from home.site import PracticeSite


class Way(models.TextChoices):
    """How people would like the answer."""

    ANY = "any", _("Phone or email")
    PHONE = "phone", _("Phone")
    EMAIL = "email", _("Email")


class Time(models.TextChoices):
    """When people can be reached, or would like to come."""

    ANY = "any", _("Any time")
    MORNING = "morning", _("Mornings")
    MIDDAY = "midday", _("Around noon")
    AFTERNOON = "afternoon", _("Afternoons")
    EVENING = "evening", _("Evenings")


NO_CHOICE = {
    "location": _("No preference"),
    "clinician": _("No preference"),
    "treatment": _("Something else, or not sure"),
}


class EnquiryForm(forms.Form):
    """Who asks, how to answer, what it is about; no question about health."""

    # All errors stand at the top of the page, in the words of the site.
    use_required_attribute = False

    purpose = forms.ChoiceField(
        label=_("What would you like?"),
        choices=Purpose,
        initial=Purpose.APPOINTMENT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you would like.")},
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name.")},
    )
    phone = PhoneField(
        label=_("Phone"),
        required=False,
        help_text=_("A phone number or an email address; one of the two is enough."),
    )
    email = forms.EmailField(
        label=_("Email"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("Write the email address in full, such as name@example.org.")
        },
    )
    way = forms.ChoiceField(
        label=_("How should we answer?"),
        choices=Way,
        initial=Way.ANY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how we should answer.")},
    )
    time = forms.ChoiceField(label=_("Which time suits you best?"), choices=Time)
    location = forms.ChoiceField(label=_("Location"), required=False)
    clinician = forms.ChoiceField(label=_("Clinician"), required=False)
    treatment = forms.ChoiceField(label=_("Treatment"), required=False)
    message = forms.CharField(
        label=_("Short message"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Please write nothing about your health here. We talk about that in "
            "private, by phone or when you come."
        ),
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Tick the box, so that we may answer you.")},
    )
    # Nobody sees it; what fills in every field does.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args, site: PracticeSite, about: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        chosen = (self.data.get(name, "") or self.initial.get(name) for name in PAGES)
        self.options = options_of(site, {about, *filter(None, chosen)})
        for name, words in NO_CHOICE.items():
            self._offer(name, words, about)
        if not site.practice.offers_message:
            del self.fields["message"]
        self.fields["phone"].region = site.practice.country
        self.fields["consent"].label = consent_text(
            site.name, site.practice.retention_days
        )

    def _offer(self, name: str, no_choice: str, about: str) -> None:
        pages = self.options[name]
        if not pages:
            del self.fields[name]
            return
        self.fields[name].choices = [("", no_choice), *pages]
        if about in dict(pages):
            self.initial.setdefault(name, about)

    @classmethod
    def keeping(cls, sent: QueryDict, site: PracticeSite) -> "EnquiryForm":
        """A form that shows what was sent and asks to look at it again."""
        kept = {name: sent[name] for name in cls.base_fields if name in sent}
        kept.pop("website", None)
        return cls(site=site, about=sent.get("about", ""), initial=kept)

    def clean(self):
        cleaned = super().clean()
        way, touched = cleaned.get("way"), self.errors
        has_phone, has_email = cleaned.get("phone"), cleaned.get("email")
        if not {"phone", "email"} & set(touched):
            if not has_phone and not has_email:
                self.add_error(
                    "phone", _now("Write a phone number or an email address.")
                )
            elif way == Way.PHONE and not has_phone:
                self.add_error("phone", _now("Write the number we should call."))
            elif way == Way.EMAIL and not has_email:
                self.add_error("email", _now("Write the address we should write to."))
        return cleaned

    @property
    def is_trapped(self) -> bool:
        """Whether the field was filled in that nobody sees."""
        return bool(self.cleaned_data.get("website"))

    @property
    def location_id(self) -> int | None:
        """The number of the location that was chosen."""
        return int(self.cleaned_data.get("location") or 0) or None

    def words(self) -> dict[str, str]:
        """What was written and chosen, as the practice reads it."""
        kept = {n: v for n, v in self.cleaned_data.items() if n in WRITTEN and v}
        for name in NO_CHOICE:
            titles = dict(self.options[name])
            if title := titles.get(self.cleaned_data.get(name, "")):
                kept[name] = title
        return kept | {
            "way": str(Way(self.cleaned_data["way"]).label),
            "time": str(Time(self.cleaned_data["time"]).label),
            "consent": str(self.fields["consent"].label),
        }


WRITTEN = ("name", "phone", "email", "message")


def consent_text(practice: str, days: int) -> str:
    """What people agree to, in the words that are kept with what they sent."""
    return _now(
        "%(name)s may keep what I wrote here to answer me. It is deleted after "
        "%(days)d days."
    ) % {"name": practice, "days": days}
