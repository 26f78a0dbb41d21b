from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.first_pages import default_site, make_first_pages, serve_at
from home.models import HomePage


class Command(BaseCommand):
    help = "Make the first pages of a new practice in an empty database."

    def add_arguments(self, parser):
        parser.add_argument("name", help='The name of the practice, in "quotes".')

    def handle(self, *args, name, **options):
        if HomePage.objects.exists():
            raise CommandError(
                "This database already holds a practice: nothing was changed."
            )
        site = default_site()
        make_first_pages(site, name)
        serve_at(site, settings.SITE_URL)
        self.stdout.write(
            f"{name} has its first pages at {settings.SITE_URL}/\n"
            "Next: manage.py createsuperuser, then sign in at "
            f"{settings.SITE_URL}/admin/"
        )
