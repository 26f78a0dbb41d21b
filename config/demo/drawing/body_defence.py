"""Pictures of immunity and joints."""

import itertools

from .anatomy import bone
from .cells import lymphocyte, nucleus, ring
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    MIST,
    PALE,
    PAPER,
    SAGE,
    SAND,
    SLATE,
    Sheet,
)
from .plants import leaf, polar


def antibody(s, at, angle, size=1.0, tint=CLAY):
    """Draw an antibody as a forked seed."""
    with s.frame(at, angle, size):
        for side in (-1, 1):
            s.ink([(0, 4), (side * 5, -6), (side * 21, -26)], 5.5, (0.8, 1, 0.8))
            s.ink([(side * 13, -3), (side * 30, -22)], 4.5, (0.8, 1, 0.8), tint)
        s.ink([(-3, 2), (-3, 30)], 4.5, (0.9, 1, 0.8))
        s.ink([(4, 2), (4, 30)], 4.5, (0.9, 1, 0.8))


def body_immune(name):
    """Draw a dendritic cell unfolding like a leaf rosette among small sentinels."""
    s = Sheet(name)
    s.wash(ring(s, (760, 500), 350, 0.02), MIST)
    at = 760 + 500j
    arms = []
    for k in range(11):
        a = 360 * k / 11 + s.rng.uniform(-8, 8)
        r = s.rng.uniform(270, 340)
        arms.append((a, r))
    edge = []
    for a, r in arms:
        edge += [
            at + polar(a - 9, 150),
            at + polar(a - 5, r * 0.7),
            at + polar(a + s.rng.uniform(-4, 4), r),
            at + polar(a + 6, r * 0.68),
            at + polar(a + 10, 150),
            at + polar(a + 16.4, 122),
        ]
    s.shape(edge, PAPER, 4, tint=PALE)
    for a, r in arms:
        s.ink(
            [at + polar(a, 110), at + polar(a + 1, r * 0.5), at + polar(a, r * 0.86)],
            2.4,
            (0.8, 0.8, 0.2),
            EVERGREEN,
        )
        for t in (0.45, 0.58, 0.7):
            for side in (-1, 1):
                s.ink(
                    [at + polar(a, r * t), at + polar(a + side * 3.4, r * (t + 0.1))],
                    1.7,
                    (0.8, 0.7, 0.2),
                    EVERGREEN,
                )
    s.stipple(
        [at + polar(30 * k, 140) for k in range(12)],
        90,
        2.3,
        EVERGREEN,
        gap=7,
        bias=1.2,
    )
    nucleus(s, at, 74, GREEN, 0.8, 30, spots=2)
    for x, y, r in (
        (1210, 300, 60),
        (1260, 640, 74),
        (330, 250, 44),
        (1100, 840, 36),
        (280, 700, 58),
        (1040, 140, 30),
    ):
        lymphocyte(
            s,
            complex(x, y),
            r,
            PALE if r != 74 else BLUSH,
            CLAY if r == 74 else GREEN,
            22,
            CLAY if r > 55 else None,
        )
    for x, y, a in (
        (1120, 520, 30),
        (1090, 350, -20),
        (1380, 470, 70),
        (420, 420, -60),
        (390, 840, 20),
        (1370, 800, 130),
        (520, 140, 200),
        (1230, 470, -30),
        (1230, 160, 12),
    ):
        antibody(s, (x, y), a, 1.05, CLAY if x % 20 else SLATE)
    return s


def body_joints(name):
    """Draw bamboo whose nodes answer to the joints of a finger."""
    s = Sheet(name)
    s.wash(
        [(480, -20), (760, -20), (900, 500), (860, 1020), (560, 1020), (600, 480)],
        SAND,
        (0, 0),
    )
    x0 = 620
    levels = (1020, 800, 560, 350, 170, 20)
    for low, high in itertools.pairwise(levels):
        w, lean = 38 + (low - 20) * 0.022, (1020 - low) * 0.06
        a, b = x0 + lean, x0 + (1020 - high) * 0.06
        s.shape(
            [(a - w, low - 4)] * 2
            + [(a - w + 9, low - 40), (b - w + 10, high + 40)]
            + [(b - w, high + 6)] * 2
            + [(b + w, high + 6)] * 2
            + [(b + w - 10, high + 40), (a + w - 9, low - 40)]
            + [(a + w, low - 4)] * 2,
            PAPER,
            3.8,
            tint=PALE,
        )
        for k in (-0.4, 0, 0.45, 0.62):
            s.ink(
                [(a + k * w, low - 30), (b + k * w, high + 60)],
                1.7,
                (0.2, 0.9, 0.1),
                EVERGREEN,
            )
        s.ink(
            [(b - w - 4, high), (b, high + 9), (b + w + 4, high)],
            7,
            (0.8, 1, 0.9),
            GREEN,
        )
    for y, side, tips in (
        (560, -1, ((420, 420), (350, 520), (440, 640))),
        (350, 1, ((800, 200), (850, 290), (800, 390))),
    ):
        z = complex(x0 + (1020 - y) * 0.06 + side * 44, y)
        s.ink([z, z + side * 30 - 24j], 5, color=EVERGREEN)
        for x, v in tips:
            leaf(
                s,
                z + side * 30 - 24j,
                complex(x, v),
                0.1,
                side * 0.1,
                0,
                PALE,
                SAGE,
                (0.5, 0.9),
            )
    with s.frame((1130, 1010), 7):
        bone(
            s,
            "-58,20! -50,-120 -44,-240 -52,-330 -64,-372 -40,-404 0,-390 40,-404 66,-370 54,-330 46,-240 52,-120 60,20!",
            shade=70,
        )
        bone(
            s,
            "-58,-440 -30,-428 0,-436 32,-428 58,-440 50,-480 36,-560 34,-620 46,-660 30,-684 0,-672 -30,-684 -46,-658 -34,-620 -36,-560 -50,-480",
            shade=60,
        )
        bone(
            s,
            "-42,-712 -20,-704 0,-710 22,-704 42,-712 34,-750 24,-810 34,-850 14,-880 -14,-880 -34,-850 -24,-810 -34,-750",
            shade=44,
        )
        for y, w in ((-418, 60), (-696, 44)):
            s.ink([(-w, y), (0, y + 10), (w, y)], 9, (0.3, 1, 0.3), CLAY)
            for side in (-1, 1):
                for d in (10, 20):
                    s.ink(
                        [
                            (side * (w - 6), y + 62),
                            (side * (w + d), y),
                            (side * (w - 10), y - 60),
                        ],
                        2,
                        (0.3, 1, 0.3),
                        EVERGREEN,
                    )
        for x in (-20, 0, 18):
            s.ink([(x, -30), (x * 0.8, -160), (x, -310)], 1.6, (0.1, 1, 0.1))
            s.ink(
                [(x * 0.7, -480), (x * 0.5, -560), (x * 0.6, -640)], 1.5, (0.1, 1, 0.1)
            )
    for k in (0, 1):
        y = (586, 308)[k]
        s.dots(
            [
                complex(x0 + 100 + 34 * j, (560, 350)[k] + (y - (560, 350)[k]) * j / 11)
                for j in range(2, 12)
            ],
            3.6,
            CLAY,
        )
    return s


PICTURES = {
    "body-immune": body_immune,
    "body-joints": body_joints,
}
