"""An answer of a register, in the words of our own fields."""

import re
from dataclasses import dataclass, field
from html import unescape

MOST_AUTHORS = 6
LONGEST_AUTHORS = 300


@dataclass(frozen=True)
class Record:
    """What one register says of a publication; empty where it says nothing."""

    register: str
    title: str = ""
    facts: dict[str, str | int] = field(default_factory=dict)
    retraction: str = ""


def known(**facts: str | int | None) -> dict[str, str | int]:
    """The facts that say something."""
    return {name: value for name, value in facts.items() if value}


def plain(text: str | None) -> str:
    """A text without the markup and entities that registers leave in it."""
    without_tags = re.sub(r"</?[a-z][^>]*>", "", text or "", flags=re.IGNORECASE)
    return " ".join(unescape(without_tags).split())


def initials(given: str) -> str:
    """The first letters of given names: "Jean-Luc B." is JLB."""
    return "".join(name[0] for name in re.findall(r"\w+", given)).upper()


def joined(authors: list[str]) -> str:
    """Names with commas between them; after six comes et al."""
    names = [name for name in authors if name]
    shown = names[:MOST_AUTHORS]
    while len(_with_others(shown, names)) > LONGEST_AUTHORS and len(shown) > 1:
        shown = shown[:-1]
    return _with_others(shown, names)


def _with_others(shown: list[str], names: list[str]) -> str:
    return ", ".join([*shown, "et al."] if len(shown) < len(names) else shown)


def journal_and_place(journal: str, volume: str, issue: str, pages: str) -> str:
    """Where an article stands: "Journal of Ferns 76(8):1436–1439"."""
    if not (journal and volume and pages):
        return journal
    issue = f"({issue})" if issue else ""
    return f"{journal} {volume}{issue}:{pages.replace('-', '–')}"
