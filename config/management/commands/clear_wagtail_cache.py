"""Throws out every kept page, as after a restored backup."""

from django.core.management.base import BaseCommand

from config.page_cache.clearing import clear_pages


class Command(BaseCommand):
    """Clears the page cache of all workers."""

    help = "Throw out all kept pages, on every worker at once."

    def handle(self, **options) -> None:
        clear_pages()
        self.stdout.write("Every page will be made anew.")
