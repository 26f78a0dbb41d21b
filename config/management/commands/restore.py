"""Brings back what `manage.py backup` put into a file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config.backups.archive import BrokenBackup
from config.backups.databases import CannotBeDone
from config.backups.progress import Progress
from config.backups.restoring import is_anything_here, put_back, try_out, unpacked


class Command(BaseCommand):
    """Changes nothing before the whole file was read and found in order."""

    help = "Bring back database and media from a file that `backup` made."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--check",
            action="store_true",
            help="Restore into a temporary place only, and say whether all is there.",
        )
        parser.add_argument(
            "--replace",
            action="store_true",
            help="Replace what is there now; it is kept in a folder beside.",
        )

    def handle(self, *, file: Path, check: bool, replace: bool, **options) -> None:
        if not check and not replace and is_anything_here():
            raise CommandError(
                "There is a database or there are media already; nothing was changed. "
                "With --replace they are moved aside first."
            )
        progress = Progress(self.stdout)
        try:
            with unpacked(file, progress.tell) as (folder, manifest):
                progress.end()
                if check:
                    try_out(folder, manifest)
                    self._praise(file, manifest)
                else:
                    self._report(put_back(folder), manifest)
        except (BrokenBackup, CannotBeDone, OSError) as error:
            raise CommandError(f"{file} cannot be restored. {error}") from error

    def _praise(self, file, manifest) -> None:
        rows = sum(manifest.rows.values())
        files = len(manifest.files)
        self.stdout.write(
            f"{file} of {manifest.made} can be restored: {files} files and {rows} rows "
            "are as they were put in. Nothing was changed."
        )

    def _report(self, aside, manifest) -> None:
        self.stdout.write(f"The practice is as it was at {manifest.made}.")
        self.stdout.write(f"What was here before is in {aside}.")
        self.stdout.write("Now run: make migrate, then start the site again.")
