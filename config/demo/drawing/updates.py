"""Pictures of the news: cells, winter, a door, books, a walk, a plate."""

import itertools

from .cells import cell, dividing, lymphocyte, ring, spindle
from .desert import agave, ocotillo, pebbles, ridge, saguaro, soil
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    HAZE,
    INK,
    MIST,
    PALE,
    PAPER,
    SAGE,
    SAND,
    SLATE,
    Sheet,
    points,
    smooth,
)
from .places import ADOBE, block, planter
from .plants import along, berry, branch, flower, grass, leaf, polar, sprig, stem

BRASS = "#E3C9A6"


def update_cells(name):
    """Draw a microscope and the round field one sees in it."""
    s = Sheet(name)
    field = ring(s, (1080, 480), 340, 0.004, 20)
    s.shape(field, PAPER, 4, tint="#F1F3EC")
    with s.clip(field):
        cell(s, (1010, 390), 130, PALE, GREEN, turn=20)
        dividing(s, (1230, 560), 82, -30)
        spindle(s, (930, 660), 330, 18)
        lymphocyte(s, 1230 + 300j, 52, BLUSH, CLAY)
        lymphocyte(s, 800 + 440j, 44, PALE, GREEN, petal=None)
        cell(s, (1120, 790), 66, PALE, GREEN, rich=False)
        cell(s, (1400, 440), 70, PALE, GREEN, rich=False)
    s.ink(field, 5, closed=True)
    s.ink([1080 + 480j + polar(a, 362) for a in range(-70, 50, 10)], 2.4, (0.2, 1, 0.2))
    with s.frame((360, 0)):
        s.shape("-160,850! 130,850! 150,900! -180,900!", PAPER, 4, tint=EVERGREEN)
        s.shape(
            "60,850! 100,760 128,640 112,520 60,430 -6,390! 20,350! 110,400 176,510 190,650 160,780 130,850!",
            PAPER,
            4,
            tint=EVERGREEN,
        )
        s.shape("-150,650! 100,650! 100,678! -150,678!", PAPER, 3.6, tint=SAGE)
        s.ink("-130,642 -20,642", 5, (0.9, 1, 0.9), CLAY)
        s.shape(ring(s, (146, 640), 34, 0.01, 12), PAPER, 3.4, tint=BRASS)
        s.shape(ring(s, (146, 640), 14, 0.01, 9), PAPER, 2.6, tint=BLUSH)
        s.shape("-70,700! 0,700! -14,770! -56,770!", PAPER, 3.2, tint=SAGE)
        with s.frame((-20, 400), -22):
            s.shape("-34,-190! 34,-190! 34,120! -34,120!", PAPER, 4, tint=PALE)
            s.shape("-44,-60! 44,-60! 44,10! -44,10!", PAPER, 3.4, tint=EVERGREEN)
            s.shape("-26,-250! 26,-250! 26,-190! -26,-190!", PAPER, 3.4, tint=BRASS)
            s.shape("-38,-280! 38,-280! 30,-250! -30,-250!", PAPER, 3.4, tint=INK)
            s.shape("-30,120! 30,120! 20,190! -20,190!", PAPER, 3.2, tint=BRASS)
            s.shape("-12,190! 12,190! 8,214! -8,214!", PAPER, 3, tint=INK)
            s.shape("34,110! 62,96! 92,150! 66,166!", PAPER, 3, tint=BRASS)
            s.ink("-18,-180 -18,-70", 4, (0.3, 1, 0.3), PAPER)
    s.ink("120,902 400,898 700,904", 3, (0.2, 1, 0.2))
    return s


def frost(s, at, radius, color=SLATE):
    """Draw a six-rayed crystal with feathered arms."""
    (at,) = points([at])
    for k in range(6):
        a = 60 * k + 12
        s.ink([at, at + polar(a, radius)], 2.8, (0.9, 0.9, 0.4), color, wobble=0.3)
        for t in (0.36, 0.58, 0.78):
            z = at + polar(a, radius * t)
            for side in (-1, 1):
                s.ink(
                    [z, z + polar(a + side * 56, radius * 0.34 * (1.15 - t))],
                    2.1,
                    (0.9, 0.8, 0.4),
                    color,
                    wobble=0.2,
                )


