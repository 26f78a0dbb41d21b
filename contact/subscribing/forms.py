"""The form by which people ask for updates by email."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from contact.models.subscribers import Topic
from home.site import PracticeSite


class SubscribeForm(forms.Form):
    """An address, what it wants to hear of, and consent."""

    # All errors stand at the top of the page, in the words of the site.
    use_required_attribute = False

    email = forms.EmailField(
        label=_("Your email address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Write your email address."),
            "invalid": _("Write the email address in full, such as name@example.org."),
        },
    )
    topics = forms.MultipleChoiceField(
        label=_("What would you like to hear of?"),
        required=False,
        choices=Topic,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none to hear of everything."),
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Tick the box, so that we may write to you.")},
    )
    # Nobody sees it; what fills in every field does.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args, site: PracticeSite, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = consent_text(site.name)

    @classmethod
    def keeping(cls, sent: QueryDict, site: PracticeSite) -> "SubscribeForm":
        """A form that shows what was sent and asks to look at it again."""
        kept = {name: sent[name] for name in ("email", "consent") if name in sent}
        return cls(site=site, initial={**kept, "topics": sent.getlist("topics")})

    @property
    def is_trapped(self) -> bool:
        """Whether the field was filled in that nobody sees."""
        return bool(self.cleaned_data.get("website"))

    def words(self) -> dict:
        """What was written and agreed to, as it is kept."""
        return {
            "email": self.cleaned_data["email"],
            "topics": self.cleaned_data["topics"],
            "consent": str(self.fields["consent"].label),
        }


def consent_text(practice: str) -> str:
    """What people agree to, in the words that are kept with their address."""
    return _now(
        "%(name)s may send me updates by email, a few times a year. I can stop it at "
        "any time with the link in each mail."
    ) % {"name": practice}
