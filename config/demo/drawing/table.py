"""Picture of a plate."""

from .cells import ring
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    HAZE,
    INK,
    MIST,
    PALE,
    PAPER,
    SAGE,
    Sheet,
)
from .plants import flower, leaf, polar, sprig


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


PICTURES = {"update-plate": update_plate}
