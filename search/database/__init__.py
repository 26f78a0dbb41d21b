"""Full-text search in the site's own database: one interface, an engine for each.

Terms are stems, and a group is a list of terms that mean the same, where a term may be
several stems in a row ("heart attack"). No text of a visitor gets here unsplit.
"""

from dataclasses import dataclass
from typing import Protocol

from django.db import connection

from search.database.postgresql import PostgresqlEngine
from search.database.sqlite import SqliteEngine

Group = list[tuple[str, ...]]


@dataclass(frozen=True)
class Quorum:
    """Groups with their weights, and the smallest sets of them that suffice."""

    groups: list[Group]
    weights: list[float]
    sets: list[list[int]]


class Engine(Protocol):
    """What a database has to be able to do."""

    def find_texts(
        self, quorum: Quorum, most_ranked: int, limit: int
    ) -> list[tuple[int, float]]:
        """Page and relevance (greater is better) of the pages that meet a quorum.

        Of more than `most_ranked` pages any so many are looked at, and no others.
        """

    def find_names(self, keys: list[str], terms: list[str], limit: int) -> list[tuple]:
        """Rows (page, kind, name, key, stems) of names with a key, or with a stem."""

    def find_alike(self, text: str, limit: int) -> list[tuple]:
        """The same of names that share most groups of three letters with a text."""

    def find_beginning(self, text: str, limit: int) -> list[tuple]:
        """The same of names that begin with a key, or have a word that does."""


def engine() -> Engine:
    """The engine of the database in use."""
    return PostgresqlEngine() if connection.vendor == "postgresql" else SqliteEngine()
