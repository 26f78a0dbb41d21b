"""Forgets what was searched so rarely that it may say who searched."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.models import SearchCount


class Command(BaseCommand):
    """Deletes rare and old counts of searches; the worker runs it once a day."""

    help = "Forget rare and old searches."

    def handle(self, **options) -> None:
        gone = SearchCount.objects.forget(timezone.localdate())
        self.stdout.write(f"Forgotten: {gone}")
