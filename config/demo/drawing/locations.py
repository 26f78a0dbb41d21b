"""Pictures of the two buildings."""

from .buildings import ADOBE, SHADE, block, door, quail, window
from .cells import ring
from .desert import agave, barrel, pad, pebbles, ridge, saguaro, soil
from .desert_trees import feather, palo_verde, turn
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    HAZE,
    INK,
    MIST,
    PAPER,
    SAND,
    SLATE,
    Sheet,
)
from .plants import grass, polar


def location_main(name):
    """Draw a low adobe house with a shaded porch, two quails before it."""
    s = Sheet(name)
    ridge(
        s,
        "-20,500 160,440 300,470 460,390 600,420 760,470 920,420 1080,350 1200,390 1380,450 1620,400",
        MIST,
    )
    s.wash(
        "-20,772! 300,760 800,766 1300,758 1620,768! 1620,1010! -20,1010!",
        PAPER,
        (0, 0),
        0,
    )
    for spec, width in (
        ("300,800 306,690 290,600 250,520", 20),
        ("296,640 340,560 380,520", 13),
    ):
        s.ink(spec, width, (1.1, 0.9, 0.7), EVERGREEN)
    tips = palo_verde(s, 252 + 526j, turn(-110), 70, 11, 3) + palo_verde(
        s, 378 + 524j, turn(-62), 66, 9, 3
    )
    block(s, 470, 470, 330, 300, ADOBE, 3.8, 34)
    block(s, 1010, 450, 330, 320, ADOBE, 3.8, 34)
    block(s, 760, 520, 300, 250, SHADE, 3.6)
    door(s, 868, 600, 92, 170)
    window(s, 786, 612, 56, 84, 1)
    window(s, 986, 612, 50, 84, 1)
    s.shape("730,500! 1072,496! 1080,532! 724,536!", PAPER, 3.6, tint=BLUSH)
    for x in (748, 850, 968, 1056):
        s.shape(
            [(x - 9, 536)] * 2
            + [(x + 9, 536)] * 2
            + [(x + 8, 772)] * 2
            + [(x - 8, 772)] * 2,
            PAPER,
            3,
            tint="#C9A98A",
        )
        s.ink([(x - 28, 538), (x, 560), (x + 28, 538)], 4, (0.6, 1, 0.6))
    for k in range(7):
        s.shape(ring(s, (772 + 46 * k, 516), 9, count=8), PAPER, 2.4, tint="#C9A98A")
    for k in range(5):
        s.shape(ring(s, (522 + 56 * k, 530), 10, count=8), PAPER, 2.6, tint="#C9A98A")
        s.shape(ring(s, (1064 + 56 * k, 514), 10, count=8), PAPER, 2.6, tint="#C9A98A")
        s.ink([(526 + 56 * k, 540), (548 + 56 * k, 566)], 2, (0.8, 1, 0.1))
        s.ink([(1068 + 56 * k, 524), (1090 + 56 * k, 550)], 2, (0.8, 1, 0.1))
    window(s, 588, 600, 92, 96, 2)
    window(s, 1126, 592, 100, 100, 2)
    s.stipple("480,700! 790,700! 790,768! 480,768!", 60, 2.3, INK, gap=8, bias=0.6)
    s.stipple("1020,690! 1330,690! 1330,768! 1020,768!", 70, 2.3, INK, gap=8, bias=0.6)
    for z, way in tips:
        feather(s, z, way, 48)
    s.ink("60,774 420,768 800,774 1200,768 1560,776", 3.4, (0.2, 1, 0.2))
    s.ink("880,774 850,850 700,930 560,1000", 2.6, (0.5, 1, 0.2))
    s.ink("950,774 960,850 900,930 840,1000", 2.6, (0.5, 1, 0.2))
    s.pen = 0.72
    agave(s, (1400, 836), 130)
    s.pen = 1
    saguaro(s, (1470, 772), 330)
    quail(s, 610, 890, 74)
    quail(s, 480, 900, 52)
    pebbles(s, [(1060, 860), (1096, 868), (300, 860), (740, 940)], 12)
    for x, h in ((430, 46), (1220, 40), (180, 52)):
        grass(s, (x, 806), h)
    soil(s, "80,840 600,830 1500,840 1500,960 200,960", 120)
    return s


