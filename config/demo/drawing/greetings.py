"""The hands of the About page, and the default share image."""

from .cells import cell, dividing, lymphocyte, ring
from .mark import mark_group
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    INK,
    PALE,
    PAPER,
    SAGE,
    SAND,
    SLATE,
    Sheet,
    smooth,
)
from .plants import along, flower, leaf, polar, stem


def hand(s, skin, shade, sleeve, cuff=PAPER):
    """Draw an open hand from the side, palm up, its fingers a little curled."""
    fingers = (
        "90,-24 180,-50 262,-100 296,-142 318,-150 330,-132 318,-98 268,-40 200,0 110,20",
        "96,-22 200,-44 296,-86 340,-124 362,-128 370,-108 350,-76 290,-24 210,10 110,26",
        "100,-18 220,-34 322,-68 372,-100 394,-102 400,-82 378,-54 310,-8 220,24 110,36",
    )
    for finger in fingers:
        s.shape(finger, PAPER, 3.4, tint=skin, shift=(0, 0))
    s.shape(
        "-960,-100! -420,-78! -380,-70! -372,0 -380,88! -420,100! -960,134!",
        PAPER,
        4,
        tint=sleeve,
    )
    palm = (
        "-392,-52! -300,-46 -220,-34 -130,-10 -60,-4 20,-14 110,-12 210,-16 310,-46 362,-76 388,-80 398,-62 384,-36 330,6 "
        "250,40 160,64 60,92 -60,110 -170,102 -280,84 -392,74!"
    )
    s.wash(palm, skin, (0, 0), 0)
    with s.clip(palm):
        s.wash(
            "-400,50! -280,58 -160,74 -40,80 80,58 190,32 300,-6 400,-60 420,-20 300,60 100,140 -400,140!",
            shade,
            (0, 0),
            0,
        )
    s.ink("-392,-52 -300,-46 -220,-34 -130,-10 -60,-4", 4, (0.6, 1, 0.4))
    s.ink(
        "60,-16 110,-12 210,-16 310,-46 362,-76 388,-80 398,-62 384,-36 330,6 250,40 160,64",
        4,
        (0.3, 1, 0.8),
    )
    s.ink("160,64 60,92 -60,110 -170,102 -280,84 -392,74", 4.6, (0.8, 1, 0.7))
    s.ink("268,-28 274,-16 272,-4", 2.2, (0.3, 1, 0.3))
    s.ink("196,-10 204,4 204,18", 2.2, (0.3, 1, 0.3))
    s.ink("372,-76 386,-70 388,-56", 2, (0.3, 1, 0.3))
    thumb = "-150,34 -120,-6 -70,-40 -10,-62 50,-84 92,-104 116,-104 124,-86 108,-62 60,-36 10,-6 -30,30 -70,60 -110,72"
    s.wash(thumb, skin, (0, 0), 0)
    s.ink(
        "-150,34 -120,-6 -70,-40 -10,-62 50,-84 92,-104 116,-104 124,-86 108,-62 60,-36 10,-6 -24,26",
        4,
        (0.3, 1, 0.4),
    )
    s.ink("84,-96 106,-96 114,-84 104,-70", 2.2, (0.4, 1, 0.4))
    s.ink("10,-66 18,-54 16,-42", 2, (0.3, 1, 0.3))
    s.shape(
        "-420,-84! -378,-76! -366,0 -374,92! -420,104! -408,0 -420,-84!",
        PAPER,
        3.6,
        tint=cuff,
    )


def about_hands(name):
    """Draw two hands, one above and one below, that shelter a seedling."""
    s = Sheet(name)
    s.wash(ring(s, (800, 480), 330, 0.015, 16), SAND)
    with s.frame((720, 790), -3):
        hand(s, "#9A6A4C", "#7F543A", EVERGREEN, PALE)
    soil_ = "650,760! 690,722 750,704 810,700 870,716 910,752! 840,776 740,780 650,760!"
    s.shape(soil_, PAPER, 3.4, tint="#C79A78")
    s.stipple(soil_, 80, 2.6, INK, gap=6, bias=0.6)
    curve = stem(s, "780,712 772,640 790,570 780,510", 9)
    for t, side, size in (
        (0.45, 1, 120),
        (0.5, -1, 124),
        (0.82, 1, 100),
        (0.86, -1, 96),
    ):
        at, way = along(curve, t)
        leaf(
            s,
            at,
            at + way * polar(side * 62, size),
            0.27,
            -side * 0.1,
            5,
            PALE,
            SAGE,
            (0.6, 0.7),
        )
    at, way = along(curve, 1)
    cell(s, at - 44j, 48, PALE, CLAY, rich=False)
    for a in (-150, -110, -70, -30):
        leaf(s, at + 6j, at + 6j + polar(a, 46), 0.26, 0, 2, SAGE, GREEN)
    with s.frame((880, 250), 177):
        hand(s, "#F0D3BC", "#DFB799", SLATE, PAPER)
    for x, y, r in ((600, 500, 20), (1080, 560, 22), (1010, 450, 13)):
        lymphocyte(s, complex(x, y), r, PALE, GREEN, 14, None)
    return s


def garland(s, spec, count, size, side_cells=()):
    """Draw a border stem with leaves of three kinds and a few cells."""
    curve = smooth(spec)
    for k in range(count):
        t = 0.03 + 0.95 * k / count
        at, way = along(curve, t)
        side = (1, -1)[k % 2]
        leaf(
            s,
            at,
            at + way * polar(side * 52, size * s.rng.uniform(0.85, 1.1)),
            0.2,
            -side * 0.07,
            5,
            PALE,
            SAGE,
            pen=2.4,
        )
    stem(s, spec, 6)
    for t, side, radius in side_cells:
        at, way = along(curve, t)
        end = at + way * polar(side * 84, radius * 1.7)
        s.ink([at, end], 3, (1, 0.8, 0.6), EVERGREEN)
        cell(s, end, radius, PALE, CLAY if side > 0 else GREEN, rich=False, pen=2.6)


def share_default(name):
    """Draw the mark between two botanical borders."""
    s = Sheet(name, 1200, 630)
    s.wash(ring(s, (600, 318), 208, 0.012, 16), PALE)
    garland(
        s,
        "-20,600 90,560 130,440 110,310 130,190 210,110 330,70 430,84",
        15,
        88,
        ((0.3, 1, 30), (0.62, -1, 24), (0.52, 1, 20)),
    )
    garland(
        s,
        "1220,30 1110,70 1070,190 1090,320 1070,440 990,520 870,560 770,546",
        15,
        88,
        ((0.3, 1, 30), (0.62, -1, 24), (0.52, 1, 20)),
    )
    for x, y, r in ((448, 88, 30), (752, 544, 30)):
        flower(s, (x, y), r, 7, BLUSH, 0.9, 10)
    dividing(s, (930, 110), 38, 20)
    lymphocyte(s, 262 + 520j, 28, PALE, GREEN, 18, CLAY)
    lymphocyte(s, 330 + 560j, 16, PALE, GREEN, 14, None)
    lymphocyte(s, 860 + 70j, 15, PALE, GREEN, 14, None)
    s.parts.append(mark_group(EVERGREEN, 452, 172, 4.6))
    return s


PICTURES = {"about-hands": about_hands, "share-default": share_default}
__all__ = ["PAPER", "PICTURES"]
