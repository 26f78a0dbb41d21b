"""The practice's mark: a wagtail whose body and tail are a leaf."""

import re

from .pen import EVERGREEN, PAPER

# In a square of 64: the body with its eye and legs, the leaf with its midrib, its veins.
BODY = (
    "M63 19.8 L54.6 16.8 C53.4 11.8 49.6 8.8 45.2 8.8 C40.4 8.8 36.8 11.6 35.4 16 "
    "L34.8 18 C41 21.4 46.2 26.4 49.8 33.2 C41.6 37.4 30.8 38.6 21.4 35.8 "
    "C24.4 40.4 28.6 43.8 33.4 45.3 L32.3 55.8 L28.8 58 L36.6 58 L34.3 55.8 L35.4 45.8 "
    "C37 46 38.8 46 40.4 45.7 L41.3 55.8 L37.8 58 L45.6 58 L43.3 55.8 L42.5 45.2 "
    "C51 42 56.2 33.2 55 22.6 Z "
    "M47.2 14.7 A1.7 1.7 0 1 1 47.2 18.1 A1.7 1.7 0 1 1 47.2 14.7 Z"
)
LEAF = (
    "M1 9.6 C13 9.2 24.6 12.6 33.2 18.6 C39 22.4 43.8 27 47 32.4 "
    "C38.2 36 26.6 36 17.4 30.4 C8.8 25.2 3 18 1 9.6 Z "
    "M5.6 12.8 C15.6 21.4 28 28.2 43.4 31.4 C27 30.6 13.6 23.6 5.6 12.8 Z"
)
VEINS = (
    "M16.2 19.3 C16.8 17.4 16.9 15.8 16.5 13.4 C18.1 15.8 18.5 18 18.2 20.6 Z "
    "M24.2 23.8 C24.9 21.6 25 19.6 24.5 16.8 C26.4 19.6 26.9 22 26.4 24.9 Z "
    "M32.2 27.2 C32.9 25.2 33 23.6 32.6 21.2 C34.4 23.6 34.9 25.6 34.4 28 Z "
    "M17.8 24.6 C16 25.4 14.2 25.6 11.6 25.2 C14.4 27.2 17.2 27.4 20 25.9 Z "
    "M25.8 28.7 C24 29.8 22 30.3 19.4 30.2 C22.4 32 25.4 31.8 28.2 29.7 Z "
    "M34 31.3 C32.4 32.3 30.8 32.8 28.4 32.9 C31.2 34.2 33.8 33.8 36.4 31.8 Z"
)


def mark_group(colour, x=0.0, y=0.0, scale=1.0):
    """Return the mark as one path, placed and scaled."""
    moved = (x, y, scale) != (0, 0, 1)
    place = f' transform="translate({x:g} {y:g}) scale({scale:g})"' if moved else ""
    data = f"{BODY} {LEAF} {VEINS}"
    return f'<path fill="{colour}" fill-rule="evenodd"{place} d="{data}"/>'


def mark(colour="currentColor", ground=None, size=64, inset=0.0):
    """Return the mark as SVG, on a ground if one is given."""
    paper = f'<path fill="{ground}" d="M0 0h64v64H0z"/>' if ground else ""
    bird = mark_group(colour, inset, inset, (64 - 2 * inset) / 64)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" '
        f'width="{size}" height="{size}">{paper}{bird}</svg>\n'
    )


def icon():
    """Return the mark for 16 to 32 pixels, so short that a page can hold it.

    It has no veins, and two figures in each number.
    """
    text = re.sub(r"\d+\.\d+", lambda n: f"{float(n[0]):.2g}", f"{BODY} {LEAF}")
    text = re.sub(r"\s*([A-Z])\s*", r"\1", text).replace(" ", ",")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 66 66">'
        f'<path fill="{PAPER}" d="M-1-1h66v66h-66z"/>'
        f'<path fill="{EVERGREEN}" fill-rule="evenodd" d="{text}"/></svg>\n'
    )


def on_paper(size=512, inset=7.0):
    """Return the mark in evergreen on paper."""
    return mark(EVERGREEN, PAPER, size, inset)
