from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.models import Site

from treatments.digest import send_digest


class Command(BaseCommand):
    help = "Mail reviewers and owners what needs a review; at most once a week."

    def handle(self, *args, **options):
        today = timezone.localdate()
        for site in Site.objects.all():
            people = send_digest(site, today)
            self.stdout.write(f"{site}: sent to {people}")
