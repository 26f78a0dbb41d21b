"""Check what texts claim: the whole site, or `--stdin [--unproven]`."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from time import perf_counter
from typing import BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from treatments.claims import check_text
from treatments.claims.rules import ERROR, WARNING
from treatments.claims_output import FORMATS
from treatments.claims_record import records_of
from treatments.claims_survey import count_pages, survey
from treatments.models import PublishedClaim

FAILING = {"error": {ERROR}, "warning": {ERROR, WARNING}, "never": set()}


def read_lines(stream: BinaryIO) -> Iterator[str]:
    """Give the lines of a stream of bytes; what is no UTF-8 is replaced."""
    for line in stream:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def report(text: str, *, unproven: bool) -> str:
    """Give the findings in a text as one line of JSON."""
    findings = [
        {name: _plain(value) for name, value in asdict(finding).items()}
        for finding in check_text(text, unproven=unproven)
    ]
    return json.dumps({"text": text, "findings": findings}, ensure_ascii=False)


def _plain(value: object) -> object:
    """Turn a translatable text into a string."""
    return value if isinstance(value, int) else str(value)


class Command(BaseCommand):
    """Checks all published pages, or reads one text a line and prints JSON."""

    help = (
        "Checks the claims of all published pages, and keeps what it finds for the "
        "report in the editor. Exit code 1 if a claim is found that --fail-on names "
        "and nobody has overridden."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=FORMATS, default="table")
        parser.add_argument(
            "--fail-on",
            choices=FAILING,
            default="error",
            help="What makes the exit code 1 (default: error).",
        )
        parser.add_argument(
            "--processes", type=int, default=0, help="Default: one for each core."
        )
        parser.add_argument(
            "--times",
            type=int,
            default=1,
            help="Check each page so often, to measure; nothing is kept then.",
        )
        parser.add_argument(
            "--stdin",
            action="store_true",
            help="Check texts from standard input instead: one a line, JSON out.",
        )
        parser.add_argument(
            "--unproven",
            action="store_true",
            help="With --stdin: take the texts as being about an unproven use.",
        )

    def handle(self, *args: object, **options) -> None:
        if options["stdin"]:
            self._check_lines(unproven=options["unproven"])
        elif options["unproven"]:
            raise CommandError(
                "--unproven goes with --stdin; pages know it themselves."
            )
        else:
            self._check_site(**options)

    def _check_lines(self, *, unproven: bool) -> None:
        for text in read_lines(sys.stdin.buffer):
            self.stdout.write(report(text, unproven=unproven))
            self.stdout.flush()

    def _check_site(self, *, times: int, verbosity: int, **options) -> None:
        total, started = count_pages() * times, perf_counter()
        found: list[PublishedClaim] = []
        pages = survey(options["processes"], times)
        for number, checked in enumerate(pages, start=1):
            for record in records_of(checked.page, checked.claims):
                record.page = checked.page
                found.append(record)
            if verbosity and (number % 50 == 0 or number == total):
                seconds = perf_counter() - started
                self.stderr.write(
                    f"Checked {number} of {total} pages in {seconds:.1f} s"
                )
        if times == 1:
            self._keep(found)
        if verbosity:
            FORMATS[options["format"]](found, self.stdout)
        self._judge(found, options["fail_on"])

    def _keep(self, found: list[PublishedClaim]) -> None:
        """Put what was found in the place of what was found before."""
        with transaction.atomic():
            PublishedClaim.objects.all().delete()
            PublishedClaim.objects.bulk_create(found, batch_size=500)

    def _judge(self, found: list[PublishedClaim], fail_on: str) -> None:
        """Raise CommandError, and so exit with 1, if any of these must not stand."""
        failing = [
            claim
            for claim in found
            if claim.severity in FAILING[fail_on] and not claim.is_overridden
        ]
        if failing:
            raise CommandError(f"{len(failing)} claims must not stand.")
