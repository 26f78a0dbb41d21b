"""Draws a card with Pillow, in the hand of the site."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageOps

from home.share_cards.card import Card, Rung
from home.share_cards.lettering import BOLD, REGULAR, cut, drawable, font, wrap

SIZE = (1200, 630)
MOST_BYTES = 300_000
MARK = Path(__file__).parent / "mark.png"

# The light colours of static/css/parts/tokens.css; a test holds the two together.
PAPER, INK, INK_SOFT = "#faf6ee", "#23302b", "#414d47"
LINE, LINE_STRONG = "#dcd3c0", "#7d7766"
ATTENTION, ATTENTION_MARK, ATTENTION_PALE = "#733418", "#c0673c", "#f8e8dc"
ACCENTS = {
    "evergreen": ("#19503f", "#e3ece4"),
    "lake": ("#184b65", "#e3ebef"),
    "plum": ("#643459", "#f0e5ec"),
}

SPINE = 20
LEFT, RIGHT, TOP = 84, SIZE[0] - 72, 58
FOOT = SIZE[1] - 122
PORTRAIT = 336
TITLE_SIZES = range(84, 35, -4)
GAP = 24

Opener = Callable[[str], BinaryIO]


def draw(card: Card, open_file: Opener) -> bytes:
    """A JPEG of the card, under 300 KB; `open_file` reads from the image store."""
    picture = Drawing(card, open_file).picture
    for quality in (90, 80, 65, 50):
        file = BytesIO()
        picture.save(
            file,
            "JPEG",
            quality=quality,
            optimize=True,
            subsampling=0,
            progressive=True,
        )
        if file.tell() < MOST_BYTES:
            break
    return file.getvalue()


class Drawing:
    """One card on its way from paper to picture."""

    def __init__(self, card: Card, open_file: Opener) -> None:
        self.card, self.open_file = card, open_file
        self.accent, self.pale = ACCENTS.get(card.palette, ACCENTS["evergreen"])
        self.picture = Image.new("RGB", SIZE, PAPER)
        self.pen = ImageDraw.Draw(self.picture)
        self.right = RIGHT - PORTRAIT - 48 if card.portrait else RIGHT
        self.pen.rectangle((0, 0, SPINE - 1, SIZE[1]), fill=self.accent)
        self._draw_foot()
        if card.portrait:
            self._draw_portrait(*card.portrait)
        top = self._draw_kind()
        foot = self._draw_notice(FOOT - GAP)
        foot = self._draw_rungs(foot)
        self._draw_title(top, foot)

    @property
    def width(self) -> int:
        return self.right - LEFT

    def _write(self, at: tuple[int, int], words: str, face, colour: str) -> None:
        # From the left end of the base line.
        self.pen.text(at, words, font=face, fill=colour, anchor="ls")

    def _draw_kind(self) -> int:
        if words := drawable(self.card.kind):
            self._write((LEFT, TOP + 28), words, font(BOLD, 30), self.accent)
        return TOP + 48

    def _draw_title(self, top: int, foot: int) -> None:
        title = drawable(self.card.title) or drawable(self.card.practice)
        if not title:
            self._draw_mark(LEFT, top + GAP, min(250, foot - top - GAP))
            return
        for size in TITLE_SIZES:
            face, step = font(BOLD, size), round(size * 1.16)
            lines = wrap(title, face, self.width)
            if len(lines) * step <= foot - top:
                break
        lines = cut(lines, max(1, (foot - top) // step), face, self.width)
        for number, line in enumerate(lines):
            base = top + number * step + round(size * 0.94)
            self._write((LEFT, base), line, face, INK)
        self._draw_summary(top + len(lines) * step + GAP, foot)

    def _draw_summary(self, top: int, foot: int) -> None:
        face, step = font(REGULAR, 32), 46
        most = min(4, (foot - top) // step)
        if most < 2:
            return
        lines = wrap(drawable(self.card.summary), face, self.width)
        for number, line in enumerate(cut(lines, most, face, self.width)):
            self._write((LEFT, top + number * step + 34), line, face, INK_SOFT)

    def _draw_notice(self, foot: int) -> int:
        """Put the short notice above this line; return where it begins."""
        face, step = font(BOLD, 28), 38
        wide = self.width - 56
        lines = cut(wrap(drawable(self.card.notice), face, wide), 2, face, wide)
        if not lines:
            return foot
        top = foot - len(lines) * step - 24
        self.pen.rectangle((LEFT, top, self.right, foot), fill=ATTENTION_PALE)
        self.pen.rectangle((LEFT, top, LEFT + 6, foot), fill=ATTENTION_MARK)
        for number, line in enumerate(lines):
            at = (LEFT + 32, top + 12 + number * step + 28)
            self._write(at, line, face, ATTENTION)
        return top - GAP

    def _draw_rungs(self, foot: int) -> int:
        """Put the ladders above this line; return where they begin."""
        rows = self.card.shown_rungs
        if more := self.card.words_for_more:
            self._write((LEFT, foot - 8), drawable(more), font(REGULAR, 26), INK_SOFT)
            foot -= 40
        scale = 1.6 if len(rows) == 1 else 1.05
        high = round(44 * scale) + 10
        for number, row in enumerate(reversed(rows), 1):
            self._draw_rung(row, foot - number * high, scale)
        return foot - len(rows) * high - GAP // 2 if rows else foot

    def _draw_rung(self, row: Rung, top: int, scale: float) -> None:
        colour = ATTENTION_MARK if row.warning else self.accent
        self._draw_ladder(row.rung, LEFT, top, scale, colour)
        left, base = LEFT + round(24 * scale) + 20, top + round(22 * scale) + 11
        size = 34 if scale > 1.5 else 29
        if warning := drawable(row.warning):
            face = font(BOLD, size - 5)
            wide = round(face.getlength(warning))
            box = (left, base - size + 2, left + wide + 32, base + 11)
            self.pen.rounded_rectangle(box, radius=8, fill=ATTENTION)
            self._write((left + 16, base - 2), warning, face, PAPER)
            left += wide + 50
        face, wide = font(REGULAR, size), self.right - left
        for line in cut(wrap(drawable(row.words), face, wide), 1, face, wide):
            self._write((left, base), line, face, INK)

    def _draw_ladder(self, filled: int, left: int, top: int, scale: float, colour):
        """The drawing of templates/components/ladder.html."""

        def at(x: float, y: float) -> tuple[int, int]:
            return left + round(x * scale), top + round(y * scale)

        for x in (5, 19):
            self.pen.line((*at(x, 2), *at(x, 42)), fill=colour, width=round(2 * scale))
        for rung in range(1, 10):
            y = 42 - rung * 4
            is_filled = rung <= filled
            self.pen.line(
                (*at(6, y), *at(18, y)),
                fill=colour if is_filled else LINE_STRONG,
                width=round(2.6 * scale) if is_filled else 1,
            )

    def _draw_portrait(self, name: str, digest: str, x: float, y: float) -> None:
        with self.open_file(name) as file:
            photo = ImageOps.exif_transpose(Image.open(file)).convert("RGBA")
        photo = ImageOps.fit(photo, (PORTRAIT, PORTRAIT), centering=(x, y))
        ground = Image.new("RGB", photo.size, self.pale)
        ground.paste(photo, mask=photo.getchannel("A"))
        self.picture.paste(ground, (RIGHT - PORTRAIT, TOP + 32), _disc(PORTRAIT))

    def _draw_foot(self) -> None:
        self.pen.line((LEFT, FOOT, RIGHT, FOOT), fill=LINE, width=2)
        middle, left = FOOT + (SIZE[1] - FOOT) // 2, LEFT + 92
        self._draw_mark(LEFT, middle - 35, 70)
        person = drawable(self.card.person)
        name = drawable(self.card.practice)
        base = middle + 12 if not (person and name) else middle - 6
        for words, face, colour in [
            (name, font(BOLD, 32), self.accent),
            (person, font(REGULAR, 27), INK_SOFT),
        ]:
            lines = wrap(words, face, RIGHT - left)
            for line in cut(lines, 1, face, RIGHT - left):
                self._write((left, base), line, face, colour)
                base += 38

    def _draw_mark(self, left: int, top: int, size: int) -> None:
        if self.card.logo:
            with self.open_file(self.card.logo[0]) as file:
                logo = Image.open(file).convert("RGBA")
            logo = ImageOps.contain(logo, (size, size))
            self.picture.paste(logo, (left, top), logo.getchannel("A"))
            return
        shape = Image.open(MARK).resize((size, size), Image.Resampling.LANCZOS)
        ground = Image.new("RGB", shape.size, self.accent)
        self.picture.paste(ground, (left, top), shape)


def _disc(size: int) -> Image.Image:
    large = Image.new("L", (size * 4, size * 4), 0)
    ImageDraw.Draw(large).ellipse((0, 0, size * 4 - 1, size * 4 - 1), fill=255)
    return large.resize((size, size), Image.Resampling.LANCZOS)
