"""Pictures of body systems: digestion, metabolism, bone, sleep and energy."""

from .cells import cell, lattice, mitochondrion, ring
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
    SAND,
    Sheet,
    smooth,
)
from .plants import along, grass, leaf, petal, polar, stem

NIGHT = "#34505C"


def fern(s, spec, size, color=EVERGREEN, pen=8):
    """Draw a fern frond whose leaflets shorten to its coiled tip."""
    curve = smooth(spec)
    n = 34
    for k in range(n):
        at, way = along(curve, 0.12 + 0.86 * k / n)
        reach = size * (1 - k / n) ** 0.8 + 9
        for side in (-1, 1):
            tip = at + way * polar(side * 68, reach)
            leaf(
                s,
                at,
                tip,
                0.2,
                side * 0.06,
                0,
                PALE if side > 0 else SAGE,
                None,
                (0.6, 0.7),
                2,
            )
    stem(s, spec, pen, color)


def body_digestion(name):
    """Draw a stomach and gut that uncoil like a fern."""
    s = Sheet(name)
    s.wash(ring(s, (760, 520), 340, 0.02), SAND)
    spec = "1330,1010 1290,860 1210,730 1190,590 1250,470 1350,450 1410,520 1390,600 1320,610 1300,555 1340,530"
    fern(s, spec, 110)
    tube = (
        "690,-20! 694,80 700,150 690,210 640,250 590,320 566,420 590,510 660,560 750,562 830,530 900,500 930,530 "
        "926,590 960,610 1000,590 1004,520 970,450 900,430 840,452! 876,380 890,300 860,220 800,180 764,190 750,150 748,80 750,-20!"
    )
    s.shape(tube, PAPER, 4.4, tint=BLUSH, shift=(6, -4))
    s.stipple(tube, 190, 2.4, INK, gap=8, bias=1.4)
    for fold in (
        "640,300 620,380 640,460 700,510",
        "690,270 668,350 690,430 750,480 830,484",
        "740,260 720,330 740,400 800,440",
        "790,240 780,300 800,360 836,400",
        "720,20 718,100 724,170",
    ):
        s.ink(fold, 2.4, (0.2, 1, 0.2), CLAY)
    gut = (
        "960,600 940,660 860,650 760,640 660,650 600,690 620,750 700,760 800,744 900,740 960,770 950,830 870,846 760,836 "
        "660,840 610,880 640,930 740,930 840,926 900,950 910,1010"
    )
    curve = smooth(gut)
    n = 60
    left = [
        along(curve, k / n)[0]
        + along(curve, k / n)[1] * 1j * 34 * (1 + 0.09 * (-1) ** k)
        for k in range(n + 1)
    ]
    right = [
        along(curve, k / n)[0]
        - along(curve, k / n)[1] * 1j * 34 * (1 + 0.09 * (-1) ** k)
        for k in range(n + 1)
    ]
    s.wash(left + right[::-1], PAPER, (0, 0), 0)
    s.wash(left + right[::-1], PALE, (4, -3), 0)
    s.ink(left, 3.4, (0.8, 1, 0.8))
    s.ink(right, 3.8, (0.8, 1, 0.8))
    for k in range(3, n, 2):
        z, way = along(curve, k / n)
        side = (1, -1)[k // 2 % 2]
        s.ink(
            [z + way * 1j * 32 * side, z + way * (6 + 12j * side)],
            2,
            (1, 0.8, 0.2),
            EVERGREEN,
        )
    for x, y, a in (
        (420, 700, 30),
        (470, 800, -40),
        (380, 830, 70),
        (500, 640, 10),
        (440, 900, 0),
        (350, 740, -20),
    ):
        with s.frame((x, y), a):
            s.shape(
                "-22,0 -16,-10 0,-12 16,-10 22,0 16,10 0,12 -16,10",
                PAPER,
                2.4,
                tint=SAGE,
            )
            s.ink("22,0 36,-8 48,4 60,-4", 1.6, (1, 0.7, 0.2))
    return s


def body_metabolism(name):
    """Draw a pea pod opened like a mitochondrion, with sugar falling from it."""
    s = Sheet(name)
    s.wash(
        [
            (330, 520),
            (520, 330),
            (860, 280),
            (1180, 360),
            (1330, 520),
            (1150, 690),
            (800, 760),
            (500, 690),
        ],
        SAND,
        (0, 0),
    )
    with s.frame((800, 500), -14):
        pod = "-520,10! -430,-90 -260,-168 -40,-190 200,-170 380,-100 520,-20! 420,110 230,176 0,196 -240,172 -420,100 -520,10!"
        s.shape(pod, PAPER, 5, tint=GREEN, shift=(5, -4))
        inner = (
            "-460,8! -380,-70 -240,-134 -40,-154 190,-136 350,-76 456,-14! 370,80 210,140 0,158 "
            "-220,138 -370,80 -460,8!"
        )
        s.shape(inner, PAPER, 3, tint=PALE)
        with s.clip(inner):
            for k in range(9):
                x, side = -340 + 82 * k, (1, -1)[k % 2]
                deep = -(30 - abs(k - 4) * 14) * side
                fold = [
                    (x - 20, 200 * side),
                    (x - 22, 60 * side),
                    (x - 14, deep),
                    (x + 4, deep - 12 * side),
                    (x + 20, deep + 6 * side),
                    (x + 22, 70 * side),
                    (x + 22, 200 * side),
                ]
                s.wash(fold, BLUSH, (0, 0), 1)
                s.ink(fold, 3, (0.9, 1, 0.9))
                s.ink([(x, 150 * side), (x, 60 * side)], 1.6, (0.3, 1, 0.2), CLAY)
                for _ in "1234":
                    y = (deep - side * s.rng.uniform(26, 60)) * (1 - abs(k - 4) * 0.12)
                    s.dots([(x + s.rng.uniform(-22, 22), y)], 4.5, CLAY)
        s.ink(inner, 3, closed=True)
        stem(s, "-512,10 -590,30 -660,10 -760,60", 14)
        for a in (-60, -20, 25, 60):
            leaf(
                s, -540 + 16j, -540 + 16j + polar(a + 180, 110), 0.2, 0, 3, SAGE, GREEN
            )
        s.ink("516,-18 560,-30 580,-60", 5, (1, 0.7, 0.3), EVERGREEN)
    lattice(s, (1160, 700), 46, [(0, 0)], INK, 3.4, BLUSH)
    lattice(s, (1290, 780), 40, [(0, 0)], INK, 3.2, PALE)
    lattice(s, (1200, 850), 34, [(0, 0)], INK, 3, None, 14)
    for at, length, angle in (
        ((330, 250), 92, -24),
        ((430, 190), 66, 30),
        ((1300, 240), 84, 18),
    ):
        mitochondrion(s, at, length, angle, PALE)
    return s


def body_bone(name):
    """Draw the rings of compact bone as one draws the rings of wood."""
    s = Sheet(name)
    s.wash(ring(s, (820, 520), 350, 0.02), SAND)
    outline = ring(s, (820, 500), 400, 0.025, 18, 0.94)
    s.shape(outline, PAPER, 5, tint="#F5EEDF")
    marrow = ring(s, (800, 510), 120, 0.06, 12)
    with s.clip(outline):
        centres = [
            (820 + 500j + polar(a, r), q)
            for r, first, q, n in ((222, 10, 84, 8), (356, 26, 80, 13))
            for a in (first + 360 * k / n for k in range(n))
        ]
        for at, q in centres:
            at += complex(s.rng.uniform(-8, 8), s.rng.uniform(-8, 8))
            for k in range(5, 0, -1):
                edge = ring(s, at, q * (0.2 + 0.17 * k), 0.02, 10)
                if k == 5:
                    s.shape(edge, PAPER, 3, tint="#F8F2E6")
                else:
                    s.ink(edge[s.rng.randrange(4) :], 1.8, (0.3, 1, 0.3))
                for _ in range(2 * k):
                    z = at + polar(s.rng.uniform(0, 360), q * (0.28 + 0.17 * k))
                    if k < 5:
                        s.dots([z], 4.5, INK)
                        way = polar(s.rng.uniform(0, 360), 7)
                        s.ink([z - way, z, z + way], 1.3, (0.3, 1, 0.3))
            s.shape(ring(s, at, q * 0.17, count=8), PAPER, 2.8, CLAY, BLUSH)
            s.dots([at], 6, CLAY)
    for k in range(2):
        c = 820 + 500j
        s.ink([c + (z - c) * (0.975 - 0.022 * k) for z in outline], 1.8, closed=True)
    s.shape(marrow, PAPER, 4, tint=BLUSH)
    for _ in range(15):
        z = 800 + 510j + polar(s.rng.uniform(0, 360), 92 * s.rng.random() ** 0.5)
        s.shape(ring(s, z, s.rng.uniform(11, 19), count=8), PAPER, 2, tint="#F6E5D8")
    s.ink(outline, 5.4, closed=True)
    spec = "250,1010 270,860 330,740 400,640 420,540"
    curve = stem(s, spec, 9)
    for k in range(8):
        at, way = along(curve, 0.16 + 0.1 * k)
        leaf(
            s,
            at,
            at + way * polar((1, -1)[k % 2] * 54, 140 - 7 * k),
            0.2,
            0,
            5,
            PALE,
            SAGE,
        )
    return s


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
    "body-digestion": body_digestion,
    "body-metabolism": body_metabolism,
    "body-bone": body_bone,
    "body-sleep": body_sleep,
    "body-energy": body_energy,
}