def update_winter(name):
    """Draw a bare branch with red berries and frost."""
    s = Sheet(name)
    s.wash(ring(s, (820, 480), 370, 0.015, 16), MIST)
    main = branch(
        s,
        "-30,760 160,690 360,650 560,560 780,500 960,400 1120,350",
        40,
        SAGE,
        (1, 0.34),
    )
    arms = (
        ("430,620 520,720 640,770 720,840", 18),
        ("640,530 700,400 720,290 690,200", 18),
        ("900,440 1040,500 1160,510 1260,570", 14),
        ("1080,366 1160,270 1260,220 1360,210", 12),
        ("250,670 270,560 330,480", 14),
    )
    for spec, width in arms:
        curve = branch(s, spec, width, SAGE, (1, 0.3))
        for k in range(4):
            at, way = along(curve, 0.35 + 0.2 * k)
            end = at + way * polar((1, -1)[k % 2] * 52, 56)
            s.ink([at, (at + end) / 2 + way * 6, end], 3, (1, 0.8, 0.4))
            if k % 2 == 0 or width > 15:
                berry(s, end + 8j, 17)
            if k == 3:
                leaf(s, at, at + way * polar(-20, 80), 0.24, 0.1, 3, BLUSH, "#E3B295")
        at, way = along(curve, 1)
        berry(s, at + way * 10, 15)
    for t, side in ((0.3, -1), (0.62, 1), (0.78, -1), (0.94, 1)):
        at, way = along(main, t)
        end = at + way * polar(side * 60, 60)
        s.ink([at, end], 3.4, (1, 0.8, 0.5))
        berry(s, end + 6j, 18)
    for at, radius in (
        ((1010, 190), 84),
        ((480, 330), 60),
        ((1330, 400), 54),
        ((930, 700), 70),
        ((300, 860), 44),
        ((1180, 740), 40),
        ((820, 250), 32),
    ):
        frost(s, at, radius)
    return s


def update_door(name):
    """Draw a blue door half open, light on the step."""
    s = Sheet(name)
    s.wash("420,0! 1180,0! 1180,880! 420,880!", ADOBE, (0, 0), 3)
    s.ink("420,0 424,440 420,880", 2.6, (0.4, 1, 0.4))
    s.ink("1180,0 1176,440 1180,880", 2.6, (0.4, 1, 0.4))
    block(s, 610, 200, 380, 680, "#D9B99B", 4)
    s.shape("650,880! 650,240! 950,240! 950,880!", PAPER, 3.6, tint="#FBF3E4")
    s.wash("690,880! 950,880! 1080,962! 640,962!", "#F6E7CF", (0, 0), 1)
    s.ink("700,640 760,640 764,760", 3, (0.8, 1, 0.8))
    with s.frame((876, 690), 0, 0.8):
        s.pen = 0.8
        planter(s, 0, 190, 90, 80, BLUSH)
        for a, size in ((-120, 130), (-95, 170), (-70, 150), (-140, 90), (-45, 100)):
            leaf(s, (0, 96), 96j + polar(a, size), 0.16, 0.06, 4, PALE, SAGE)
        s.pen = 1
    s.shape("650,240! 800,286! 800,936! 650,880!", PAPER, 4, tint=SLATE)
    for spec in (
        "676,290 772,318 772,520 676,500 676,290",
        "676,560 772,584 772,850 676,818 676,560",
    ):
        p = points(spec)
        for a, b in itertools.pairwise(p):
            s.ink([a, b], 3, (0.9, 1, 0.9))
    s.shape(ring(s, (784, 570), 10, count=8), PAPER, 3, tint=BRASS)
    s.shape("560,880! 1040,880! 1060,916! 540,916!", PAPER, 3.6, tint=SAND)
    s.shape("500,916! 1100,916! 1130,962! 470,962!", PAPER, 3.6, tint=SAND)
    s.wash("700,884! 950,884! 980,912! 690,912!", "#F6E7CF", (0, 0), 0)
    s.shape("1050,330! 1110,330! 1120,430! 1040,430!", PAPER, 3.2, tint="#F6E7CF")
    s.shape("1040,330! 1080,290! 1120,330!", PAPER, 3.2, tint=EVERGREEN)
    s.ink("1080,290 1080,262 1000,262", 4, (0.9, 1, 0.9))
    s.ink("1080,400 1074,380 1080,360 1088,382 1080,400", 4, color=CLAY)
    planter(s, 500, 916, 120, 110)
    s.pen = 0.8
    agave(s, (500, 800), 150)
    s.pen = 1
    ocotillo_pot = (1160, 916)
    planter(s, *ocotillo_pot, 110, 120)
    s.pen = 0.8
    ocotillo(s, (1160, 780), [(1080, 470, 12), (1170, 500, -12), (1260, 540, -18)])
    s.pen = 1
    s.ink("220,964 500,962 1100,964 1400,962", 3, (0.2, 1, 0.2))
    return s


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


