from django.core.management.base import BaseCommand

from config.signing_in.guesses import forget_old_guesses


class Command(BaseCommand):
    """Deletes counts of guesses whose time is over."""

    help = "Delete counts of sign-in guesses that count no more."

    def handle(self, **options) -> None:
        self.stdout.write(f"{forget_old_guesses()} old counts deleted.")
