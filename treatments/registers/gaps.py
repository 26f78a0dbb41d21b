"""Puts what the registers know where an editor left a gap, and nowhere else."""

import re
from dataclasses import dataclass, field

from treatments.identifiers import KINDS
from treatments.models import Reference
from treatments.registers.records import Record

FILLED = ["authors", "source", "year", *KINDS]
# Below this share of common words, the identifier is probably another publication's.
LEAST_IN_COMMON = 0.5


@dataclass
class Change:
    """What became of one reference."""

    filled: dict[str, str | int] = field(default_factory=dict)
    retraction: str = ""
    other_title: str = ""
    twin: Reference | None = None

    @property
    def is_anything(self) -> bool:
        return bool(self.filled or self.retraction)


def fill_gaps(reference: Reference, records: list[Record]) -> Change:
    """Fill a reference from records, the first one first; nothing is saved.

    A register whose title is another one is not believed: the editor looks at it.
    """
    change = Change()
    for record in records:
        if not _in_common(reference.title, record.title):
            other = f"“{record.title}” ({record.register})"
            change.other_title = change.other_title or other
            continue
        for name in FILLED:
            if name in record.facts and not getattr(reference, name):
                _fill(reference, name, record.facts[name], change)
        if record.retraction and not reference.retracted:
            reference.retracted = True
            change.retraction = f"{record.retraction} ({record.register})"
    return change


def _fill(reference: Reference, name: str, value: str | int, change: Change) -> None:
    longest = reference._meta.get_field(name).max_length
    if longest and len(str(value)) > longest:
        return
    if name in KINDS:
        twin = Reference.objects.filter(**{name: value}).exclude(pk=reference.pk)
        change.twin = change.twin or twin.first()
        if twin.exists():
            return
    setattr(reference, name, value)
    change.filled[name] = value


def _in_common(ours: str, theirs: str) -> bool:
    have, said = (set(re.findall(r"\w+", text.casefold())) for text in (ours, theirs))
    smaller = min(len(have), len(said))
    return not smaller or len(have & said) / smaller >= LEAST_IN_COMMON
