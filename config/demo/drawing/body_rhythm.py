"""Pictures of sleep and energy."""

from .cells import cell, ring
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    HAZE,
    INK,
    PALE,
    PAPER,
    SAGE,
    Sheet,
    smooth,
)
from .plants import along, grass, leaf, petal, polar, stem

NIGHT = "#34505C"


def body_sleep(name):
    """Draw a night-flowering cactus under a moon that is a cell."""
    s = Sheet(name)
    s.wash(ring(s, (800, 480), 400, 0.01, 18), NIGHT, (0, 0))
    cell(s, (960, 290), 100, "#EEF0EA", HAZE, rich=False, turn=30)
    for _ in range(46):
        z = 800 + 480j + polar(s.rng.uniform(0, 360), 372 * s.rng.random() ** 0.5)
        if abs(z - (960 + 290j)) > 125:
            s.dots([z], s.rng.choice((2.5, 3.5, 5)), PAPER)
    for x, y, r in ((560, 330, 14), (1080, 480, 11), (700, 200, 10)):
        s.ink([(x - r, y), (x + r, y)], 2.4, (0.1, 1, 0.1), PAPER)
        s.ink([(x, y - r), (x, y + r)], 2.4, (0.1, 1, 0.1), PAPER)
    spec = "1010,1010 990,900 930,830 850,790 770,740 720,660"
    curve = smooth(spec)
    left, right = [], []
    for j in range(13):
        z, way = along(curve, j / 12)
        left.append(z + way * 1j * (38 - j))
        right.append(z - way * 1j * (38 - j))
    s.shape(left + right[::-1], PAPER, 4, tint=SAGE)
    for k in (-0.4, 0.3):
        s.ink(
            [a + (b - a) * (0.5 + k / 2) for a, b in zip(left, right, strict=False)],
            2.2,
            (0.6, 1, 0.4),
            EVERGREEN,
        )
    for edge in (left, right):
        for z in edge[1::2]:
            for a in (-150, -90, -30, 90):
                s.ink([z, z + polar(a, 11)], 1.6, (1, 0.8, 0.3), INK)
    base = 706 + 640j
    for a, size in (
        (-196, 190),
        (-170, 214),
        (16, 180),
        (-10, 200),
        (-144, 226),
        (-36, 220),
        (-118, 236),
        (-62, 232),
    ):
        leaf(
            s,
            base,
            base + polar(a - 8, size),
            0.09,
            0.1 if a > -90 else -0.1,
            0,
            SAGE,
            None,
            (0.7, 0.8),
            2.6,
        )
    for a, size in (
        (-176, 176),
        (-4, 172),
        (-152, 196),
        (-28, 192),
        (-128, 208),
        (-52, 206),
        (-104, 212),
        (-76, 212),
        (-90, 176),
    ):
        petal(
            s, base, base + polar(a - 8, size), 0.17, PAPER if a != -90 else "#F8EBDD"
        )
    for k in range(17):
        a = -98 + (k - 8) * 7
        tip = base + polar(a, 108 + 12 * (k % 3))
        s.ink([base + polar(a, 20), tip], 1.7, (1, 0.8, 0.5), EVERGREEN)
        s.dots([tip], 7, CLAY)
    return s


def body_energy(name):
    """Draw a seedling that unfolds towards a cell risen like a sun."""
    s = Sheet(name)
    sun = 1010 + 330j
    s.wash(ring(s, sun, 230, 0.012, 16), BLUSH)
    for k in range(40):
        a = 9 * k + s.rng.uniform(-2, 2)
        far = (292, 330, 306)[k % 3]
        s.ink([sun + polar(a, 254), sun + polar(a, far)], 2.8, (0.6, 1, 0.2), CLAY)
    cell(s, sun, 146, PALE, CLAY, turn=10)
    s.ink(
        "200,800 400,786 600,796 800,788 1000,798 1250,786 1420,796", 3, (0.1, 1, 0.1)
    )
    spec = "560,800 548,680 566,560 620,470"
    s.ink("556,804 566,860 552,920 560,968", 5, (1, 0.8, 0.3), EVERGREEN)
    for x, y, dx in ((560, 840, 70), (562, 866, -80), (556, 900, 50), (556, 926, -44)):
        s.ink(
            [(x, y), (x + dx * 0.5, y + 14), (x + dx, y + 20)],
            2.6,
            (1, 0.7, 0.2),
            EVERGREEN,
        )
    curve = stem(s, spec, 11, tip=0.7)
    at, way = along(curve, 1)
    leaf(s, at, at + way * polar(-64, 260), 0.26, -0.16, 8, PALE, SAGE, (0.6, 0.8))
    leaf(s, at, at + way * polar(34, 290), 0.26, 0.12, 8, PALE, SAGE, (0.6, 0.8))
    leaf(s, at, at + way * polar(-14, 110), 0.16, 0.05, 3, SAGE, GREEN)
    z, w = along(curve, 0.55)
    leaf(s, z, z + w * polar(-80, 120), 0.2, -0.08, 4, PALE, SAGE)
    leaf(s, z, z + w * polar(84, 110), 0.2, 0.08, 4, PALE, SAGE)
    s.stipple(
        [
            (230, 812),
            (600, 806),
            (1000, 812),
            (1400, 808),
            (1300, 900),
            (800, 940),
            (330, 900),
        ],
        190,
        2.6,
        INK,
        -1j,
        gap=9,
        bias=0.8,
    )
    for x, h in ((330, 44), (860, 36), (1240, 50)):
        grass(s, (x, 794), h)
    return s


PICTURES = {
    "body-sleep": body_sleep,
    "body-energy": body_energy,
}
