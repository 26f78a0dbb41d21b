"""The words of a text as a reader meets them, without its layout."""

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

# Where words stand, and the words: ("body/2/benefits_and_risks/risks", "Bruising").
# The place tells a risk from a benefit, which print their headings beside it.
PlacedWords = tuple[str, str]

ATTRIBUTES = r'(?:\s+[\w-]+="[^"]*")*\s*/?>'
# Stands within a word: "in<b>effective</b>" is read as one.
INLINE_TAG = re.compile(r"</?(?:a|b|em|i|strong|sub|sup)" + ATTRIBUTES)
# Any other tag of a text parts words; "p < 0.05" in a plain line is none.
PARTING_TAG = re.compile(r"</?(?:br|div|embed|h[1-6]|hr|li|ol|p|ul)" + ATTRIBUTES)
# What stands for itself in a text, such as a citation: known by its key. No text of
# the database can hold the sign before it.
EMBED = re.compile(r'<embed\b[^>]*\bid="([0-9]+)"[^>]*>')
# Keys of stored blocks whose strings nobody reads.
UNREAD_KEYS = {"id", "type"}


def read_words(
    place: str, value: object, rich: Collection[str] = (), *, is_rich: bool = False
) -> Iterator[PlacedWords]:
    """Every string a reader meets in a value of a field or of a stored block.

    Numbers count as well: among them are the keys of pictures and pages. `rich` are
    the keys that hold text with tags; anywhere else a tag is words like others.
    """
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in UNREAD_KEYS:
                yield from read_words(f"{place}/{key}", part, rich, is_rich=key in rich)
    elif isinstance(value, list | tuple):
        if value:
            yield place, str(len(value))
        for number, part in enumerate(value):
            part = _without_wrapping(part)
            yield from read_words(f"{place}/{number}", part, rich, is_rich=is_rich)
    elif value:
        yield place, (plain if is_rich else spaced)(str(value))


def _without_wrapping(part: object) -> object:
    # Wagtail wraps the entries of a list block, but not in bodies made elsewhere.
    if isinstance(part, dict) and part.get("type") == "item":
        return part["value"]
    return part


def plain(text: str) -> str:
    """A text without tags, with one space between its words, in one Unicode form."""
    text = INLINE_TAG.sub("", EMBED.sub("\0\\1 ", text))
    return spaced(html.unescape(PARTING_TAG.sub(" ", text)))


def spaced(text: str) -> str:
    """A text with one space between its words, in one Unicode form."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def fingerprint(words: Iterable[PlacedWords]) -> str:
    """64 hexadecimal digits that change when any word or its place does (SHA-256)."""
    return hashlib.sha256(json.dumps(list(words)).encode()).hexdigest()
