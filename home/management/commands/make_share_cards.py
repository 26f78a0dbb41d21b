from django.core.management.base import BaseCommand
from wagtail.models import Page

from home.share_cards.keeping import renew_all


class Command(BaseCommand):
    help = "Draw the share card of every public page that has none, or an old one."

    def handle(self, *args, verbosity, **options):
        pages = Page.objects.live().filter(depth__gt=1).specific()
        total, drawn = pages.count(), 0
        for number, (_page, is_new) in enumerate(
            renew_all(pages.iterator(chunk_size=100)), start=1
        ):
            drawn += is_new
            if verbosity and (number % 25 == 0 or number == total):
                self.stdout.write(f"  {number:5}/{total}  share cards")
        if verbosity:
            self.stdout.write(f"Share cards drawn: {drawn}; the others are up to date.")