def walker(s, x, y, height, coat, flip=False):
    """Draw a small figure walking, seen from behind at a distance."""
    with s.frame((x, y), 0, height / 100, flip):
        s.pen = 0.8
        s.ink("-4,-44 -10,-20 -16,0 -8,1", 7, (1, 0.9, 0.7))
        s.ink("5,-44 12,-24 20,-4 28,-6", 7, (1, 0.9, 0.7))
        s.shape(
            "-14,-42! -16,-66 -10,-80 4,-82 14,-76 18,-56 17,-40!",
            PAPER,
            2.6,
            tint=coat,
        )
        s.ink("14,-74 24,-60 22,-46", 4, (0.8, 1, 0.6))
        s.shape(ring(s, (3, -92), 9, count=8), PAPER, 2.6, tint=ADOBE)
        s.ink("-8,-94 2,-104 13,-96", 5, (0.8, 1, 0.8))
        s.pen = 1


def update_walk(name):
    """Draw two walkers and a dog on a path that winds to the hills."""
    s = Sheet(name)
    s.wash(ring(s, (1080, 260), 110, 0.01, 14), BLUSH)
    ridge(
        s,
        "-20,440 120,380 260,400 420,300 560,320 700,400 860,370 1000,420 1180,330 1320,300 1460,370 1620,350",
        MIST,
    )
    ridge(s, "-20,540 200,490 420,520 640,470 860,500 1100,470 1340,510 1620,470", PALE)
    ridge(s, "-20,650 260,600 560,640 820,590 1120,630 1400,590 1620,620", SAND)
    path = (
        "860,500! 820,530 900,560 960,590 860,620 760,650 840,690 980,730 1000,790 860,870 700,1010! 1240,1010! 1260,880 "
        "1200,780 1060,720 930,680 900,650 980,622 1040,592 980,560 900,536 872,500!"
    )
    s.shape(path, PAPER, 2.8)
    s.stipple(path, 90, 2.3, INK, 1j, gap=9, bias=0.5)
    saguaro(s, (330, 820), 400, ((-1, 0.4, 0.28), (1, 0.54, 0.3)), 54)
    saguaro(s, (1370, 690), 190, ((1, 0.5, 0.3),), 26)
    walker(s, 960, 800, 150, EVERGREEN)
    walker(s, 1064, 806, 140, CLAY, True)
    with s.frame((1150, 818)):
        s.ink("-28,-20 0,-24 26,-22", 15, (0.9, 1, 0.9))
        s.ink("26,-24 38,-36", 10, (1, 1, 0.9))
        s.ink("36,-40 50,-34", 7, (1, 1, 0.5))
        for x in (-24, -16, 18, 26):
            s.ink([(x, -18), (x + 4, 2)], 3.4, (1, 0.9, 0.8))
        s.ink("-28,-22 -40,-34 -42,-44", 3.4, (1, 0.8, 0.4))
    for x, y, h in (
        (180, 880, 60),
        (520, 900, 70),
        (1330, 880, 60),
        (460, 760, 36),
        (1180, 670, 26),
    ):
        grass(s, (x, y), h)
    for x, y in ((560, 780), (1420, 820)):
        for k in range(9):
            a = -90 + (k - 4) * 20
            z = complex(x, y) + polar(a, s.rng.uniform(60, 84))
            s.ink(
                [complex(x, y), (complex(x, y) + z) / 2 + 3, z],
                2,
                (1, 0.8, 0.5),
                EVERGREEN,
            )
            s.dots([z], 9, CLAY if k % 3 == 0 else BLUSH)
            s.dots([z], 3, INK)
    pebbles(s, [(620, 930), (660, 940), (1300, 950), (420, 940), (1460, 900)], 14)
    soil(s, "40,860 600,880 640,980 40,980", 60)
    return s


