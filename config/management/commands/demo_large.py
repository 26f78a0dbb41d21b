import logging
from itertools import islice

from django.core.management.base import BaseCommand, CommandError

from config.demo.accounts import read_passwords
from config.demo.large import LargeFilling
from config.first_pages import default_site
from home.together import together

MOST = 13_000  # as many names as the words make
CHUNK = 50  # pages that are saved in one transaction


class Command(BaseCommand):
    help = "Fill the demo practice up with pages made of words; safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument("--pages", type=int, default=10_000)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args, pages, seed, **options):
        if not read_passwords():
            raise CommandError(
                "This database does not hold the demo practice: nothing was changed. "
                "Start with make demo."
            )
        if not 20 <= pages <= MOST:
            raise CommandError(f"--pages is a number from 20 to {MOST}.")
        # Two lines a page from the audit log would bury the progress.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        filling = LargeFilling(default_site().root_page, pages, seed)
        self.stdout.write(f"Filling the demo practice up with {filling.total} pages:")
        steps, done = filling.fill(), 0
        while done < filling.total:
            with together():
                done += len(list(islice(steps, CHUNK)))
            self._show_progress(done, filling.total)
        self.stdout.write("They are there.")

    def _show_progress(self, done, total):
        if self.stdout.isatty():
            bar = "█" * (done * 30 // total)
            end = "\n" if done == total else ""
            self.stdout.write(f"\r  {bar:30} {done:6}/{total}", ending=end)
        elif done % 500 == 0 or done == total:
            self.stdout.write(f"  {done:6}/{total}")
