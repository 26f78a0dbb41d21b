"""Who looked at an enquiry, and what was done with it: entries of the audit log.

An entry names the enquiry by its reference and holds nothing of what is in it.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from contact.models.enquiries import Enquiry

VIEWED = "contact.enquiry.viewed"
NOTED = "contact.enquiry.noted"
EXPORTED = "contact.enquiry.exported"
PURGED = "contact.enquiries.purged"


def register_enquiry_actions(actions) -> None:
    """Make the entries known to Wagtail's log."""
    actions.register_action(VIEWED, _("View an enquiry"), _("Enquiry viewed"))
    actions.register_action(NOTED, _("Note on an enquiry"), _("Note added to enquiry"))
    actions.register_action(EXPORTED, _("Export an enquiry"), _("Enquiry exported"))
    actions.register_action(
        PURGED, _("Delete old enquiries"), _("Enquiries past their days deleted")
    )


def log_view(enquiry: Enquiry, user) -> None:
    log(instance=enquiry, action=VIEWED, user=user)


def log_note(enquiry: Enquiry, user) -> None:
    log(instance=enquiry, action=NOTED, user=user)


def log_export(enquiries: Iterable[Enquiry], user, file_format: str) -> None:
    """One entry for each enquiry that leaves the site."""
    for enquiry in enquiries:
        log(instance=enquiry, action=EXPORTED, user=user, data={"format": file_format})
