"""Pictures of medicines, injections and exercise."""

from .anatomy import finger_joint
from .cells import lattice, platelet, red_cell, ring
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
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
from .plants import along, blade, flower, grass, leaf, polar, stem


def platelet_rich_plasma(name):
    """Draw a parted tube of blood as a vase, its platelets as seed heads."""
    s = Sheet(name)
    s.wash(ring(s, (800, 520), 350, 0.02), SAND)
    heads = (
        (560, 210, 92),
        (800, 120, 76),
        (1030, 230, 100),
        (690, 330, 58),
        (930, 360, 54),
    )
    for x, y, r in heads:
        stem(
            s,
            [(800 + (x - 800) * 0.08, 560), (800 + (x - 800) * 0.3, 420), (x, y)],
            4.5,
        )
    for x, y, r in heads:
        at = complex(x, y)
        for k in range(26):
            a = 360 * k / 26 + s.rng.uniform(-5, 5)
            far = r * s.rng.uniform(0.82, 1.05)
            s.ink([at + polar(a, 14), at + polar(a, far)], 1.8, (1, 0.8, 0.5))
            if k % 2:
                for d in (-26, 0, 26):
                    s.ink(
                        [at + polar(a, far), at + polar(a, far) + polar(a + d, 12)], 1.5
                    )
            else:
                s.pen = 0.7
                platelet(s, at + polar(a, far * 0.9), 9, a, BLUSH if k % 4 else PALE)
                s.pen = 1
        platelet(s, at, 20, 0, CLAY)
    tube = "704,440! 706,600 706,760 716,850 760,904 800,912 842,904 886,850 896,760 896,600 898,440!"
    s.wash(tube, PAPER, (0, 0), 0)
    with s.clip(tube):
        s.wash("690,470! 760,476 840,466 910,472! 910,640! 690,640!", BLUSH, (0, 0), 0)
        s.wash("690,636! 910,640! 910,668! 690,664!", PAPER, (0, 0), 0)
        s.wash("690,664! 800,670 910,666! 910,930! 690,930!", CLAY, (0, 0), 0)
        for row in range(7):
            for col in range(6):
                x = 716 + col * 38 + (row % 2) * 18 + s.rng.uniform(-5, 5)
                y = 694 + row * 34 + s.rng.uniform(-4, 4)
                red_cell(
                    s, (x, y), 18, s.rng.uniform(0.5, 0.95), s.rng.uniform(-40, 40)
                )
        for _ in range(16):
            at = complex(s.rng.uniform(722, 880), s.rng.uniform(500, 655))
            platelet(s, at, 8, s.rng.uniform(0, 60), PAPER)
        for x, y in ((740, 600), (800, 500), (830, 570), (858, 560), (770, 550)):
            s.ink(
                [(x, y), (x + 10, y - 30), (x + 4, y - 60)],
                1.5,
                (0.2, 1, 0.2),
                EVERGREEN,
            )
    s.ink("704,438 706,600 706,760 716,850 760,904 800,912", 3.4, (0.7, 1, 0.8))
    s.ink("800,912 842,904 886,850 896,760 896,600 898,438", 4.6, (0.8, 1, 0.7))
    s.ink(
        [
            (800 + 108 * z.real, 438 + 16 * z.imag)
            for z in (polar(30 * k, 1) for k in range(12))
        ],
        3.4,
        closed=True,
    )
    s.ink("706,472 760,480 840,470 896,474", 2, (0.5, 1, 0.5))
    s.ink("724,500 724,640 728,780", 7, (0.3, 1, 0.3), PAPER)
    return s


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
                [(0, -26), (length, -24), (length, 26), (0, 27)], 60, 2.3, CLAY, gap=6
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


