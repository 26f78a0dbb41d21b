import logging

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config.demo.accounts import (
    account_lines,
    create_accounts,
    read_passwords,
    tie_reviewer,
)
from config.demo.desk import load_enquiries, load_subscribers
from config.demo.loader import DemoLoader
from config.first_pages import default_site, serve_at
from home.models import HomePage
from home.tasks import make_pictures


class Command(BaseCommand):
    help = "Fill an empty database with the demo practice; safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument(
            "--addresses",
            action="store_true",
            help="Only print the addresses and passwords.",
        )

    def handle(self, *args, addresses, **options):
        if not addresses:
            self._load_once()
        self._print_addresses()

    def _load_once(self):
        if not HomePage.objects.exists():
            self._load()
        elif read_passwords():
            self.stdout.write("The demo practice is loaded already; it stays as it is.")
        else:
            raise CommandError(
                "This database already holds a practice, and it is not the demo: "
                "nothing was changed. Set DATA_DIR to an empty folder and try again."
            )
        serve_at(default_site(), settings.SITE_URL)

    def _load(self):
        # Two lines a page from the audit log would bury the progress.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        with transaction.atomic():
            users = create_accounts()
            loader = DemoLoader(default_site(), users)
            self.stdout.write("Loading the demo practice:")
            for step, word in enumerate(loader.load(), start=1):
                self._show_progress(step, loader.total, word)
            tie_reviewer(users)
            load_enquiries(default_site(), users["frontdesk"])
            load_subscribers(default_site())
        self.stdout.write("Indexing for search …")
        call_command("update_index", verbosity=0)
        self.stdout.write(
            "Making the home page's pictures; the worker makes the rest …"
        )
        make_pictures.call(default_site().root_page_id)
        if settings.MAKE_PICTURES_AT_PUBLISH:
            call_command("make_share_cards", stdout=self.stdout)
        self.stdout.write("The demo practice is loaded.")

    def _show_progress(self, step, total, word):
        # A terminal redraws one line; a log gets every tenth.
        if self.stdout.isatty():
            self.stdout.write(f"\r  {step:3}/{total}  {word:60.60}", ending="")
            if step == total:
                self.stdout.write("")
        elif step % 10 == 0 or step == total:
            self.stdout.write(f"  {step:3}/{total}  {word}")

    def _print_addresses(self):
        self.stdout.write(f"\n  The site:    {settings.SITE_URL}/")
        self.stdout.write(f"  The editor:  {settings.SITE_URL}/admin/\n\n")
        self.stdout.write("  Group              Username  Password")
        for line in account_lines():
            self.stdout.write(f"  {line}")
