"""Pictures of talking, needling, eating, infusing, stimulating and scanning."""

from .anatomy import fish, lattice_bone, profile
from .cells import ring
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
from .plants import along, flower, leaf, needles, olive, polar, sprig, stem


def cognitive_behavioral_therapy(name):
    """Draw a head in profile that holds a walled garden with one clear path."""
    s = Sheet(name)
    head = profile(s)
    s.wash(head, PALE, (10, -8))
    hub = 850 + 430j
    for k, (start, end) in enumerate(((20, 330), (130, 430), (-30, 280), (80, 390))):
        radius = 62 + 42 * k
        arc = [hub + polar(start + (end - start) * j / 22, radius) for j in range(23)]
        for z in arc[1:-1]:
            for _ in range(3):
                p = z + polar(s.rng.uniform(0, 360), s.rng.uniform(6, 13))
                s.ink([p, p + polar(s.rng.uniform(0, 360), 7)], 2.2, color=GREEN)
        s.ink(arc, 6, (0.8, 1, 0.8), EVERGREEN)
    path = [
        (838, 1000),
        (850, 860),
        (930, 740),
        hub + polar(55, 250),
        hub + polar(55, 208),
    ]
    path += [hub + polar(a, 167) for a in range(62, 300, 22)] + [hub + polar(305, 146)]
    path += [hub + polar(a, 125) for a in range(296, 104, -22)] + [
        hub + polar(100, 104)
    ]
    path += [hub + polar(a, 83) for a in range(88, 2, -22)] + [
        hub + polar(-5, 62),
        hub + 34,
    ]
    s.ink(path, 3, (0.9, 1, 0.8), CLAY)
    for a, size in ((-160, 36), (-115, 48), (-70, 48), (-25, 36)):
        leaf(s, hub + 20j, hub + 20j + polar(a, size), 0.26, 0, 2, SAGE, GREEN)
    s.ink([hub + 36j, hub + 18j], 4, color=EVERGREEN)
    s.ink(head[:-1], 4.4, (0.5, 1, 0.5))
    s.ink("596,560 624,574 660,562", 4.4, (0.4, 1, 0.3))
    for z, a in ((604 + 565j, 130), (622 + 573j, 100), (642 + 570j, 70)):
        s.ink([z, z + polar(a, 11)], 2.2, (0.9, 0.7, 0.3))
    s.ink("584,516 622,494 668,506", 5.5, (0.4, 1, 0.2))
    s.ink("566,760 598,764 622,752", 3.4, (0.6, 1, 0.2))
    s.ink("588,674 602,660 612,674 604,688", 2.8, (0.3, 1, 0.3))
    s.ink(
        "930,640 950,596 990,592 1008,632 990,690 960,724 940,708", 3.6, (0.3, 1, 0.4)
    )
    s.ink("954,636 972,616 982,648 964,676", 2.2, (0.3, 1, 0.3))
    s.ink("700,880 750,868 800,830", 2.4, (0.2, 1, 0.2))
    for spec, length in (
        ("760,200 740,150 700,100", 60),
        ("850,176 856,130 842,86", 56),
        ("940,186 974,140 1026,110", 62),
    ):
        curve = stem(s, spec, 5)
        for t, side in ((0.35, 1), (0.6, -1), (0.82, 1)):
            at, way = along(curve, t)
            leaf(s, at, at + way * polar(side * 56, length), 0.2, 0, 4, PALE, SAGE)
        at, way = along(curve, 1)
        if length == 56:
            flower(s, at, 34, 7, BLUSH, 0.9)
        else:
            leaf(s, at, at + way * length * 0.8, 0.2, 0, 4, PALE, SAGE)
    return s


