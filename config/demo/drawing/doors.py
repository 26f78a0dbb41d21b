"""Pictures of doors."""

import itertools

from .buildings import ADOBE, SHADE, block, planter
from .cells import ring
from .desert import agave
from .desert_trees import ocotillo
from .microscope import BRASS
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    INK,
    PALE,
    PAPER,
    SAGE,
    SAND,
    SLATE,
    Sheet,
    points,
)
from .plants import along, flower, leaf, polar, stem


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


def update_door(name):
    """Draw a blue door half open, light on the step."""
    s = Sheet(name)
    s.wash("420,0! 1180,0! 1180,880! 420,880!", ADOBE, (0, 0), 3)
    s.ink("420,0 424,440 420,880", 2.6, (0.4, 1, 0.4))
    s.ink("1180,0 1176,440 1180,880", 2.6, (0.4, 1, 0.4))
    block(s, 610, 200, 380, 680, "#D9B99B", 4)
    s.shape("650,880! 650,240! 950,240! 950,880!", PAPER, 3.6, tint="#FBF3E4")
    s.wash("690,880! 950,880! 1080,962! 640,962!", "#F6E7CF", (0, 0), 1)
    s.ink("700,640 760,640 764,760", 3, (0.8, 1, 0.8))
    with s.frame((876, 690), 0, 0.8):
        s.pen = 0.8
        planter(s, 0, 190, 90, 80, BLUSH)
        for a, size in ((-120, 130), (-95, 170), (-70, 150), (-140, 90), (-45, 100)):
            leaf(s, (0, 96), 96j + polar(a, size), 0.16, 0.06, 4, PALE, SAGE)
        s.pen = 1
    s.shape("650,240! 800,286! 800,936! 650,880!", PAPER, 4, tint=SLATE)
    for spec in (
        "676,290 772,318 772,520 676,500 676,290",
        "676,560 772,584 772,850 676,818 676,560",
    ):
        p = points(spec)
        for a, b in itertools.pairwise(p):
            s.ink([a, b], 3, (0.9, 1, 0.9))
    s.shape(ring(s, (784, 570), 10, count=8), PAPER, 3, tint=BRASS)
    s.shape("560,880! 1040,880! 1060,916! 540,916!", PAPER, 3.6, tint=SAND)
    s.shape("500,916! 1100,916! 1130,962! 470,962!", PAPER, 3.6, tint=SAND)
    s.wash("700,884! 950,884! 980,912! 690,912!", "#F6E7CF", (0, 0), 0)
    s.shape("1050,330! 1110,330! 1120,430! 1040,430!", PAPER, 3.2, tint="#F6E7CF")
    s.shape("1040,330! 1080,290! 1120,330!", PAPER, 3.2, tint=EVERGREEN)
    s.ink("1080,290 1080,262 1000,262", 4, (0.9, 1, 0.9))
    s.ink("1080,400 1074,380 1080,360 1088,382 1080,400", 4, color=CLAY)
    planter(s, 500, 916, 120, 110)
    s.pen = 0.8
    agave(s, (500, 800), 150)
    s.pen = 1
    planter(s, 1160, 916, 110, 120)
    s.pen = 0.8
    ocotillo(s, (1160, 780), [(1080, 470, 12), (1170, 500, -12), (1260, 540, -18)])
    s.pen = 1
    s.ink("220,964 500,962 1100,964 1400,962", 3, (0.2, 1, 0.2))
    return s


PICTURES = {
    "contact-door": contact_door,
    "update-door": update_door,
}
