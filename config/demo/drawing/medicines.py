"""Pictures of plants that medicines began from."""

from .cells import lattice, ring
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    INK,
    PALE,
    PAPER,
    SAGE,
    SAND,
    Sheet,
    points,
    smooth,
)
from .plants import along, blade, flower, leaf, polar, stem


def cinchona_cluster(s, at, way, length):
    """Draw a cinchona panicle: slender tubes that open into five hairy lobes."""
    curve = stem(s, [at, at + way * length * 0.5, at + way * polar(14, length)], 5)
    for k in range(11):
        z, w = along(curve, 0.16 + 0.84 * k / 10)
        a = (1, -1)[k % 2] * (62 - 34 * k / 10)
        tip = z + w * polar(a, length * (0.4 - 0.012 * k))
        s.ink([z, tip], 3, (1, 0.8, 0.6), EVERGREEN)
        s.pen = 0.62
        for d in (-34, 2, 36):
            tube = tip + (tip - z) / abs(tip - z) * polar(d, 44)
            _mid, left, right = blade(tip, tube, 0.15, 0.02, (0.5, 0.25))
            s.shape(left + right[-2::-1], PAPER, 2, tint=BLUSH, shift=(2, -2))
            s.shape(ring(s, tip, 5, count=6), GREEN, 1.6)
            if (k + d) % 3:
                flower(s, tube, 17, 5, PAPER if d else BLUSH, 0.85, d)
            else:
                s.shape(ring(s, tube, 8, count=7), PAPER, 2, tint=CLAY)
        s.pen = 1


def hydroxychloroquine(name):
    """Draw a flowering cinchona branch with quills of its bark."""
    s = Sheet(name)
    s.wash(ring(s, (760, 430), 320, 0.02, squash=0.85), SAND)
    spec = "1090,1010 1040,840 960,690 860,560 750,460"
    curve = smooth(spec)
    cinchona_cluster(s, 752 + 462j, polar(-118, 1), 270)
    cinchona_cluster(s, 800 + 506j, polar(-62, 1), 220)
    for t, size in ((0.14, 330), (0.46, 320), (0.78, 250)):
        at, way = along(curve, t)
        for side in (-1, 1):
            z = at + way * polar(side * 58, 26)
            s.ink([at, z], 5, color=EVERGREEN)
            leaf(
                s,
                z,
                z + way * polar(side * 66, size),
                0.27,
                side * 0.05,
                8,
                PALE,
                SAGE,
                (0.65, 0.75),
            )
    stem(s, spec, 11, tip=0.7)
    for x, y, angle, length in ((260, 850, -8, 270), (330, 800, 4, 230)):
        with s.frame((x, y), angle):
            s.shape(
                [
                    (0, -26),
                    (length * 0.5, -29),
                    (length, -24),
                    (length + 12, 0),
                    (length, 26),
                    (length * 0.5, 30),
                    (0, 27),
                    (-12, 0),
                ],
                PAPER,
                3,
                tint=BLUSH,
            )
            s.stipple(
                [(30, -14), (length - 20, -12), (length - 20, 14), (30, 15)],
                60,
                2.3,
                CLAY,
                gap=6,
            )
            for y2 in (-14, -4, 7, 16):
                a = s.rng.uniform(10, length * 0.4)
                s.ink(
                    [(a, y2), (a + length * 0.4, y2 + s.rng.uniform(-3, 3))],
                    1.7,
                    (0.2, 1, 0.2),
                )
            s.shape(ring(s, (0, 0), 25, 0.01, squash=1), PAPER, 3, tint=CLAY)
            s.ink(
                "-2,18 -16,8 -16,-10 0,-18 14,-8 13,8 2,12 -7,4 -4,-6 4,-5",
                2.4,
                (0.8, 1, 0.6),
            )
    return s


def methotrexate(name):
    """Draw a spinach leaf whose veins pass into a lattice of hexagons."""
    s = Sheet(name)
    s.wash(ring(s, (650, 480), 330, 0.02), SAND)
    leaf(s, (520, 1000), (250, 560), 0.2, 0.1, 6, PALE, SAGE, (0.5, 0.8))
    outline = (
        "640,820! 560,842 470,800 440,720 470,640 440,560 460,470 500,400 510,310 570,220 660,150 760,90! "
        "800,190 880,270 890,360 930,440 910,540 920,640 860,700 830,780 740,822 680,800 640,820!"
    )
    s.shape(outline, PAPER, 4, tint=PALE)
    rib = "600,1010 624,900 642,810 668,640 700,440 732,260 758,104"
    s.wash(
        "640,820! 560,842 470,800 440,720 470,640 440,560 460,470 500,400 510,310 570,220 660,150 760,90! "
        "730,260 698,440 668,640",
        SAGE,
        (2, 0),
    )
    spine = smooth("642,810 668,640 700,440 732,260 758,104")
    left = points("500,800 456,690 470,570 486,430 540,290 640,180")
    for k, end in enumerate(left):
        at, way = along(spine, 0.02 + 0.15 * k)
        tip = at + (end - at) * 0.9
        mid = (at + tip) / 2 + way * 16
        s.ink([at, mid, tip], 2.8, (1, 0.8, 0.2), EVERGREEN)
        for t in (0.35, 0.6):
            z = at + (tip - at) * t + way * 12
            for d in (-60, 50):
                s.ink(
                    [z, z + (tip - at) / abs(tip - at) * polar(d, 52 * (1 - t * 0.4))],
                    1.7,
                    (0.8, 0.7, 0.1),
                    EVERGREEN,
                )
    right = ((0.1, 780, 730), (0.34, 800, 560), (0.58, 820, 396), (0.8, 800, 250))
    for t, x, y in right:
        at, way = along(spine, t)
        s.ink(
            [at, (at + complex(x, y)) / 2 + way * 14, (x, y)],
            2.8,
            (1, 0.8, 0.5),
            EVERGREEN,
        )
    size = 50
    with s.clip(outline):
        lattice(
            s,
            (800, 560),
            size,
            [
                (0, 0),
                (1, 0),
                (0, -1),
                (1, -1),
                (0, -2),
                (1, -2),
                (1, -3),
                (2, -3),
                (-1, 1),
                (0, 1),
                (-1, 2),
                (0, 2),
                (2, -4),
                (1, -4),
                (3, -5),
            ],
            EVERGREEN,
            2.4,
        )
    lattice(
        s,
        (800, 560),
        size,
        [(2, -1), (3, -1), (2, -2), (3, -2), (4, -2)],
        INK,
        3.2,
        PALE,
    )
    lattice(s, (800, 560), size, [(2, 0), (5, -3), (6, -3), (6, -2)], INK, 3, None)
    lattice(s, (800, 560), size, [(7, -3)], INK, 3.4, BLUSH)
    for q, r in ((3, -1), (4, -2), (6, -3), (6, -2)):
        c = complex(800 + 1.732 * size * (q + r / 2), 560 + 1.5 * r * size)
        s.shape(ring(s, c + polar(-90, size), 8, count=7), CLAY, 2)
    c = complex(800 + 1.732 * size * (7 - 1.5), 560 - 4.5 * size)
    s.ink([c + polar(30, size), c + polar(30, size) + 46], 3.2)
    s.ink([c + polar(-90, size), c + polar(-90, size) - 44j], 3.2)
    s.shape(ring(s, c + polar(30, size) + 54, 9, count=7), PAPER, 2.4)
    stem(s, rib, 11)
    return s


PICTURES = {
    "hydroxychloroquine": hydroxychloroquine,
    "methotrexate": methotrexate,
}
