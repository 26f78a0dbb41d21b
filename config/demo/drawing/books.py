"""Picture of books."""

from .buildings import planter
from .cells import cell, ring
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    PALE,
    PAPER,
    SAGE,
    SAND,
    SLATE,
    Sheet,
)
from .plants import along, leaf, polar, sprig, stem


def book(s, x, y, w, h, tint, bands=(0.2, 0.8), pages=False):
    """Draw a book lying flat, spine to the viewer or pages to the viewer."""
    if pages:
        s.shape(
            [(x, y)] * 2
            + [(x + w, y)] * 2
            + [(x + w, y + h)] * 2
            + [(x, y + h)] * 2
            + [(x - 12, y + h / 2)],
            PAPER,
            3.6,
            tint=tint,
        )
        s.shape(
            [(x + 14, y + 10)] * 2
            + [(x + w - 4, y + 10)] * 2
            + [(x + w - 10, y + h / 2)]
            + [(x + w - 4, y + h - 10)] * 2
            + [(x + 14, y + h - 10)] * 2,
            PAPER,
            2.6,
        )
        for k in range(1, 6):
            yy = y + 10 + (h - 20) * k / 6
            s.ink([(x + 20, yy), (x + w - 12, yy)], 1.5, (0.4, 1, 0.2))
    else:
        s.shape(
            [(x, y)] * 2
            + [(x + w, y)] * 2
            + [(x + w + 8, y + h / 2)]
            + [(x + w, y + h)] * 2
            + [(x, y + h)] * 2
            + [(x - 8, y + h / 2)],
            PAPER,
            3.6,
            tint=tint,
        )
        for b in bands:
            for d in (0, 14):
                s.ink(
                    [
                        (x + w * b + d, y + 2),
                        (x + w * b + d + 2, y + h / 2),
                        (x + w * b + d, y + h - 2),
                    ],
                    2.8,
                    (0.9, 1, 0.9),
                    PAPER,
                )


def update_books(name):
    """Draw a stack of books, an open herbarium on top, a pair of glasses."""
    s = Sheet(name)
    s.wash(ring(s, (800, 500), 350, 0.015), SAND)
    book(s, 480, 780, 640, 92, EVERGREEN)
    book(s, 530, 700, 560, 80, CLAY, pages=True)
    book(s, 500, 612, 600, 88, SLATE, (0.15, 0.5, 0.85))
    s.shape(
        "800,560! 700,520 560,512 430,540! 424,600! 560,584 700,590 800,616!",
        PAPER,
        3,
        tint="#EFE4D0",
    )
    s.shape(
        "800,560! 900,520 1040,512 1170,540! 1176,600! 1040,584 900,590 800,616!",
        PAPER,
        3,
        tint="#EFE4D0",
    )
    left = "800,560! 690,330 560,270 440,290! 430,540! 560,512 700,520 800,560!"
    right = "800,560! 830,340 960,262 1130,268! 1170,540! 1040,512 900,520 800,560!"
    s.shape(left, PAPER, 4)
    s.shape(right, PAPER, 4)
    sprig(
        s,
        "540,500 560,440 580,380 566,316",
        6,
        74,
        52,
        tint=PALE,
        half=SAGE,
        width=4,
        veins=3,
    )
    for k in range(7):
        a, b = complex(664 + 6 * k, 372 + 22 * k), complex(738 + 6 * k, 392 + 20 * k)
        s.ink([a, (a + b) / 2 - 2j, b], 1.6, (0.3, 1, 0.3))
    cell(s, (985, 400), 62, PALE, GREEN, rich=False, pen=2.8)
    for k in range(5):
        s.ink([(1070, 340 + 26 * k), (1108 + 3 * k, 340 + 26 * k)], 1.6, (0.3, 1, 0.3))
        s.ink([(880 - 4 * k, 480 + 5 * k), (1000, 472 + 5 * k)], 1.4, (0.3, 1, 0.3))
    s.shape("1010,260 1034,262 1040,330! 1022,316! 1004,330!", CLAY, 2.8)
    planter(s, 1260, 872, 130, 120, BLUSH)
    for a, size in (
        (-150, 150),
        (-126, 200),
        (-100, 230),
        (-76, 220),
        (-50, 190),
        (-26, 140),
    ):
        curve = stem(
            s,
            [
                1260 + 736j,
                1260 + 736j + polar(a, size * 0.5),
                1260 + 736j + polar(a + 6, size),
            ],
            4,
        )
        for k in range(5):
            at, way = along(curve, 0.35 + 0.15 * k)
            leaf(
                s,
                at,
                at + way * polar((1, -1)[k % 2] * 56, 46),
                0.3,
                0,
                2,
                PALE,
                SAGE,
                pen=2.2,
            )
    for x in (300, 404):
        s.ink(ring(s, (x, 850), 40, 0.02, 12, 0.62), 4.4, closed=True)
    s.ink("340,846 352,838 364,846", 4, (0.9, 1, 0.9))
    s.ink("260,846 250,800 300,784 380,790", 3.4, (0.9, 1, 0.6))
    s.ink("444,846 462,800 440,786 400,792", 3.4, (0.9, 1, 0.6))
    s.ink("160,876 500,872 1100,876 1440,872", 3, (0.2, 1, 0.2))
    return s


PICTURES = {"update-books": update_books}
