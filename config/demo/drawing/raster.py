"""Rasterises the drawings with Chromium and reduces them with Pillow."""

import io
import shutil
from collections import Counter

from PIL import Image
from playwright.sync_api import sync_playwright

PAGE = "<style>*{margin:0}html{background:transparent}svg{display:block}</style>"


def distance(a, b):
    """Return how far apart two colours are, squared."""
    return sum((x - y) ** 2 for x, y in zip(a, b, strict=True))


def choose_palette(tally, colours):
    """Return the washes, then the commonest colours that differ most from them."""
    common = [colour for colour, _ in tally.most_common(3000)]
    wash = tally.total() / 300
    palette = [colour for colour in common[: colours // 2] if tally[colour] > wash]
    for gap in (64, 40, 26, 17, 11, 7, 4):
        for colour in common:
            if len(palette) == colours:
                return palette
            if all(distance(colour, other) > gap * gap for other in palette):
                palette.append(colour)
    return palette


def reduce_colours(image, colours=64):
    """Return a palette image whose flat washes keep their exact colours."""
    pixels = image.get_flattened_data()
    tally = Counter(pixels)
    palette = choose_palette(tally, colours)
    nearest = {
        colour: min(range(len(palette)), key=lambda k: distance(palette[k], colour))
        for colour in tally
    }
    reduced = Image.new("P", image.size)
    reduced.putpalette([v for colour in palette for v in colour])
    reduced.putdata([nearest[colour] for colour in pixels])
    return reduced


def save_small(image, path, limit=118_000):
    """Save a palette PNG, or lossless WebP where the PNG would be over the limit."""
    modern = path.with_suffix(".webp")
    modern.unlink(missing_ok=True)
    reduce_colours(image).save(path, optimize=True)
    if path.stat().st_size > limit:
        path.unlink()
        for colours in (64, 40, 30, 24):
            plain = reduce_colours(image, colours).convert("RGB")
            plain.save(modern, lossless=True, method=6, quality=100)
            if modern.stat().st_size <= limit:
                break


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
                save_small(shot, path)
        browser.close()
