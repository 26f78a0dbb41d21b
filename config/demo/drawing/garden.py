"""The hero picture."""

from .cells import cell, dividing, lymphocyte, ring
from .desert import agave, barrel, pad, pebbles, ridge, soil
from .desert_trees import feather, ocotillo, palo_verde, turn
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    MIST,
    PALE,
    PAPER,
    SAGE,
    SAND,
    Sheet,
    points,
)
from .plants import flower, grass, polar


def blossom(s, at):
    """Draw a palo verde blossom as five dots round a darker one."""
    s.dots([at + polar(72 * k, 6.5) for k in range(5)], 8.5, BLUSH)
    s.dots([at], 5, CLAY)
    s.dots([at + polar(72 * k + 30, 11) for k in range(4)], 1.8)


def palo_verde_tree(s):
    """Draw the palo verde: limbs led by hand, twigs left to grow."""
    tips = []
    limbs = (
        ("1266,836 1264,740 1238,660 1242,600", 27),
        ("1240,622 1200,560 1150,510 1130,460", 17),
        ("1244,622 1268,530 1262,440 1276,372", 18),
        ("1248,690 1300,610 1356,560 1376,510", 16),
    )
    for spec, width in limbs:
        s.ink(
            [z + width * 0.22 for z in points(spec)], width * 1.15, (1, 0.9, 0.6), SAGE
        )
    for spec, width in limbs:
        s.ink(spec, width, (1.1, 0.9, 0.7), EVERGREEN, wobble=1.4)
    s.ink("1260,800 1258,740 1238,676", 2, (0.2, 1, 0.2), SAGE)
    for at, angle, length in (
        (1132 + 468j, -112, 78),
        (1275 + 382j, -90, 86),
        (1374 + 518j, -66, 72),
    ):
        tips += palo_verde(s, at, turn(angle), length, 11, 3)
    tips += palo_verde(s, 1180 + 540j, turn(178), 60, 8, 2)
    tips += palo_verde(s, 1330 + 582j, turn(-6), 56, 8, 2)
    for k, (z, way) in enumerate(tips):
        feather(s, z, way, 60, 5)
        if k % 2:
            feather(s, z, way * polar(s.rng.choice((-50, 50)), 1), 50, 4)
    for z, _ in tips[::3]:
        blossom(s, z)


def home_garden(name):
    """Draw a desert garden in which some of the forms are cells."""
    s = Sheet(name)
    s.wash(ring(s, (905, 256), 190, 0.012, 16), BLUSH)
    ridge(
        s,
        "-20,640 120,596 220,612 360,548 450,570 560,604 700,572 830,520 930,540 "
        "1060,590 1210,562 1360,600 1480,570 1620,610",
        MIST,
    )
    ridge(s, "-20,700 200,668 420,690 640,660 860,690 1120,668 1360,694 1620,664", SAND)
    s.wash(
        "-20,792! 200,776 520,794 820,778 1120,796 1400,780 1620,790! 1620,1010! -20,1010!",
        PAPER,
        (0, 0),
        0,
    )
    s.ink(
        "-20,792 200,776 520,794 820,778 1120,796 1400,780 1620,790", 3, (0.6, 1, 0.6)
    )
    cell(s, (905, 256), 112, PALE, CLAY, turn=20)
    ocotillo(
        s,
        (630, 806),
        [
            (372, 372, 30),
            (764, 330, -22),
            (455, 232, 24),
            (690, 210, -20),
            (560, 128, 18),
            (632, 300, -14),
        ],
    )
    palo_verde_tree(s)
    first = pad(s, (965, 862), 150, -96, PALE, GREEN)
    second = pad(s, first[1], 124, -132, PALE)
    third = pad(s, first[2], 134, -56, PALE, GREEN)
    top = pad(s, first[0], 118, -98, PALE, GREEN)
    bud = pad(s, second[0], 84, -112, PALE)
    flower(s, third[0] - 6j, 34, 7, BLUSH, 0.8, 10)
    flower(s, bud[0] - 4j, 26, 7, BLUSH, 0.8, 30)
    dividing(s, top[0] - 34j, 46, 8)
    agave(s, (300, 886), 268)
    barrel(s, (770, 884), 116, 112)
    for at, size in ((836 + 470j, 20), (1040 + 500j, 16), (1440 + 250j, 18)):
        lymphocyte(s, at, size, PALE, GREEN, 16)
    pebbles(
        s,
        [(590, 900), (632, 910), (1130, 884), (1172, 894), (880, 912), (1452, 874)],
        16,
    )
    for x, y, h in ((530, 872, 56), (1225, 872, 64), (1486, 846, 76), (866, 876, 44)):
        grass(s, (x, y), h)
    soil(s, "40,880 400,920 800,900 1200,910 1560,860 1560,960 800,985 40,960", 120)
    return s


PICTURES = {"home-garden": home_garden}
