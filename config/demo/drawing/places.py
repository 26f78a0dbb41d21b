"""Pictures of doors and of the two buildings."""

from .cells import ring
from .desert import (
    agave,
    barrel,
    feather,
    pad,
    palo_verde,
    pebbles,
    ridge,
    saguaro,
    soil,
    turn,
)
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    HAZE,
    INK,
    MIST,
    PALE,
    PAPER,
    SAGE,
    SAND,
    SLATE,
    Sheet,
)
from .plants import along, flower, grass, leaf, polar, stem

ADOBE, SHADE = "#EBD3BC", "#DDBB9D"


def block(s, x, y, w, h, tint=ADOBE, width=3.4, round_=0):
    """Draw a wall, its corners perhaps worn round."""
    r = round_
    if r:
        spec = (
            [(x, y + h)] * 2
            + [
                (x, y + r),
                (x + r * 0.3, y + r * 0.3),
                (x + r, y),
                (x + w - r, y),
                (x + w - r * 0.3, y + r * 0.3),
                (x + w, y + r),
            ]
            + [(x + w, y + h)] * 2
        )
    else:
        spec = [
            (a, b)
            for a, b in ((x, y + h), (x, y), (x + w, y), (x + w, y + h))
            for _ in "12"
        ]
    s.shape(spec, PAPER, width, tint=tint, shift=(3, -2))
    return spec


def window(s, x, y, w, h, bars=1, tint=HAZE):
    """Draw a deep-set window with its sill."""
    block(s, x, y, w, h, tint, 3)
    s.ink([(x + 6, y + h - 4), (x + 6, y + 8), (x + w - 4, y + 8)], 2, (0.8, 1, 0.5))
    for k in range(1, bars + 1):
        s.ink(
            [(x + w * k / (bars + 1), y), (x + w * k / (bars + 1), y + h)],
            2.6,
            (0.8, 1, 0.8),
        )
    s.ink([(x, y + h * 0.45), (x + w, y + h * 0.45)], 2.4, (0.8, 1, 0.8))
    s.ink([(x - 10, y + h + 5), (x + w + 10, y + h + 5)], 6, (0.8, 1, 0.8))


def door(s, x, y, w, h, tint=EVERGREEN, planks=3):
    """Draw a plank door."""
    block(s, x, y, w, h, tint, 3.4)
    for k in range(1, planks):
        s.ink(
            [(x + w * k / planks, y + 4), (x + w * k / planks, y + h)],
            2,
            (0.8, 1, 0.8),
            INK,
        )
    s.dots([(x + w * 0.84, y + h * 0.55)], 9, BLUSH)


def quail(s, x, y, size, flip=False):
    """Draw a desert quail with its topknot."""
    with s.frame((x, y), 0, size / 100, flip):
        s.pen = 0.8
        s.shape(
            "-70,-30 -40,-70 0,-84 30,-100 40,-122 60,-130 78,-118! 92,-110! 78,-104! 74,-80 66,-44 36,-14 -10,-4 -50,-8 -100,6!",
            SLATE,
            3,
            tint=SLATE,
        )
        s.wash("66,-60 62,-40 36,-14 0,-6 10,-40 40,-50", BLUSH, (0, 0), 0)
        s.ink("-60,-34 -20,-50 24,-44", 2, (0.3, 1, 0.3), PAPER)
        s.ink("56,-128 66,-158 84,-160", 6, (0.4, 0.8, 1.2))
        s.dots([(68, -116)], 5, PAPER)
        s.ink("0,-4 2,20 14,22", 2.6, (1, 1, 0.6))
        s.ink("20,-8 24,18 36,20", 2.6, (1, 1, 0.6))
        s.pen = 1


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


def planter(s, x, y, w, h, tint=CLAY):
    """Draw a clay pot."""
    s.shape(
        [(x - w * 0.5, y - h)] * 2
        + [(x + w * 0.5, y - h)] * 2
        + [(x + w * 0.36, y)] * 2
        + [(x - w * 0.36, y)] * 2,
        PAPER,
        3.2,
        tint=tint,
    )
    s.shape(
        [(x - w * 0.56, y - h - 18)] * 2
        + [(x + w * 0.56, y - h - 18)] * 2
        + [(x + w * 0.54, y - h + 8)] * 2
        + [(x - w * 0.54, y - h + 8)] * 2,
        PAPER,
        3.2,
        tint=tint,
    )
    s.ink([(x + w * 0.26, y - h + 16), (x + w * 0.2, y - 8)], 2, (0.3, 1, 0.3))


