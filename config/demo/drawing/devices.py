"""Pictures of devices and scans."""

from .anatomy import lattice_bone
from .cells import ring
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
    smooth,
)
from .plants import along, leaf, polar, sprig


def tens(name):
    """Draw a nerve as a vine, with two round pads and a slow pulse between them."""
    s = Sheet(name)
    s.wash(
        [
            (-20, 700),
            (300, 560),
            (800, 420),
            (1300, 330),
            (1620, 250),
            (1620, 560),
            (1200, 660),
            (700, 780),
            (300, 900),
            (-20, 960),
        ],
        SAND,
        (0, 0),
    )
    for spec, width in (
        ("-20,830 200,760 450,690 700,600 1000,520 1300,450 1620,390", 18),
        ("450,690 600,760 740,790 900,870", 9),
        ("700,600 800,500 900,400 920,300", 9),
        ("1000,520 1120,580 1240,600 1380,680", 8),
    ):
        curve = smooth(spec)
        s.ink(spec, width, (1, 0.8, 0.5), EVERGREEN)
        n = 13 if width > 10 else 5
        for k in range(n):
            a, b = (k + 0.12) / n, (k + 0.88) / n
            z = [along(curve, a + (b - a) * j / 4) for j in range(5)]
            w = width * 1.15
            sheath = [
                p + q * 1j * w * h
                for (p, q), h in zip(z, (0.5, 1, 1.05, 1, 0.5), strict=False)
            ]
            sheath += [
                p - q * 1j * w * h
                for (p, q), h in zip(z[::-1], (0.5, 1, 1.05, 1, 0.5), strict=False)
            ]
            s.shape(sheath, PAPER, 2.8, tint=PALE if k % 2 else SAGE)
            s.ink([p + q * 1j * w * 0.3 for p, q in z], 1.6, (0.2, 1, 0.2), EVERGREEN)
    for z, angle in ((900 + 870j, 30), (920 + 304j, -80), (1380 + 680j, 30)):
        for d in (-50, -16, 22, 54):
            leaf(s, z, z + polar(angle + d, 70), 0.24, 0, 2, PALE, SAGE)
    pads = ((560 + 400j, 128), (1110 + 810j, 128))
    for at, radius in pads:
        s.shape(ring(s, at, radius, 0.012, 16), PAPER, 4, tint=BLUSH)
        for k in (0.84, 0.62, 0.4):
            edge = ring(s, at, radius * k, 0.01, 14)
            s.ink(
                edge[2:13] if k != 0.4 else edge,
                2,
                (0.3, 1, 0.3),
                CLAY if k == 0.62 else INK,
            )
        for k in range(18):
            a = 20 * k + s.rng.uniform(-3, 3)
            s.ink(
                [
                    at + polar(a, radius * 0.44),
                    at + polar(a, radius * s.rng.uniform(0.7, 0.82)),
                ],
                1.6,
                (0.2, 1, 0.2),
            )
        s.shape(ring(s, at, radius * 0.16, count=8), CLAY, 2.6)
    s.ink("560,380 580,260 520,170 400,150 300,60 280,-20", 4, (0.8, 1, 0.8))
    s.ink("1110,830 1180,900 1300,880 1400,920 1440,1020", 4, (0.8, 1, 0.8))
    for k in range(3):
        first = [
            560 + 400j + polar(a, 158 + 26 * k)
            for a in range(20 + 4 * k, 80 - 4 * k, 8)
        ]
        second = [
            1110 + 810j + polar(a, 158 + 26 * k)
            for a in range(200 + 4 * k, 262 - 4 * k, 8)
        ]
        s.ink(first, 2.6, (0.2, 1, 0.2), CLAY)
        s.ink(second, 2.6, (0.2, 1, 0.2), CLAY)
    return s


def bone_density_scan(name):
    """Draw the head of a thigh bone as honeycomb, crossed by a scanning line."""
    s = Sheet(name)
    s.wash("880,0! 1180,0! 1180,1000! 880,1000!", MIST, (0, 0))
    lattice_bone(s, (250, -40), 1.04)
    for x, width, color in ((880, 2.4, SLATE), (1180, 2.4, SLATE), (1032, 4.4, CLAY)):
        s.ink(
            [(x, 40), (x + 2, 400), (x, 960)], width, (0.2, 1, 0.2), color, wobble=0.6
        )
    for k in range(12):
        y = 90 + 72 * k
        s.ink([(1180, y), (1196 + 12 * (k % 3 == 0), y)], 2.4, color=SLATE)
    curve = [
        (1290 + 36 * z.real, z.imag)
        for z in points("0,160 1.5,230 5.4,330 5,400 2.4,470 1.4,560 1.8,700 1,830")
    ]
    s.ink(curve, 3.4, (0.5, 1, 0.5), EVERGREEN)
    s.dots(smooth(curve)[4::7], 7, EVERGREEN)
    sprig(
        s,
        "250,1010 300,880 330,740 320,600 270,470",
        11,
        130,
        50,
        tint=PALE,
        half=SAGE,
        width=7,
        veins=4,
    )
    return s


PICTURES = {
    "tens": tens,
    "bone-density-scan": bone_density_scan,
}
