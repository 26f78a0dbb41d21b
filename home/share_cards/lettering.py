"""Words set in the fonts of the cards: what they can draw, and in how many lines.

What reads fonts is imported where it is used: it takes 3 MB, and visitors need none.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONTS = Path(__file__).parent / "fonts"
REGULAR, BOLD = "Literata-400.ttf", "Literata-600.ttf"
ELLIPSIS = "…"


@cache
def font(name: str, size: int) -> "FreeTypeFont":
    """One of the two weights at a size in pixels."""
    from PIL import ImageFont

    return ImageFont.truetype(FONTS / name, size)


@cache
def coverage() -> frozenset[int]:
    """The characters that both weights can draw."""
    from fontTools.ttLib import TTFont

    maps = (TTFont(FONTS / name, lazy=True).getBestCmap() for name in (REGULAR, BOLD))
    return frozenset.intersection(*(frozenset(one) for one in maps))


def drawable(text: str) -> str:
    """The text as the fonts can draw it; "" where they lack one of its letters.

    Signs that carry no word, such as emoji, are left out.
    """
    drawn = []
    for sign in unicodedata.normalize("NFC", text):
        known = sign if ord(sign) in coverage() else unicodedata.normalize("NFKC", sign)
        kind = unicodedata.category(sign)
        if sign.isspace():
            drawn.append(" ")
        elif kind == "Cf":
            continue  # Directions and joiners are seen in no left-to-right line.
        elif all(ord(one) in coverage() for one in known):
            drawn.append(known)
        elif kind[0] in "LN" or kind == "Mc":
            return ""
    return " ".join("".join(drawn).split())


def wrap(text: str, face: "FreeTypeFont", width: int) -> list[str]:
    """The text in lines of at most so many pixels; a longer word is broken."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(joined) <= width:
            lines[-1] = joined
            continue
        *whole, rest = _broken(word, face, width)
        lines += [*whole, rest]
    return lines


def _broken(word: str, face: "FreeTypeFont", width: int) -> list[str]:
    parts = [""]
    for sign in word:
        if parts[-1] and face.getlength(parts[-1] + sign) > width:
            parts.append("")
        parts[-1] += sign
    return parts


def cut(lines: list[str], most: int, face: "FreeTypeFont", width: int) -> list:
    """The first lines, with an ellipsis where some are left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and face.getlength(last + ELLIPSIS) > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,;:–—") + ELLIPSIS]
