"""Text as plain lower-case characters, each in its place."""

import unicodedata
from functools import lru_cache

# Typographic signs for plain ones, each one character for one.
PLAIN = {
    sign: plain
    for plain, signs in {
        "'": "\u2018\u2019\u02bc\u0060\u00b4\u2032",
        '"': "\u201c\u201d\u201e\u00ab\u00bb\u2033",
        "-": "\u2010\u2011\u2012\u2013\u2212",
        "—": "\u2014\u2015",
        ".": "\u2026",
    }.items()
    for sign in signs
}


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    """Fold a character to one plain lower-case character."""
    if sign in PLAIN:
        return PLAIN[sign]
    # A trademark sign or a ligature is no letter of the word before it.
    if unicodedata.category(sign)[0] in "SC":
        return sign
    base = unicodedata.normalize("NFKD", sign)[:1].lower()
    return base if len(base) == 1 else sign


def fold(text: str) -> str:
    """Fold case, accents and typography; the length stays the same."""
    if text.isascii():
        return text.lower()
    return "".join(map(_folded, text))