def corticosteroid_injection(name):
    """Draw a finger joint and a branch whose long thorn points into it."""
    s = Sheet(name)
    s.wash(ring(s, (668, 590), 270, 0.02), BLUSH)
    for k in range(3):
        arc = [
            668 + 590j + polar(a, 300 + 32 * k)
            for a in range(100 + 12 * k, 170 - 8 * k, 12)
        ]
        s.ink(arc, 2.2, (0.2, 1, 0.2), CLAY)
    finger_joint(s)
    spec = "1620,250 1480,280 1330,270 1190,220 1070,130"
    curve = smooth(spec)
    for t, side, size in (
        (0.1, 1, 160),
        (0.24, -1, 170),
        (0.42, 1, 140),
        (0.52, -1, 130),
        (0.84, 1, 90),
        (0.9, -1, 84),
    ):
        at, way = along(curve, t)
        leaf(
            s,
            at,
            at + way * polar(side * 60, size),
            0.26,
            -side * 0.05,
            6,
            PALE,
            SAGE,
            (0.6, 0.7),
        )
    at, way = along(curve, 1)
    leaf(s, at, at + way * 110, 0.26, 0.04, 5, PALE, SAGE, (0.6, 0.7))
    stem(s, spec, 13, tip=0.4)
    for t, side in ((0.17, -1), (0.34, 1), (0.46, -1), (0.76, -1)):
        at, way = along(curve, t)
        point = at + way * polar(side * 70, 48)
        s.shape(
            [at - way * 12, at - way * 12, point, point, at + way * 14, at + way * 14],
            PAPER,
            2.6,
            tint=SAGE,
        )
    tip, root = 674 + 520j, along(curve, 0.66)[0]
    axis = (tip - root) / abs(tip - root)
    s.shape(
        [
            root - axis * 16j,
            root - axis * 16j,
            root + axis * 150 - axis * 7j,
            tip,
            tip,
            root + axis * 150 + axis * 7j,
            root + axis * 16j,
            root + axis * 16j,
        ],
        PAPER,
        3,
        tint=SAGE,
    )
    s.ink([root + axis * 20, root + axis * 300], 1.8, (0.5, 1, 0.2))
    with s.frame(tip + 26j, 90):
        s.shape("-26,0! -6,-11 10,-12 19,0 10,12 -6,11", CLAY, 2.6)
    return s


def physical_therapy(name):
    """Draw a reed bending through the arc of its movement."""
    s = Sheet(name)
    s.wash(ring(s, (790, 500), 330, 0.015), MIST)
    foot = 640 + 860j
    for k in range(5):
        end = foot + polar(-98 + 9 * k, 700)
        way = [foot, foot + polar(-94 + 3 * k, 350), end]
        s.ink(way, 2.2, (0.8, 0.8, 0.4), SAGE)
        s.ink([end, end + polar(-92 + 16 * k, 60)], 7, (0.5, 1, 0.4), SAGE)
    for radius, first, last in ((560, -100, -42), (620, -96, -40), (690, -94, -46)):
        arc = [foot + polar(first + (last - first) * k / 8, radius) for k in range(9)]
        s.ink(arc, 3, (0.2, 0.7, 1), CLAY if radius == 620 else SLATE)
    head = foot + polar(-40, 620)
    s.ink(
        [head + polar(-118, 30), head, head + polar(-196, 28)], 3.2, (0.4, 1, 0.4), CLAY
    )
    curve = smooth("640,860 664,690 720,520 830,380 980,280 1120,250")
    for t, side, size, bend in (
        (0.1, -1, 330, 0.2),
        (0.2, 1, 350, -0.16),
        (0.34, -1, 280, 0.24),
        (0.5, 1, 270, -0.22),
    ):
        at, way = along(curve, t)
        leaf(
            s,
            at,
            at + way * polar(side * 38, size),
            0.055,
            bend,
            0,
            PALE,
            SAGE,
            (0.4, 0.9),
        )
    s.ink([*curve[::4], curve[-1]], 12, (1, 0.85, 0.5), EVERGREEN)
    for t in (0.12, 0.3, 0.47, 0.64, 0.8):
        at, way = along(curve, t)
        s.ink([at + way * 9j, at - way * 9j], 4, (0.6, 1, 0.6))
    at, way = along(curve, 1)
    spine = smooth(
        [
            at - way * 30,
            at + way * 100,
            at + way * polar(20, 190),
            at + way * polar(34, 260),
        ]
    )
    s.ink(spine[::3], 5, (1, 0.8, 0.3), EVERGREEN)
    for k in range(64):
        z, w = along(spine, 0.1 + 0.88 * k / 63)
        a = (1, -1)[k % 2] * s.rng.uniform(16, 44) + 8
        end = z + w * polar(a, 84 - 44 * k / 63)
        s.ink(
            [z, (z + end) / 2 + 6j, end], 3, (0.8, 1, 0.2), EVERGREEN if k % 4 else CLAY
        )
    for y, x1, x2 in (
        (862, 400, 1010),
        (888, 470, 930),
        (912, 560, 820),
        (872, 1060, 1200),
        (880, 250, 340),
    ):
        s.ink(
            [(x1, y), (x1 * 0.6 + x2 * 0.4, y - 5), (x2, y + 2)],
            3,
            (0.1, 1, 0.1),
            SLATE,
        )
    for x, h in ((590, 130), (700, 110), (548, 80)):
        grass(s, (x, 864), h, 0.1, 5)
    return s


PICTURES = {
    "platelet-rich-plasma": platelet_rich_plasma,
    "hydroxychloroquine": hydroxychloroquine,
    "methotrexate": methotrexate,
    "corticosteroid-injection": corticosteroid_injection,
    "physical-therapy": physical_therapy,
}
