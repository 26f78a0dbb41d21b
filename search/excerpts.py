"""Shows in a summary where the words of a query stand."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def highlight(text: str, words: list[str]) -> SafeString:
    """Return the text as HTML with each word that begins like a query word marked."""
    if not words:
        return escape(text)
    beginnings = "|".join(re.escape(word) for word in sorted(words, key=len)[::-1])
    pattern = re.compile(rf"\b({beginnings})\w*", re.IGNORECASE)
    parts, end = [], 0
    for match in pattern.finditer(text):
        parts += [escape(text[end : match.start()])]
        parts += [f"<mark>{escape(match.group())}</mark>"]
        end = match.end()
    # Every part was escaped above; only our own tags stand between them.
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308
