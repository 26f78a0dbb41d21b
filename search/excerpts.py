"""Shows in a text where the words of a query stand."""

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.words import plain, split, stem

# A word of a text, with its apostrophes and accents.
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’\u02bc\u0300-\u036f])*")
LEAST_BEGINNING = 3
# The summaries of a site have few words, over and over.
_plain = lru_cache(maxsize=5000)(plain)


def highlight(text: str, words: Iterable[str]) -> SafeString:
    """Return the text as HTML with the words of a query marked.

    A word counts that has the same stem as one of them, or begins with one of at
    least three letters; accents, capitals and apostrophes make no difference.
    """
    wanted = {word for words_of_one in words for word in split(words_of_one)}
    stems = {stem(word) for word in wanted}
    beginnings = tuple(word for word in wanted if len(word) >= LEAST_BEGINNING)
    parts, end = [], 0
    for match in _WORD.finditer(text):
        word = _plain(match.group())
        if stem(word) in stems or word.startswith(beginnings):
            marked = f"<mark>{escape(match.group())}</mark>"
            parts += [escape(text[end : match.start()]), marked]
            end = match.end()
    # Every part was escaped above; only our own tags stand between them.
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308
