"""Pictures of body systems: immunity, joints, nerves, mind and heart."""

import itertools

from .anatomy import bone
from .cells import lymphocyte, neuron_body, nucleus, ring
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
from .plants import along, grass, leaf, polar, sprig


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
    for k, (a, r) in enumerate(arms):
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


def twig(s, at, angle, length, width, depth, color=EVERGREEN):
    """Branch like a dendrite."""
    end = at + polar(angle, length)
    mid = (at + end) / 2 + polar(angle + 90, s.rng.uniform(-12, 12))
    s.ink([at, mid, end], width, (1, 0.85, 0.65), color, wobble=1.6)
    tips = []
    if depth:
        for side in (-1, 1):
            tips += twig(
                s,
                end,
                angle + side * s.rng.uniform(16, 34) + s.rng.uniform(-5, 5),
                length * s.rng.uniform(0.62, 0.82),
                width * 0.66,
                depth - 1,
                color,
            )
        return tips
    return [end]


def body_nerves(name):
    """Draw a nerve cell as a tree: crown of dendrites, a sheathed root."""
    s = Sheet(name)
    s.wash(ring(s, (800, 330), 330, 0.02, squash=0.82), SAND)
    at = 800 + 420j
    tips = []
    for angle in (-160, -128, -102, -76, -48, -18):
        tips += twig(s, at + polar(angle, 46), angle, s.rng.uniform(100, 130), 13, 3)
    for z in tips:
        s.dots([z], s.rng.uniform(7, 10), CLAY if s.rng.random() < 0.4 else GREEN)
    spec = "800,470 790,560 816,650 790,760 804,860"
    curve = smooth(spec)
    s.ink(spec, 9, (1.4, 1, 0.8), EVERGREEN)
    for k in range(4):
        z = [along(curve, 0.14 + 0.2 * k + 0.17 * j / 4) for j in range(5)]
        sheath = [p + q * 1j * 18 * h for (p, q), h in zip(z, (0.5, 1, 1.1, 1, 0.5), strict=False)]
        sheath += [
            p - q * 1j * 18 * h for (p, q), h in zip(z[::-1], (0.5, 1, 1.1, 1, 0.5), strict=False)
        ]
        s.shape(sheath, PAPER, 3, tint=BLUSH)
        s.ink([p + q * 5j for p, q in z], 1.6, (0.2, 1, 0.2))
    for angle in (150, 118, 92, 66, 34):
        for z in twig(s, 804 + 858j, angle, 58, 6, 1):
            s.dots([z], 9, EVERGREEN)
    neuron_body(s, at, 74, PALE, GREEN)
    s.ink(
        "200,862 420,850 640,862 800,856 980,862 1200,850 1400,862", 2.8, (0.1, 1, 0.1)
    )
    for x, h in ((330, 50), (520, 40), (1060, 46), (1290, 56)):
        grass(s, (x, 858), h)
    return s


def body_mind(name):
    """Draw a walnut opened into two halves, each folded like a brain."""
    s = Sheet(name)
    s.wash(ring(s, (790, 510), 345, 0.015), MIST)
    sprig(
        s,
        "330,120 470,170 600,250 680,330",
        7,
        210,
        56,
        tint=PALE,
        half=SAGE,
        width=8,
        veins=7,
        ends=False,
    )
    shell = ring(s, (800, 560), 300, 0.012, 18, 0.94)
    s.shape(shell, PAPER, 5, tint="#E9D3BB")
    s.stipple(shell, 160, 2.4, INK, gap=8, bias=1.8)
    s.shape(ring(s, (800, 560), 262, 0.012, 18, 0.94), PAPER, 3, tint=SAND)
    for side in (-1, 1):
        with s.frame((800 + side * 10, 560), 0, 1, side < 0):
            lobe = (
                "12,-190 34,-226 74,-222 96,-204 132,-212 160,-186 164,-160 196,-148 208,-110 198,-86 226,-62 "
                "236,-24 220,0 238,30 228,70 206,86 208,122 180,152 152,152 142,186 104,206 74,194 50,222 18,208 "
                "22,170 8,150 20,110 8,76 20,36 6,0 20,-40 6,-80 20,-120 8,-150"
            )
            s.shape(lobe, PAPER, 4, tint=BLUSH if side > 0 else PALE)
            folds = (
                "40,-196 62,-170 50,-146 68,-124 98,-140 96,-172 124,-180 140,-156 128,-128 150,-108 172,-120",
                "22,-120 48,-106 76,-92 70,-66 40,-62 24,-44",
                "100,-106 112,-82 104,-56 130,-40 156,-54 158,-82 184,-84 198,-62 186,-36 204,-16",
                "22,0 50,-14 82,-18 92,8 70,26 46,22 30,36",
                "116,-12 140,-6 166,-16 176,6 160,28 132,24 116,44 134,66 164,58 190,38 212,46",
                "22,92 44,64 76,60 92,82 80,106 52,104 40,124 56,144",
                "110,90 122,112 150,102 176,84 192,104 176,126 146,130 124,150 134,172",
                "28,176 50,168 74,150 98,158 100,180 84,190",
            )
            for fold in folds:
                s.ink(fold, 3.4, (0.5, 1, 0.4))
                s.ink(
                    [z + 6 + 7j for z in points(fold)][1:-1],
                    1.5,
                    (0.1, 1, 0.1),
                    CLAY if side > 0 else EVERGREEN,
                )
            s.stipple(lobe, 70, 2.1, INK, gap=7, bias=1.5)
    s.ink("800,372 794,450 806,560 796,660 802,760", 3.4, (0.5, 1, 0.4))
    with s.frame((1230, 740), 24):
        s.shape(
            "0,-96! 40,-84 82,-40 92,10 74,62 30,90! 0,94 -40,84 -80,50 -90,0 -74,-52 -36,-86",
            PAPER,
            4,
            tint="#E9D3BB",
        )
        for fold in (
            "-4,-94 6,-40 -6,20 2,90",
            "-50,-70 -34,-30 -56,10 -30,60",
            "-74,-20 -62,10 -70,40",
            "44,-74 34,-30 58,10 32,64",
            "72,-30 62,6 72,36",
            "-20,-60 -14,-20 -26,10",
            "20,-10 28,30 16,60",
        ):
            s.ink(fold, 2.8, (0.4, 1, 0.3))
    return s


