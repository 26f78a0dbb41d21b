"""Draws the pictures of the demo practice: python draw.py [name …]."""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import drawing
from drawing.mark import icon, mark, on_paper
from drawing.raster import rasterise

PICTURES = Path(__file__).parent / "pictures"
ICONS = Path(__file__).parents[2] / "static" / "icons"


def collect():
    """Return every picture's drawing function by its name."""
    found = {}
    for room in iter_modules(drawing.__path__):
        found |= getattr(import_module(f"drawing.{room.name}"), "PICTURES", {})
    return found


def draw_pictures(wanted):
    """Write the SVG and the raster of the named pictures, or of all."""
    jobs = []
    for name, draw in collect().items():
        if wanted and name not in wanted:
            continue
        sheet = draw(name)
        text = sheet.svg()
        (PICTURES / f"{name}.svg").write_text(text)
        jobs.append((text, sheet.width, sheet.height, PICTURES / f"{name}.png"))
    return jobs


def draw_mark():
    """Write the mark as a picture and as the site's icons."""
    (PICTURES / "mark.svg").write_text(on_paper())
    (ICONS / "mark.svg").write_text(mark())
    (ICONS / "favicon.svg").write_text(icon())
    return [
        (on_paper(), 512, 512, PICTURES / "mark.png"),
        (on_paper(180, 8), 180, 180, ICONS / "apple-touch-icon.png"),
        (icon(), 32, 32, ICONS / "favicon.ico"),
    ]


def main(wanted):
    """Draw the named pictures (the mark is "mark"), or all of them."""
    jobs = draw_pictures(wanted)
    if not wanted or "mark" in wanted:
        jobs += draw_mark()
    rasterise(jobs)


if __name__ == "__main__":
    main(sys.argv[1:])
