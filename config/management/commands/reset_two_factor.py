from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from config.signing_in.people import unblock
from config.signing_in.record import record
from config.signing_in.two_factor import remove_second_step


class Command(BaseCommand):
    """Lets somebody in again who lost both phone and recovery codes."""

    help = "Reset the two-factor sign-in of one account, and unblock it."

    def add_arguments(self, parser) -> None:
        parser.add_argument("username")

    def handle(self, *, username: str, **options) -> None:
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no account {username!r}.")
        remove_second_step(user)
        unblock(user)
        record(user, "two_factor_reset", by=None)
        self.stdout.write("The next sign-in needs the password only.")