def body_heart(name):
    """Draw a heart whose vessels leaf out above it."""
    s = Sheet(name)
    s.wash(ring(s, (800, 560), 330, 0.02), SAND)
    for spec, width, leaves in (
        ("850,330 860,200 930,110 1050,90", 40, 5),
        ("760,340 730,220 640,130 520,120", 36, 5),
        ("690,380 610,320 510,320 430,360", 28, 4),
        ("920,380 1010,310 1110,310 1190,350", 28, 4),
    ):
        curve = smooth(spec)
        z = [along(curve, j / 8) for j in range(9)]
        tube = [p + q * 1j * width * (0.6 - 0.045 * j) for j, (p, q) in enumerate(z)]
        tube += [
            p - q * 1j * width * (0.6 - 0.045 * j)
            for j, (p, q) in reversed(list(enumerate(z)))
        ]
        for k in range(leaves):
            at, way = along(curve, 0.42 + 0.58 * k / (leaves - 1))
            side = (1, -1)[k % 2]
            leaf(
                s,
                at,
                at + way * polar(side * 50, 120 - 10 * k),
                0.22,
                -side * 0.06,
                4,
                PALE,
                SAGE,
            )
        s.shape(tube, PAPER, 3.4, tint=BLUSH if width in (40, 28) else "#C9D6DC")
        at, way = along(curve, 0.98)
        leaf(s, at, at + way * 100, 0.22, 0, 4, PALE, SAGE)
    heart = (
        "640,400 700,350 770,350 810,372 860,346 930,356 990,420 1010,510 980,610 910,720 840,810 790,850 760,846 "
        "700,780 630,680 592,570 600,460"
    )
    s.shape(heart, PAPER, 5, tint=BLUSH, shift=(7, -5))
    with s.clip(heart):
        s.wash(
            "830,360! 900,340 1020,420 1040,600 880,800 790,870! 860,700 880,560 850,440",
            "#E4BC9F",
            (0, 0),
        )
    s.stipple(heart, 220, 2.4, INK, gap=8, bias=1.6)
    for spec, w in (
        ("806,376 790,460 760,560 770,680 790,800", 5),
        ("778,520 720,560 680,620", 3.2),
        ("764,600 720,650 710,710", 3),
        ("790,460 720,470 660,520", 3),
        ("772,690 750,740 752,780", 2.6),
        ("800,420 870,450 930,520 950,590", 3.4),
        ("900,484 900,560 880,640", 2.8),
        ("772,640 830,660 860,720", 2.8),
        ("940,556 930,620 900,680", 2.4),
    ):
        s.ink(spec, w, (1, 0.8, 0.2), CLAY)
    s.ink("604,470 650,420 700,412 740,424", 3, (0.3, 1, 0.3))
    s.ink("880,380 930,396 976,440", 3, (0.3, 1, 0.3))
    return s


PICTURES = {
    "body-immune": body_immune,
    "body-joints": body_joints,
    "body-nerves": body_nerves,
    "body-mind": body_mind,
    "body-heart": body_heart,
}