def location_sandgate(name):
    """Draw a modern desert building with a wing roof, a pierced wall and a gate."""
    s = Sheet(name)
    s.wash(ring(s, (430, 300), 120, 0.012, 14), BLUSH)
    ridge(
        s,
        "-20,600 140,540 150,470 330,462 350,540 520,600 760,590 1000,600 1180,520 1196,440 1330,436 1350,520 1620,580",
        SAND,
    )
    s.wash("-20,780! 800,772 1620,780! 1620,1010! -20,1010!", PAPER, (0, 0), 0)
    saguaro(s, (262, 780), 420, ((-1, 0.4, 0.3), (1, 0.52, 0.34)), 54)
    block(s, 640, 470, 560, 306, "#F4EDE0", 3.6)
    glass = "860,500! 1170,470! 1170,776! 860,776!"
    s.shape(glass, PAPER, 3.2, tint=HAZE)
    for x in (938, 1016, 1094):
        s.ink([(x, 498 - (x - 938) * 0.1), (x, 776)], 3, (0.9, 1, 0.9))
    s.ink("860,580 1170,574", 2.6, (0.9, 1, 0.9))
    for x in (884, 960, 1040):
        s.ink([(x, 760), (x + 36, 620)], 2, (0.2, 1, 0.2), PAPER)
    door(s, 700, 574, 100, 202, CLAY, 4)
    s.shape(
        "560,392! 800,470! 1300,352! 1304,386! 800,512! 556,426!", PAPER, 4, tint=SLATE
    )
    s.ink("640,442 640,776", 3, (0.8, 1, 0.8))
    s.ink("1262,400 1262,776", 7, (0.9, 1, 0.9))
    block(s, 320, 560, 250, 218, "#F4EDE0", 3.4)
    for row in range(4):
        for col in range(5):
            x, y = 346 + col * 49, 588 + row * 50
            s.ink(ring(s, (x, y), 20, 0.02, 10), 2.6, closed=True)
            for a in (45, 135, 225, 315):
                s.ink(
                    [complex(x, y) + polar(a, 20), complex(x, y) + polar(a, 33)],
                    2,
                    (1, 0.9, 0.8),
                )
            if (row + col) % 3 == 0:
                s.dots([(x, y)], 10, GREEN)
    for x in (1310, 1520):
        block(s, x, 620, 40, 158, ADOBE, 3.4)
    for k in range(8):
        x = 1362 + 20.5 * k
        s.ink(
            [(x, 776), (x, 650 - 26 * (1 - abs(k - 3.5) / 3.5))],
            4.4,
            (0.9, 1, 0.9),
            EVERGREEN,
        )
    s.ink("1350,660 1400,634 1434,626 1470,634 1520,660", 4.4, (0.9, 1, 0.9), EVERGREEN)
    s.ink("1350,740 1520,740", 4, (0.9, 1, 0.9), EVERGREEN)
    s.ink("60,780 500,774 900,780 1300,774 1570,782", 3.4, (0.2, 1, 0.2))
    for k, (a, b) in enumerate(((690, 830), (670, 850), (644, 876))):
        y = 786 + 18 * k
        s.shape(
            [(a, y)] * 2 + [(b, y)] * 2 + [(b, y + 14)] * 2 + [(a, y + 14)] * 2,
            PAPER,
            2.6,
            tint=SAND,
        )
    barrel(s, (960, 850), 84, 80)
    barrel(s, (1046, 864), 64, 58)
    first = pad(s, (480, 850), 84, -100)
    pad(s, first[1], 66, -140)
    pad(s, first[2], 70, -62)
    pad(s, first[0], 58, -90)
    pebbles(s, [(560, 866), (600, 872), (1180, 850), (1220, 858), (300, 870)], 13)
    for x, h in ((140, 56), (1150, 40), (620, 44)):
        grass(s, (x, 826), h)
    soil(s, "80,840 600,830 1500,840 1500,960 200,960", 120)
    return s


PICTURES = {
    "location-main": location_main,
    "location-sandgate": location_sandgate,
}
