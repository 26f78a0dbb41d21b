"""Writes the index of the site's own search anew."""

from django.core.management.base import BaseCommand

from search.index import rebuild


class Command(BaseCommand):
    """Safe at any time: visitors search the old index until the new one is whole."""

    help = "Write the search index anew from all public pages."

    def handle(self, **options) -> None:
        done = 0
        for done, total in rebuild():
            if self.stdout.isatty():
                self.stdout.write(f"\r  {done:6}/{total} pages", ending="")
            elif done % 1000 == 0:
                self.stdout.write(f"  {done:6}/{total} pages")
        self.stdout.write(f"\nThe search index holds the words of {done} pages.")
