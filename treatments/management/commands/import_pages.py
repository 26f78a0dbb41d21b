"""Makes pages from a file with one JSON record a line."""

import json
import logging
import lzma
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from home.together import together
from treatments.importing import PAGE_TYPES, FirstLines, Importer
from treatments.models import (
    ConditionIndexPage,
    PublishedClaim,
    TreatmentIndexPage,
    TreatmentPage,
)
from treatments.models.claims import Severity
from treatments.records import BadRecordError, Imported, read_record

CHUNK = 50  # lines that are saved in one transaction
MOST_NOTES = 500  # different ones that are counted one by one
# Notes that are about one page; the others befall many alike.
TOLD_AT_ONCE = ("section", "title", "heading", "address", "source", "draft")
PARENTS = {
    "condition": (ConditionIndexPage,),
    "treatment": (TreatmentIndexPage, TreatmentPage),
}


class Command(BaseCommand):
    """A line is {"id", "title", "synonyms", "sections": [{"heading", "text"}], …}."""

    help = "Make or change pages from a file with one JSON record a line."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="A .jsonl or .jsonl.xz file.")
        parser.add_argument("--type", required=True, choices=sorted(PAGE_TYPES))
        parser.add_argument(
            "--parent",
            required=True,
            metavar="SLUG",
            help="The page to put them below.",
        )
        parser.add_argument(
            "--publish", action="store_true", help="Without it they are drafts."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Only report; save nothing."
        )

    def handle(self, *args, file, type, parent, publish, dry_run, **options):
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        importer = Importer(_parent(parent, type), type, publish=publish)
        self.results: Counter = Counter()
        self.notes: Counter = Counter()
        lines = _lines(file)
        with closing(FirstLines()) as self.told:
            while chunk := list(islice(lines, CHUNK)):
                with together():
                    for number, line, share in chunk:
                        self._take(importer, number, line, dry_run=dry_run)
                        self._show_progress(number, share)
        self._report(dry_run=dry_run)
        if publish and not dry_run:
            self._tell_claims(importer.parent)

    def _take(self, importer, number, line, *, dry_run):
        try:
            record = self._read(importer, number, line)
            result = "read" if dry_run else importer.save(record)
        except (ValueError, ValidationError) as error:
            result, reason = (
                "skipped",
                " ".join(getattr(error, "messages", [str(error)])),
            )
            self.stdout.write(f"\nline {number}: skipped, {reason}")
        else:
            for note in record.notes:
                self._note(record.slug, note)
        self.results[result] += 1

    def _read(self, importer, number, line) -> Imported:
        try:
            record = read_record(json.loads(line), importer.page_type)
        except UnicodeDecodeError as error:
            raise BadRecordError("it is not written in UTF-8") from error
        except json.JSONDecodeError as error:
            raise BadRecordError(
                f"it is no JSON: {error.msg} at sign {error.pos + 1}"
            ) from error
        earlier = self.told.of(record.slug, number)
        if earlier != number:
            raise BadRecordError(f"its id is that of line {earlier}: {record.slug}")
        return record

    def _note(self, slug, note):
        # What befalls each line alike would bury the rest: it is counted at the end.
        is_counted = note in self.notes or len(self.notes) < MOST_NOTES
        self.notes[note if is_counted else "and more of such"] += 1
        if note.startswith(TOLD_AT_ONCE):
            self.stdout.write(f"\n{slug}: {note}")

    def _show_progress(self, number, share):
        if self.stdout.isatty():
            bar = "█" * int(share * 30)
            self.stdout.write(f"\r  {bar:30} {share:4.0%}  {number} lines", ending="")
        elif number % 500 == 0:
            self.stdout.write(f"  {share:4.0%}  {number} lines")

    def _report(self, *, dry_run):
        self.stdout.write("\nNothing was saved." if dry_run else "\nDone.")
        for result, count in self.results.most_common():
            self.stdout.write(f"  {count:6} {result}")
        for note, count in self.notes.most_common():
            self.stdout.write(f"  {count:6} × {note}")

    def _tell_claims(self, parent):
        """Words of a source are published as they are; the owner is told of claims."""
        claims = PublishedClaim.objects.to_fix().filter(
            page__path__startswith=parent.path, severity=Severity.ERROR
        )
        if count := claims.order_by().values("page").distinct().count():
            self.stdout.write(
                f"{count} public pages below {parent.title!r} state what the claims "
                "check objects to: see the report “Claims” in the editor."
            )


def _parent(slug: str, page_type: str) -> Page:
    pages = [page.specific for page in Page.objects.filter(slug=slug)]
    fitting = [page for page in pages if isinstance(page, PARENTS[page_type])]
    if not fitting:
        raise CommandError(
            f"No page {slug!r} is there under which {page_type} pages may stand."
        )
    return fitting[0]


def _lines(path: Path) -> Iterator[tuple[int, bytes, float]]:
    """Number, text and share of the file, line by line: memory stays flat."""
    number = 0
    try:
        size = path.stat().st_size or 1
        with path.open("rb") as raw:
            unpack = lzma.open if path.suffix == ".xz" else _as_it_is
            with unpack(raw) as lines:
                for number, line in enumerate(lines, start=1):
                    if line.strip():
                        yield number, line, min(raw.tell() / size, 1)
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise CommandError(
            f"{path} cannot be read after line {number}: {error}"
        ) from error


def _as_it_is(raw):
    return raw
