"""What schema.org knows: types, properties, values; read from vocabulary.tsv."""

from functools import cached_property
from pathlib import Path

TABLE = Path(__file__).with_name("vocabulary.tsv")


class Vocabulary:
    """The types, the properties with where they belong, and the members of lists."""

    def __init__(self, table: Path = TABLE) -> None:
        self.version = ""
        self.parents: dict[str, list[str]] = {}
        self.domains: dict[str, set[str]] = {}
        self.ranges: dict[str, set[str]] = {}
        self.members: dict[str, set[str]] = {}
        self.superseded: dict[str, str] = {}
        for line in table.read_text().splitlines():
            kind, name, *rest = line.split("\t")
            getattr(self, f"_take_{kind}")(name, *rest)

    def _take_version(self, name: str) -> None:
        self.version = name

    def _take_type(self, name: str, parents: str = "", successor: str = "") -> None:
        self.parents[name] = parents.split()
        self._take_successor(name, successor)

    def _take_property(
        self, name: str, domains: str = "", ranges: str = "", successor: str = ""
    ) -> None:
        self.domains[name] = set(domains.split())
        self.ranges[name] = set(ranges.split())
        self._take_successor(name, successor)

    def _take_members(self, name: str, members: str = "") -> None:
        self.members[name] = set(members.split())

    def _take_successor(self, name: str, successor: str) -> None:
        if successor:
            self.superseded[name] = successor

    def lineage(self, kind: str) -> set[str]:
        """A type and everything that it is besides."""
        if kind not in self._lineages:
            above = (self.lineage(parent) for parent in self.parents.get(kind, []))
            self._lineages[kind] = {kind}.union(*above)
        return self._lineages[kind]

    @cached_property
    def _lineages(self) -> dict[str, set[str]]:
        return {}

    def members_of(self, kind: str) -> set[str]:
        """The members of an enumeration and of those below it."""
        below = (name for name in self.members if kind in self.lineage(name))
        return set().union(*(self.members[name] for name in below))

    def may_have(self, kinds: list[str], name: str) -> bool:
        """Whether a thing of these types may have this property."""
        own = set().union(*(self.lineage(kind) for kind in kinds))
        return bool(own & self.domains[name])
