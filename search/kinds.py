"""The kinds of results that visitors can choose between."""

from django.utils.translation import gettext_lazy as _

from contact.models import UpdatePage
from home.models import LocationPage
from team.models import ClinicianPage
from treatments.models import ConditionPage, TreatmentPage

# Value in the address → what the filter calls it, and the page types that count.
RESULT_TYPES = {
    "conditions": (_("Conditions"), [ConditionPage]),
    "treatments": (_("Treatments"), [TreatmentPage]),
    "people": (_("People"), [ClinicianPage]),
    "updates": (_("Updates"), [UpdatePage]),
    "locations": (_("Locations"), [LocationPage]),
}
OTHER_PAGES = ("pages", _("Other pages"))


def kind_of(model: type) -> str:
    """The kind that pages of a model count under: of RESULT_TYPES, or "pages"."""
    return next(
        (name for name, (_label, models) in RESULT_TYPES.items() if model in models),
        OTHER_PAGES[0],
    )
