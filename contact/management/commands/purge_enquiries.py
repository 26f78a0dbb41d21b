"""Deletes what the practice has no reason to keep any longer."""

import logging
from datetime import timedelta

from django.core.management.base import BaseCommand
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Site

from contact.enquiries.records import PURGED
from contact.models import Enquiry, OutgoingMail, SubscriptionRequest
from home.models import PracticeSettings

logger = logging.getLogger(__name__)

# Until then the row keeps the same mail from being queued again.
MAIL_IS_KEPT = timedelta(days=30)


class Command(BaseCommand):
    """Runs once a day in the worker."""

    help = "Delete enquiries past their days, unconfirmed requests and sent mail."

    def handle(self, **options) -> None:
        for site in Site.objects.all():
            self._purge(site)
        if number := SubscriptionRequest.objects.forget_old():
            logger.info("Deleted %d requests for updates that nobody confirmed", number)
        OutgoingMail.objects.forget(before=timezone.now() - MAIL_IS_KEPT)

    def _purge(self, site: Site) -> None:
        practice = PracticeSettings.for_site(site)
        last = timezone.now() - timedelta(days=practice.retention_days)
        mine = Q(site=site)
        if site.is_default_site:
            # Those of a site that is no more.
            mine |= Q(site=None)
        old = Enquiry.objects.filter(mine, received__lt=last)
        number = old.count()
        if not number:
            return
        old.delete()
        logger.info(
            "Deleted %d enquiries after %d days", number, practice.retention_days
        )
        log(instance=practice, action=PURGED, data={"number": number})
        self.stdout.write(f"{site}: deleted {number}")
