from django.core.management.base import BaseCommand
from wagtail.models import Page

from home.tasks import make_pictures


class Command(BaseCommand):
    help = (
        "Draw every size of every picture that public pages show and that is missing."
    )

    def handle(self, *args, verbosity, **options):
        pages = Page.objects.live().filter(depth__gt=1).values_list("pk", flat=True)
        total = len(pages)
        for number, page_id in enumerate(pages, start=1):
            make_pictures.call(page_id)
            if verbosity and (number % 25 == 0 or number == total):
                self.stdout.write(f"  {number:5}/{total}  pages")
