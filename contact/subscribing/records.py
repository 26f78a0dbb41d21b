"""Who looked at subscribers, exported or imported them: entries of the audit log.

An entry names a subscriber by number and holds no address.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Site

from contact.models.newsletters import Newsletter
from contact.models.subscribers import Subscriber
from home.models import PracticeSettings

VIEWED = "contact.subscriber.viewed"
EXPORTED = "contact.subscribers.exported"
IMPORTED = "contact.subscribers.imported"
SCHEDULED = "contact.newsletter.scheduled"
WITHDRAWN = "contact.newsletter.withdrawn"


def register_subscriber_actions(actions) -> None:
    """Make the entries known to Wagtail's log."""
    actions.register_action(VIEWED, _("View a subscriber"), _("Subscriber viewed"))
    actions.register_action(
        EXPORTED, _("Export subscribers"), _("Subscribers exported")
    )
    actions.register_action(
        IMPORTED, _("Import subscribers"), _("Subscribers imported")
    )
    actions.register_action(
        SCHEDULED, _("Schedule a newsletter"), _("Newsletter scheduled")
    )
    actions.register_action(
        WITHDRAWN, _("Withdraw a newsletter"), _("Newsletter withdrawn")
    )


def log_view(subscriber: Subscriber, user) -> None:
    log(instance=subscriber, action=VIEWED, user=user)


def log_export(site: Site, user, file_format: str, number: int) -> None:
    """One entry for the file, with how many left the site in it."""
    data = {"format": file_format, "number": number}
    log(PracticeSettings.for_site(site), EXPORTED, user=user, data=data)


def log_import(site: Site, user, **numbers: int) -> None:
    """One entry for the file, with how many were taken and how many were not."""
    log(PracticeSettings.for_site(site), IMPORTED, user=user, data=numbers)


def log_schedule(newsletter: Newsletter, user) -> None:
    data = {"send_at": newsletter.send_at.isoformat()}
    log(instance=newsletter, action=SCHEDULED, user=user, data=data)


def log_withdrawal(newsletter: Newsletter, user) -> None:
    log(instance=newsletter, action=WITHDRAWN, user=user)