def contact_door(name):
    """Draw an arched double door under a flowering vine, with bell and letterbox."""
    s = Sheet(name)
    s.wash("330,1010! 330,60! 1270,60! 1270,1010!", BLUSH, (0, 0), 4)
    arch = (
        "540,900! 540,470 570,330 660,240 800,206 940,240 1030,330 1060,470 1060,900!"
    )
    s.shape(arch, PAPER, 4, tint=SHADE)
    leafs = (
        "580,900! 580,480 606,360 684,284 800,252 916,284 994,360 1020,480 1020,900!"
    )
    s.shape(leafs, PAPER, 4, tint=EVERGREEN)
    with s.clip(leafs):
        for x in (635, 690, 745, 855, 910, 965):
            s.ink([(x, 250), (x, 900)], 2.4, (0.9, 1, 0.9), "#123D30")
        for y in (470, 700):
            s.ink([(580, y), (790, y)], 5, (0.9, 1, 0.9), "#123D30")
            s.ink([(810, y), (1020, y)], 5, (0.9, 1, 0.9), "#123D30")
            for x in range(606, 1020, 52):
                s.dots([(x, y)], 8, BLUSH)
    s.ink("800,252 800,900", 5)
    for x in (770, 830):
        s.ink(ring(s, (x, 600), 17, 0.02, 9), 4.4, color=BLUSH, closed=True)
    s.shape("860,560! 960,560! 960,596! 860,596!", PAPER, 3, tint=BLUSH)
    s.ink("872,574 948,574", 3, (0.8, 1, 0.8))
    for a in range(-80, 81, 16):
        z, y = 800 + 470j, a - 90
        s.ink(
            [
                z + complex(polar(y, 1).real * 240, polar(y, 1).imag * 240),
                z + complex(polar(y, 1).real * 262, polar(y, 1).imag * 264),
            ],
            2.2,
            (0.8, 1, 0.5),
        )
    s.shape("500,900! 1100,900! 1100,936! 500,936!", PAPER, 3.4, tint=SAND)
    s.shape("440,936! 1160,936! 1160,976! 440,976!", PAPER, 3.4, tint=SAND)
    s.ink("1130,470 1180,470 1184,500", 5, (0.9, 1, 0.9))
    s.shape(
        "1184,498! 1200,512 1206,548 1222,566! 1146,566! 1162,548 1168,512 1184,498!",
        PAPER,
        3.4,
        tint=CLAY,
    )
    s.dots([(1184, 574)], 12, INK)
    s.ink("1184,576 1188,640 1180,690", 2.6, (0.8, 1, 0.5))
    for spec, n in (
        (
            "360,980 390,800 370,620 420,430 520,290 660,190 820,150 960,170 1080,240",
            30,
        ),
        ("410,470 460,540 470,640", 7),
        ("960,170 1060,170 1150,230 1170,320", 9),
    ):
        curve = stem(s, spec, 9 if n == 30 else 5)
        for k in range(n):
            at, way = along(curve, 0.04 + 0.95 * k / n)
            side = (1, -1)[k % 2]
            leaf(
                s,
                at,
                at + way * polar(side * s.rng.uniform(44, 80), s.rng.uniform(66, 92)),
                0.3,
                side * 0.05,
                3,
                PALE,
                SAGE,
                (0.5, 0.7),
                2.4,
            )
        for k in range(n // 5):
            at, way = along(curve, 0.2 + 0.8 * k / (n // 5))
            flower(
                s,
                at + way * polar(s.rng.choice((-80, 80)), 34),
                28,
                5,
                "#E3B295",
                0.9,
                s.rng.uniform(0, 70),
            )
    planter(s, 1190, 976, 130, 110)
    s.pen = 0.7
    agave(s, (1190, 862), 116)
    s.pen = 1
    s.ink("180,978 500,974 900,980 1420,976", 3.2, (0.2, 1, 0.2))
    return s


PICTURES = {
    "location-main": location_main,
    "location-sandgate": location_sandgate,
    "contact-door": contact_door,
}
