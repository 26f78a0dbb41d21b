"""Portrait of Joaquín Brisewell."""

from .faces import Look, ear, neck, skull
from .features import features, strands
from .pen import INK, PALE, PAPER
from .plants import along, flower, leaf, polar, stem
from .sitters import HEAD, collar, paper


def brisewell(name):
    """Draw Joaquín Brisewell: early forties, trimmed beard, wavy hair, a cardigan."""
    s = paper(name, "#E9EDE0")
    curve = stem(s, "152,800 124,660 142,520 206,404", 5)
    for k in range(5):
        at, way = along(curve, 0.2 + 0.16 * k)
        leaf(s, at, at + way * polar((1, -1)[k % 2] * 55, 86), 0.13, tint=PALE, veins=3)
    flower(s, (214, 392), 50, 6, PAPER, 0.8, 20)
    look = Look(
        "#DFB48E",
        "#C7956C",
        "#3B2E27",
        "#B9735E",
        wide=1.02,
        jaw=1.02,
        brow=10,
        nose=1.2,
        full=1,
        smile=6,
        near=True,
        eye=1.05,
    )
    dark, sheen = "#3B2E27", "#8A7462"
    with s.frame((470, 424), flip=True, **HEAD):
        neck(s, look, -90, 72, 280)
        s.shape(
            "-90,216 -30,280 20,306 70,262 84,216 120,280 20,480 -120,480 -130,280",
            PAPER,
            3,
            tint=PALE,
        )
        s.shape(
            "-100,208! -156,240 -252,272 -322,326 -358,410 -380,520! 0,520! 2,440 -34,370 -80,290",
            "#C9B99C",
            4,
        )
        s.shape(
            "90,212! 134,240 232,270 312,322 360,410 382,520! 0,520! 6,440 44,366 84,290",
            "#C9B99C",
            4,
        )
        s.ink("-112,232 -104,300 -52,390 -18,450 -14,520", 2.6, (0.5, 1, 0.5))
        s.ink("102,232 106,300 66,386 26,450 20,520", 2.6, (0.5, 1, 0.5))
        for x in (-250, 244):
            s.ink([(x, 330), (x * 1.04, 400), (x * 1.03, 470)], 2.8, (0.2, 1, 0.2))
        s.dots([(2, 470)], 15, INK)
        collar(s, PALE)
        ear(s, look)
        skull(s, look)
        beard = (
            "-119,34! -104,44 -96,84 -74,106 -40,112 -18,104 10,96 37,98 62,96 86,104 100,96 112,60! "
            "112,110 98,144 80,178 56,200 26,207 -10,200 -52,176 -92,134 -112,90"
        )
        s.wash(beard, dark, (0, 0), 0)
        features(s, look)
        s.wash(
            "37,99 10,96 -12,106 -26,124! 2,120 37,117 70,120 94,124! 84,106 62,96",
            dark,
            (0, 0),
            0,
        )
        s.ink("-8,119 28,118 37,120 46,118 78,119", 3.6, (0.6, 1, 0.6))
        strands(
            s,
            "-110,60 -100,110 -60,160 -10,196",
            "-80,104 -50,126 -16,150 10,186",
            13,
            1.9,
            sheen,
        )
        strands(
            s,
            "104,100 92,140 66,180 30,202",
            "80,112 70,140 54,164 26,184",
            8,
            1.9,
            sheen,
        )
        strands(s, "34,102 10,102 -14,118", "36,112 12,112 0,117", 4, 1.7, sheen)
        strands(s, "40,102 62,102 84,118", "40,112 60,112 74,117", 4, 1.7, sheen)
        s.ink(
            "-119,34 -112,92 -92,136 -52,177 -10,201 26,208 56,201 80,179 98,145 113,108",
            4.2,
            (0.5, 1, 0.6),
        )
        hair = (
            "-117,34! -132,0 -146,-60 -142,-130 -114,-190 -60,-222 -4,-232 60,-226 108,-194 132,-146 130,-96 120,-60! "
            "112,-98 92,-124 60,-132! 30,-118 0,-130 -30,-112! -60,-112 -78,-84 -90,-40 -104,20"
        )
        s.shape(hair, dark, 3.6)
        strands(
            s,
            "-110,0 -138,-80 -110,-176 -40,-216 40,-222",
            "-98,0 -92,-60 -74,-104 -40,-126 10,-134",
            14,
            2,
            sheen,
        )
        strands(
            s,
            "20,-224 80,-206 122,-150 124,-90",
            "20,-140 60,-140 94,-128 112,-100",
            10,
            2,
            sheen,
        )
    return s


PICTURES = {"portrait-joaquin-brisewell": brisewell}
