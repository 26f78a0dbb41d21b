"""What all six portraits share."""

from .cells import ring
from .pen import PAPER, Sheet

GREY, SILVER, PENCIL = "#C9CCC6", "#E3E3DC", "#8F948D"


HEAD = {"angle": 0, "scale": 1.2}


def paper(name, tint):
    """Return a square sheet with a loose disc of wash behind the head."""
    s = Sheet(name, 900, 900)
    s.pen = 1.15
    s.wash(ring(s, (450, 450), 474, 0.006, 16), tint)
    return s


def collar(s, tint=PAPER, width=3.2):
    """Draw the two points of a shirt collar."""
    s.shape("-94,200! -64,246 -8,296! -50,322 -110,240", tint, width)
    s.shape("82,206! 62,248 16,296! 52,326 98,244", tint, width)
