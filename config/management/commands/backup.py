"""Puts the practice's database and media into one file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config.backups.databases import CannotBeDone
from config.backups.making import make_backup
from config.backups.progress import Progress


class Command(BaseCommand):
    """May run while the site is in use; writes over nothing."""

    help = "Put database and media into one new file, such as practice.tar.gz."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options) -> None:
        if file.exists():
            raise CommandError(f"{file} is there already; nothing was changed.")
        progress = Progress(self.stdout)
        try:
            for name, number, total in make_backup(file.absolute()):
                progress.tell(name, number, total)
        except (CannotBeDone, OSError) as error:
            raise CommandError(f"No backup was made. {error}") from error
        progress.end()
        size = file.stat().st_size / 1_000_000
        self.stdout.write(f"{file} holds everything but .env: {size:.1f} MB.")
        self.stdout.write(f"Try it out: manage.py restore {file} --check")
