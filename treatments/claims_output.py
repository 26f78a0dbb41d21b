"""The claims of a site as a table, as CSV and as JSON."""

import csv
import json
from collections.abc import Iterable
from typing import TextIO

from treatments.models import PublishedClaim

COLUMNS = [
    "page",
    "address",
    "where",
    "quote",
    "sentence",
    "severity",
    "overridden",
    "rule",
    "reason",
    "source",
    "rewrite",
]
WIDTHS = {"severity": 8, "page": 32, "where": 24, "quote": 48, "rule": 20}


def as_row(claim: PublishedClaim) -> dict[str, str | bool]:
    """A claim with the names of COLUMNS."""
    return {
        "page": claim.page.title,
        "address": claim.page.full_url or "",
        "where": claim.where,
        "quote": claim.quote,
        "sentence": claim.sentence,
        "severity": claim.severity,
        "overridden": claim.is_overridden,
        "rule": claim.rule,
        "reason": claim.reason,
        "source": claim.source,
        "rewrite": claim.rewrite,
    }


def write_table(claims: Iterable[PublishedClaim], output: TextIO) -> None:
    """A line for each claim, cut to fit; the other formats have all of it."""
    output.write(_line({name: name.upper() for name in WIDTHS}))
    for claim in claims:
        row = as_row(claim)
        if claim.is_overridden:
            row["severity"] = f"({claim.severity})"
        output.write(_line(row))


def write_csv(claims: Iterable[PublishedClaim], output: TextIO) -> None:
    """The columns of COLUMNS under their names."""
    table = csv.DictWriter(output, COLUMNS)
    table.writeheader()
    table.writerows(map(as_row, claims))


def write_json(claims: Iterable[PublishedClaim], output: TextIO) -> None:
    """A list of objects with the names of COLUMNS."""
    rows = [as_row(claim) for claim in claims]
    output.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


FORMATS = {"table": write_table, "csv": write_csv, "json": write_json}


def _line(row: dict) -> str:
    cells = (_cut(str(row[name]), width) for name, width in WIDTHS.items())
    return "  ".join(cells).rstrip() + "\n"


def _cut(text: str, width: int) -> str:
    return (text if len(text) <= width else f"{text[: width - 1]}…").ljust(width)