def update_plate(name):
    """Draw a plate from above: greens, beans, grain and lemon, fork and knife beside."""
    s = Sheet(name)
    at = 800 + 500j
    s.wash(ring(s, at, 420, 0.008, 20), MIST, (0, 0))
    s.shape(ring(s, at, 380, 0.004, 22), PAPER, 4.4)
    rim = ring(s, at, 290, 0.005, 20)
    s.ink(rim, 2.6, closed=True)
    for k in range(26):
        a = 360 * k / 26
        leaf(
            s,
            at + polar(a, 312),
            at + polar(a + 8, 356),
            0.24,
            0.1,
            0,
            PALE if k % 2 else SAGE,
            None,
            pen=1.8,
        )
    for a, r, size in (
        (190, 60, 210),
        (215, 50, 230),
        (240, 60, 220),
        (262, 60, 200),
        (172, 50, 190),
        (228, 120, 140),
    ):
        z = at + polar(a, r)
        leaf(
            s,
            z,
            z + polar(a + s.rng.uniform(-8, 8), size),
            0.24,
            s.rng.uniform(-0.08, 0.08),
            7,
            PALE,
            SAGE,
            (0.5, 0.6),
        )
    s.wash(
        [
            at + polar(a, r)
            for a, r in (
                (-70, 60),
                (-74, 250),
                (-40, 264),
                (-6, 258),
                (8, 240),
                (-8, 70),
            )
        ],
        BLUSH,
        (0, 0),
    )
    for _ in range(150):
        a, r = s.rng.uniform(-72, 4), 262 * s.rng.uniform(0.06, 1) ** 0.5
        if r > 60:
            z, way = at + polar(a, r), polar(s.rng.uniform(0, 180), 8)
            s.ink([z - way, z, z + way], 7, (0.5, 1, 0.5), INK)
            s.ink([z - way, z, z + way], 4.6, (0.5, 1, 0.5), PAPER if r % 3 else BLUSH)
    beans = []
    for _ in range(600):
        z = at + polar(s.rng.uniform(14, 96), 258 * s.rng.uniform(0.05, 1) ** 0.5)
        if all(abs(z - q) > 43 for q in beans) and abs(z - at) > 62:
            beans.append(z)
    for z in beans:
        with s.frame(z, s.rng.uniform(0, 360), s.rng.uniform(0.9, 1.1)):
            s.shape(
                "-24,2 -20,-14 -2,-17 18,-13 25,2 18,14 8,9 -4,8 -14,14",
                PAPER,
                2.6,
                tint=CLAY,
            )
            s.ink("-12,-7 0,-9 12,-7", 3, (0.3, 1, 0.3), BLUSH)
    for k, a in enumerate((112, 134, 156)):
        z = at + polar(a, 176)
        s.shape(ring(s, z, 64, 0.02, 12), PAPER, 3, tint="#F6E6D3")
        s.ink(ring(s, z, 54, 0.02, 12), 1.8, closed=True)
        for j in range(8):
            s.ink(
                [z + polar(45 * j + 9 * k, 8), z + polar(45 * j + 9 * k, 50)],
                1.8,
                (0.4, 1, 0.6),
            )
    with s.frame((290, 500), -4):
        for x in (-30, -10, 10, 30):
            s.ink([(x, -250), (x, -150), (x * 0.8, -110)], 7, (0.6, 1, 1))
        s.shape(
            "-38,-130! -30,-80 -10,-50 -9,0 -14,240 -12,270 0,280 12,270 14,240 9,0 10,-50 30,-80 38,-130!",
            PAPER,
            3.4,
            tint=SAGE,
        )
    with s.frame((1310, 500), 4):
        s.shape("-12,-270! 16,-230 30,-150 28,-60 14,0! -10,0!", PAPER, 3.4, tint=HAZE)
        s.shape(
            "-14,0! 16,0! 20,240 14,272 0,280 -12,270 -16,240!",
            PAPER,
            3.4,
            tint=EVERGREEN,
        )
    sprig(
        s,
        "1420,820 1460,720 1450,620",
        6,
        90,
        52,
        tint=PALE,
        half=SAGE,
        width=5,
        veins=3,
    )
    flower(s, (190, 800), 44, 6, PAPER)
    leaf(s, (190, 812), (130, 880), 0.24, 0.1, 3, PALE, SAGE)
    return s


PICTURES = {
    "update-cells": update_cells,
    "update-winter": update_winter,
    "update-door": update_door,
    "update-books": update_books,
    "update-walk": update_walk,
    "update-plate": update_plate,
}
__all__ = ["PICTURES", "smooth"]