def acupuncture(name):
    """Draw a hand-shaped leaf with meridian-like veins and pine needles at its points."""
    s = Sheet(name)
    s.wash(ring(s, (760, 520), 320, 0.02), MIST)
    at = 720 + 760j
    fingers = (
        (-133, 0.22, 400, 0.105, 0.05),
        (-112, 0.16, 470, 0.1, 0.03),
        (-92, 0.14, 520, 0.098, 0),
        (-72, 0.15, 480, 0.1, -0.03),
        (-22, 0.2, 370, 0.13, -0.1),
    )
    stem(s, "690,1010 708,900 720,760", 15, tip=0.8)
    rays = []
    for angle, foot, length, width, bend in fingers:
        base = at + polar(angle, foot * 300)
        rays.append((base, at + polar(angle, length + 60), width, bend))
    palm_edge = [
        at + polar(a, r)
        for a, r in (
            (95, 34),
            (150, 96),
            (190, 150),
            (222, 196),
            (250, 240),
            (270, 262),
            (290, 240),
            (318, 190),
            (348, 150),
            (20, 110),
            (60, 60),
        )
    ]
    for base, tip, width, bend in (rays[0], rays[4], rays[1], rays[3], rays[2]):
        leaf(s, base, tip, width * 1.15, bend, 0, PALE, None, (0.42, 0.5), 3.4)
    s.wash(palm_edge, PALE, (0, 0), 0)
    for a, b in ((0, 4), (8, 11)):
        s.ink([palm_edge[k % 11] for k in range(a, b)], 3.6, (0.5, 1, 0.3))
    points_of_rest = []
    for base, tip, _, bend in rays:
        axis = tip - base
        rib = [
            at,
            base + axis * 0.25 + axis * 1j * bend * 0.7,
            base + axis * 0.6 + axis * 1j * bend * 0.95,
            base + axis * 0.96,
        ]
        s.ink(rib, 3.4, (1, 0.8, 0.2), EVERGREEN)
        curve = smooth(rib)
        for j in range(7):
            z, way = along(curve, 0.3 + 0.09 * j)
            for side in (-1, 1):
                s.ink(
                    [z, z + way * polar(side * 34, 34 - 2 * j)],
                    1.8,
                    (0.9, 0.7, 0.1),
                    EVERGREEN,
                )
        for t in (0.3, 0.56, 0.82):
            z = along(curve, t)[0]
            points_of_rest.append(z)
            s.shape(ring(s, z, 8, count=7), PAPER, 2.2, CLAY)
    for r in (70, 110, 150):
        s.ink(
            [at + polar(a, r) for a in range(212, 330, 14)],
            1.7,
            (0.2, 1, 0.2),
            EVERGREEN,
        )
    for k, lean, length in (
        (1, -150, 170),
        (4, -126, 190),
        (7, -64, 250),
        (10, -52, 210),
        (13, -58, 240),
    ):
        z = points_of_rest[k]
        end = z + polar(lean, length)
        s.ink([z, (z + end) / 2, end], 3.4, (0.4, 0.9, 1), INK, wobble=0.3)
        s.ink(
            [z + polar(lean, length * 0.68), end], 8, (0.9, 1, 0.8), GREEN, wobble=0.3
        )
        s.dots([end + polar(lean, 5)], 9, EVERGREEN)
        s.dots([z], 9, CLAY)
    spec = "1640,180 1480,300 1360,420 1260,520"
    curve = stem(s, spec, 13, EVERGREEN, 0.7)
    for k in range(9):
        z, way = along(curve, 0.12 + 0.88 * k / 8)
        for side in (-1, 1):
            for _ in range(5):
                tip = z + way * polar(
                    side * s.rng.uniform(28, 58), s.rng.uniform(110, 165)
                )
                s.ink([z, (z + tip) / 2 + way * 8, tip], 2.6, (0.7, 1, 0.2), EVERGREEN)
    needles(s, along(curve, 1)[0], 138, 14, 150, 40)
    return s


def lemon(s, at, radius, cut=True):
    """Draw half a lemon, or a whole one."""
    with s.frame(at):
        if cut:
            s.shape(ring(s, 0, radius, 0.012, 16), PAPER, 3.4, tint=BLUSH)
            s.ink(ring(s, 0, radius * 0.88, 0.01, 14), 1.8, closed=True)
            for k in range(9):
                a, b = 40 * k + 3, 40 * k + 37
                seg = [polar((a + b) / 2, radius * 0.12)] * 2 + [
                    polar(a + 2, radius * 0.74),
                    polar(a + 8, radius * 0.81),
                    polar((a + b) / 2, radius * 0.83),
                    polar(b - 8, radius * 0.81),
                    polar(b - 2, radius * 0.74),
                ]
                s.shape(seg, PAPER, 2, tint="#F7E8D2", shift=(1, -1))
                for d in (-8, 0, 9):
                    z = (a + b) / 2 + d
                    s.ink(
                        [
                            polar(z, radius * s.rng.uniform(0.35, 0.5)),
                            polar(z, radius * 0.72),
                        ],
                        1.4,
                        (0.2, 1, 0.3),
                    )
        else:
            s.shape(
                [
                    z * radius
                    for z in points(
                        "-1.3,0.05 -1.08,-0.3 -0.6,-0.8 0.1,-0.92 0.7,-0.66 1.1,-0.22 1.36,-0.1 "
                        "1.34,0.12 1.06,0.3 0.6,0.74 -0.1,0.92 -0.7,0.7 -1.1,0.3"
                    )
                ],
                PAPER,
                3.4,
                tint=BLUSH,
            )
            s.stipple(
                [
                    z * radius
                    for z in points(
                        "-1,0 -0.6,-0.7 0.1,-0.8 0.7,-0.6 1.1,0 0.6,0.7 -0.1,0.85 -0.7,0.6"
                    )
                ],
                90,
                2.3,
                CLAY,
                gap=7,
            )


