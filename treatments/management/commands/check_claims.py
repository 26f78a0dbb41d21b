"""Check what texts claim: `manage.py check_claims --stdin [--unproven]`."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from treatments.claims import check_text


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
    """Reads one text a line and prints one JSON object a line."""

    help = "Checks claims: one text a line in, one JSON object a line out."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--stdin", action="store_true", help="Read texts from standard input."
        )
        parser.add_argument(
            "--unproven",
            action="store_true",
            help="Take the texts as being about an unproven use.",
        )

    def handle(self, *args: object, **options: object) -> None:
        if not options["stdin"]:
            raise CommandError("Give the texts by --stdin.")
        for text in read_lines(sys.stdin.buffer):
            self.stdout.write(report(text, unproven=bool(options["unproven"])))
            self.stdout.flush()
