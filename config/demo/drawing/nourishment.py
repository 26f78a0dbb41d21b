"""Pictures of food and vitamins."""

from .anatomy import fish
from .cells import ring
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    PALE,
    PAPER,
    SAGE,
    SAND,
    SLATE,
    Sheet,
    points,
    smooth,
)
from .plants import along, flower, leaf, olive, polar, stem


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


PICTURES = {
    "mediterranean-diet": mediterranean_diet,
    "iv-vitamin-therapy": iv_vitamin_therapy,
}