def wheat(s, spec, grains=13, length=46):
    """Draw an ear of wheat with its awns."""
    curve = stem(s, spec, 5)
    for k in range(grains):
        z, way = along(curve, 0.5 + 0.5 * k / grains)
        side = (1, -1)[k % 2]
        tip = z + way * polar(side * 30, length)
        s.ink([tip, tip + way * polar(side * 12, 90)], 1.6, (1, 0.6, 0.2))
        leaf(s, z, tip, 0.24, side * -0.08, 1, BLUSH, "#E9CDB0", (0.7, 0.6), 2.2)


def mediterranean_diet(name):
    """Draw a fish, an olive branch, lemons and wheat."""
    s = Sheet(name)
    s.wash(ring(s, (800, 540), 560, 0.012, 18, 0.46), SAND)
    s.ink(ring(s, (800, 540), 548, 0.006, 18, 0.45), 2.6, closed=True)
    s.ink(ring(s, (800, 540), 470, 0.006, 18, 0.42), 1.8, closed=True)
    spec = "330,250 480,190 660,170 860,190 1050,160"
    curve = smooth(spec)
    for k in range(11):
        at, way = along(curve, 0.06 + 0.9 * k / 11)
        side = (1, -1)[k % 2]
        leaf(s, at, at + way * polar(side * 42, 150), 0.12, side * -0.06, 0, PALE, SAGE)
        if k % 3 == 1:
            olive(s, at, 50, 76, SLATE if k == 4 else GREEN)
    stem(s, spec, 7)
    at, way = along(curve, 1)
    leaf(s, at, at + way * 120, 0.12, 0.05, 0, PALE, SAGE)
    fish(s, (760, 540), 1.08, -4)
    wheat(s, "270,930 330,800 420,700 450,640")
    wheat(s, "200,920 240,790 300,690 310,610")
    wheat(s, "330,950 420,850 520,770 570,720")
    leaf(s, (1210, 690), (1330, 560), 0.22, 0.1, 5, PALE, SAGE)
    lemon(s, (1140, 742), 92, False)
    lemon(s, (1290, 800), 112)
    return s


def iv_vitamin_therapy(name):
    """Draw a drop that holds a slice of citrus, hung from a flowering twig."""
    s = Sheet(name)
    s.wash(ring(s, (840, 600), 300, 0.015), SAND)
    spec = "300,330 430,230 580,170 720,170 840,230"
    curve = smooth(spec)
    for t, side, size in (
        (0.1, -1, 170),
        (0.22, 1, 190),
        (0.42, -1, 170),
        (0.5, 1, 180),
        (0.72, -1, 150),
        (0.8, 1, 130),
    ):
        at, way = along(curve, t)
        leaf(
            s, at, at + way * polar(side * 58, size), 0.22, -side * 0.06, 6, PALE, SAGE
        )
    stem(s, spec, 9, tip=0.6)
    at, way = along(curve, 0.6)
    stem(s, [at, at + 40 - 40j, at + 96 - 60j], 4)
    flower(s, at + 110 - 66j, 66, 5, PAPER, 0.85, 10)
    s.ink("840,228 866,250 872,300 866,330", 5, (0.8, 1, 0.7), EVERGREEN)
    drop = "866,316! 890,400 960,490 1020,570 1042,660 1014,760 940,826 850,840 764,812 706,744 694,650 730,560 796,470 846,390 866,316!"
    s.shape(drop, PAPER, 4.4, tint="#EAF0EC")
    lemon(s, (868, 672), 134)
    s.ink("736,600 720,660 730,720", 8, (0.3, 1, 0.3), PAPER)
    s.ink("986,640 998,690 984,740", 2.4, (0.2, 1, 0.2))
    tube = "1042,650 1130,620 1200,520 1180,410 1240,320 1340,330 1380,430 1330,520 1250,500 1260,400 1370,330 1480,360 1620,300"
    s.ink(tube, 9, (0.8, 1, 1), SAGE)
    s.ink([z - 2 - 3j for z in points(tube)], 2.4, (0.6, 1, 0.8), EVERGREEN)
    for x, y, size in ((866, 906, 24),):
        with s.frame((x, y), 0, size / 30):
            s.shape(
                "0,-42! 14,-14 26,8 20,28 0,36 -20,28 -26,8 -14,-14 0,-42!",
                PAPER,
                3,
                tint=CLAY,
            )
    return s


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
                p + q * 1j * w * h for (p, q), h in zip(z, (0.5, 1, 1.05, 1, 0.5), strict=False)
            ]
            sheath += [
                p - q * 1j * w * h for (p, q), h in zip(z[::-1], (0.5, 1, 1.05, 1, 0.5), strict=False)
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
    "cognitive-behavioral-therapy": cognitive_behavioral_therapy,
    "acupuncture": acupuncture,
    "mediterranean-diet": mediterranean_diet,
    "iv-vitamin-therapy": iv_vitamin_therapy,
    "tens": tens,
    "bone-density-scan": bone_density_scan,
}
