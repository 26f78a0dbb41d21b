"""Sends the newsletters whose time has come."""

from django.core.management.base import BaseCommand

from contact.newsletters.sending import send_due


class Command(BaseCommand):
    """Runs each minute in the worker; safe to repeat."""

    help = "Queue each newsletter that is due for all subscribers."

    def handle(self, **options) -> None:
        send_due()
