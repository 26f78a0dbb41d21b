"""Pictures of the treatments with cells."""

from .anatomy import knee
from .cells import cell, dividing, lymphocyte, ring, spindle
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    PALE,
    PAPER,
    SAGE,
    SAND,
    Sheet,
)
from .plants import along, leaf, petal, polar, stem


def stem_cell(name):
    """Draw a dividing cell as the bud on a stem, other cells borne as fruit."""
    s = Sheet(name)
    s.wash(ring(s, (800, 380), 330, 0.015), SAND)
    spec = "610,1010 640,860 720,720 770,600 786,520"
    side = "690,770 800,720 920,690 1030,620 1068,560"
    curve = stem(s, side, 6)
    for t, turn, size in ((0.34, 1, 150), (0.62, -1, 130), (0.8, 1, 100)):
        at, way = along(curve, t)
        leaf(s, at, at + way * polar(turn * 54, size), 0.19, -turn * 0.1, 5, PALE, SAGE)
    curve = stem(s, spec, 12, tip=0.6)
    for t, turn, size in (
        (0.18, -1, 330),
        (0.3, 1, 250),
        (0.5, -1, 270),
        (0.72, 1, 180),
        (0.76, -1, 170),
    ):
        at, way = along(curve, t)
        leaf(s, at, at + way * polar(turn * 54, size), 0.19, -turn * 0.1, 7, PALE, SAGE)
    base = 786 + 530j
    for a, size in ((-150, 150), (-30, 150)):
        leaf(
            s,
            base,
            base + polar(a, size),
            0.17,
            0.16 if a < -90 else -0.16,
            4,
            PALE,
            SAGE,
        )
    dividing(s, (802, 300), 172, -84)
    for a, size, bend in (
        (-164, 132, -0.24),
        (-18, 132, 0.24),
        (-132, 128, -0.24),
        (-50, 126, 0.24),
        (-92, 96, 0.02),
    ):
        leaf(s, base, base + polar(a, size), 0.19, bend, 4, SAGE, GREEN)
    cell(s, (1090, 480), 92, PALE, GREEN, turn=30)
    foot = 1069 + 566j
    for a in (-150, -100, -56, -16):
        leaf(s, foot, foot + polar(a, 50), 0.24, -0.1, 2, SAGE, GREEN)
    return s


def cell_blossom(s, at, radius, petals=9):
    """Draw an immune cell as the heart of a blossom."""
    turn = s.rng.uniform(0, 40)
    for k in range(petals):
        v = polar(turn + 360 * k / petals + s.rng.uniform(-5, 5), radius)
        petal(
            s,
            at + v * 0.8,
            at + v * s.rng.uniform(2.0, 2.25),
            0.36,
            BLUSH if k % 2 else PAPER,
        )
    lymphocyte(s, at, radius, PALE, CLAY, 20)


def stem_cell_lupus(name):
    """Draw mesenchymal cells as a branch, immune cells as its blossoms."""
    s = Sheet(name)
    s.wash(ring(s, (800, 500), 345, 0.03, squash=0.8), SAND)
    stems = (
        "-20,860 90,800 180,750",
        "950,420 990,400 1020,404",
        "560,560 600,650 640,720",
        "860,440 900,340 960,250",
        "1330,560 1420,590 1480,560",
        "420,620 380,520 390,420",
        "1100,470 1120,600 1090,700",
        "1250,470 1300,380 1330,320",
    )
    for spec in stems:
        stem(s, spec, 5)
    for at, tip in (
        (90 + 802j, 150 + 910j),
        (120 + 786j, 60 + 690j),
        (394 + 500j, 300 + 470j),
        (600 + 650j, 520 + 700j),
        (900 + 340j, 800 + 300j),
        (1112 + 640j, 1210 + 640j),
        (1400 + 582j, 1420 + 690j),
        (1300 + 380j, 1210 + 350j),
        (1118 + 560j, 1020 + 580j),
    ):
        leaf(s, at, tip, 0.2, veins=4, tint=PALE, half=SAGE)
    for at, length, angle in (
        ((320, 670), 460, -28),
        ((740, 480), 520, -16),
        ((1170, 470), 480, 20),
    ):
        spindle(s, at, length, angle, PALE, GREEN)
    for at, radius in (
        (385 + 350j, 46),
        (660 + 778j, 50),
        (990 + 180j, 54),
        (1080 + 770j, 44),
        (1350 + 250j, 42),
    ):
        cell_blossom(s, at, radius)
    for at, radius in (
        (1500 + 540j, 34),
        (610 + 300j, 36),
        (880 + 660j, 28),
        (230 + 560j, 26),
        (1180 + 250j, 26),
        (700 + 250j, 22),
        (1390 + 790j, 26),
        (500 + 860j, 22),
    ):
        lymphocyte(s, at, radius, PALE, GREEN, 18, None)
    return s


def stem_cell_knee(name):
    """Draw a knee in line, with cells borne towards the worn cartilage."""
    s = Sheet(name)
    s.wash(ring(s, (800, 500), 330, 0.02), SAND)
    with s.frame((20, 0)):
        knee(s)
    spec = "1330,1010 1310,880 1240,760 1140,670 1050,600 960,562"
    curve = stem(s, spec, 9)
    for t, side, size in (
        (0.14, 1, 150),
        (0.26, -1, 160),
        (0.4, 1, 130),
        (0.54, -1, 120),
        (0.68, 1, 96),
        (0.8, -1, 80),
    ):
        at, way = along(curve, t)
        leaf(
            s, at, at + way * polar(side * 56, size), 0.19, -side * 0.08, 5, PALE, SAGE
        )
    for t, side, reach, radius in (
        (0.33, 1, 130, 52),
        (0.6, 1, 104, 40),
        (0.74, -1, 74, 26),
    ):
        at, way = along(curve, t)
        end = at + way * polar(side * 68, reach)
        s.ink([at, (at + end) / 2 + way * 10, end], 4, (1, 0.8, 0.5), EVERGREEN)
        cell(s, end, radius, PALE, CLAY if radius == 52 else GREEN, rich=radius > 35)
    for x, y, radius in ((884, 556, 20), (836, 558, 16), (794, 556, 18)):
        cell(s, (x, y), radius, PALE, GREEN, rich=False, pen=2.6)
    return s


PICTURES = {
    "stem-cell-therapy": stem_cell,
    "stem-cell-therapy-lupus": stem_cell_lupus,
    "stem-cell-therapy-knee": stem_cell_knee,
}
