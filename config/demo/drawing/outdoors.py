"""Pictures of winter and of a walk."""

from .buildings import ADOBE
from .cells import ring
from .desert import pebbles, ridge, saguaro, soil
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    INK,
    MIST,
    PALE,
    PAPER,
    SAGE,
    SAND,
    SLATE,
    Sheet,
    points,
)
from .plants import along, berry, branch, grass, leaf, polar


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


PICTURES = {
    "update-winter": update_winter,
    "update-walk": update_walk,
}
