"""Rasterises the drawings with Chromium and reduces them with Pillow."""

import io
import shutil
from collections import Counter

from PIL import Image
from playwright.sync_api import sync_playwright

PAGE = "<style>*{margin:0}html{background:transparent}svg{display:block}</style>"


def reduce_colours(image, colours=64):
    """Return a palette image that keeps the commonest colours exactly."""
    pixels = image.get_flattened_data()
    tally = Counter(pixels)
    palette = [colour for colour, _ in tally.most_common(colours // 3)]
    rest = image.quantize(colours - len(palette), Image.Quantize.MEDIANCUT)
    flat = rest.getpalette()
    palette += [tuple(flat[i : i + 3]) for i in range(0, len(flat), 3)]
    nearest = {
        (r, g, b): min(
            range(len(palette)),
            key=lambda k: (
                (palette[k][0] - r) ** 2
                + (palette[k][1] - g) ** 2
                + (palette[k][2] - b) ** 2
            ),
        )
        for r, g, b in tally
    }
    reduced = Image.new("P", image.size)
    reduced.putpalette([v for colour in palette for v in colour])
    reduced.putdata([nearest[colour] for colour in pixels])
    return reduced


def rasterise(jobs):
    """Write an image for each (svg text, width, height, path)."""
    with sync_playwright() as tool:
        browser = tool.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page()
        for text, width, height, path in jobs:
            page.set_viewport_size({"width": width, "height": height})
            page.set_content(PAGE + text)
            page.evaluate(
                "([w, h]) => { const s = document.querySelector('svg');"
                "s.setAttribute('width', w); s.setAttribute('height', h) }",
                [width, height],
            )
            shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            if path.suffix == ".ico":
                shot.save(path, sizes=[(width, height)])
            else:
                reduce_colours(shot).save(path, optimize=True)
        browser.close()
