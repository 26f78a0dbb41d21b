"""Walls, windows, doors, pots and a quail."""

from .pen import BLUSH, CLAY, EVERGREEN, HAZE, INK, PAPER, SLATE

ADOBE, SHADE = "#EBD3BC", "#DDBB9D"


def block(s, x, y, w, h, tint=ADOBE, width=3.4, round_=0):
    """Draw a wall, its corners perhaps worn round."""
    r = round_
    if r:
        spec = (
            [(x, y + h)] * 2
            + [
                (x, y + r),
                (x + r * 0.3, y + r * 0.3),
                (x + r, y),
                (x + w - r, y),
                (x + w - r * 0.3, y + r * 0.3),
                (x + w, y + r),
            ]
            + [(x + w, y + h)] * 2
        )
    else:
        spec = [
            (a, b)
            for a, b in ((x, y + h), (x, y), (x + w, y), (x + w, y + h))
            for _ in "12"
        ]
    s.shape(spec, PAPER, width, tint=tint, shift=(3, -2))
    return spec


def window(s, x, y, w, h, bars=1, tint=HAZE):
    """Draw a deep-set window with its sill."""
    block(s, x, y, w, h, tint, 3)
    s.ink([(x + 6, y + h - 4), (x + 6, y + 8), (x + w - 4, y + 8)], 2, (0.8, 1, 0.5))
    for k in range(1, bars + 1):
        s.ink(
            [(x + w * k / (bars + 1), y), (x + w * k / (bars + 1), y + h)],
            2.6,
            (0.8, 1, 0.8),
        )
    s.ink([(x, y + h * 0.45), (x + w, y + h * 0.45)], 2.4, (0.8, 1, 0.8))
    s.ink([(x - 10, y + h + 5), (x + w + 10, y + h + 5)], 6, (0.8, 1, 0.8))


def door(s, x, y, w, h, tint=EVERGREEN, planks=3):
    """Draw a plank door."""
    block(s, x, y, w, h, tint, 3.4)
    for k in range(1, planks):
        s.ink(
            [(x + w * k / planks, y + 4), (x + w * k / planks, y + h)],
            2,
            (0.8, 1, 0.8),
            INK,
        )
    s.dots([(x + w * 0.84, y + h * 0.55)], 9, BLUSH)


def quail(s, x, y, size, flip=False):
    """Draw a desert quail with its topknot."""
    with s.frame((x, y), 0, size / 100, flip):
        s.pen = 0.8
        s.shape(
            "-70,-30 -40,-70 0,-84 30,-100 40,-122 60,-130 78,-118! 92,-110! 78,-104! 74,-80 66,-44 36,-14 -10,-4 -50,-8 -100,6!",
            SLATE,
            3,
            tint=SLATE,
        )
        s.wash("66,-60 62,-40 36,-14 0,-6 10,-40 40,-50", BLUSH, (0, 0), 0)
        s.ink("-60,-34 -20,-50 24,-44", 2, (0.3, 1, 0.3), PAPER)
        s.ink("56,-128 66,-158 84,-160", 6, (0.4, 0.8, 1.2))
        s.dots([(68, -116)], 5, PAPER)
        s.ink("0,-4 2,20 14,22", 2.6, (1, 1, 0.6))
        s.ink("20,-8 24,18 36,20", 2.6, (1, 1, 0.6))
        s.pen = 1


def planter(s, x, y, w, h, tint=CLAY):
    """Draw a clay pot."""
    s.shape(
        [(x - w * 0.5, y - h)] * 2
        + [(x + w * 0.5, y - h)] * 2
        + [(x + w * 0.36, y)] * 2
        + [(x - w * 0.36, y)] * 2,
        PAPER,
        3.2,
        tint=tint,
    )
    s.shape(
        [(x - w * 0.56, y - h - 18)] * 2
        + [(x + w * 0.56, y - h - 18)] * 2
        + [(x + w * 0.54, y - h + 8)] * 2
        + [(x - w * 0.54, y - h + 8)] * 2,
        PAPER,
        3.2,
        tint=tint,
    )
    s.ink([(x + w * 0.26, y - h + 16), (x + w * 0.2, y - 8)], 2, (0.3, 1, 0.3))
