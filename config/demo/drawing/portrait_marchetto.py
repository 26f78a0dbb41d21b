"""Portrait of Lien Marchetto."""

from .faces import Look, neck, skull
from .features import features, strands
from .pen import GREEN, INK, PALE, PAPER, SAGE, SAND
from .plants import along, leaf, polar, stem
from .sitters import HEAD, paper


def marchetto(name):
    """Draw Lien Marchetto: late thirties, a dark bob with a fringe, scrubs."""
    s = paper(name, SAND)
    curve = stem(s, "160,790 126,650 140,500 206,390", 5)
    for k in range(8):
        at, way = along(curve, 0.16 + 0.8 * k / 8)
        leaf(
            s,
            at,
            at + way * polar((1, -1)[k % 2] * 58, 74 - 3 * k),
            0.32,
            veins=3,
            tint=PALE,
            half=SAGE,
            form=(0.5, 0.6),
        )
    look = Look(
        "#F1D6BB",
        "#DFB994",
        "#26292C",
        "#C4776A",
        wide=0.97,
        jaw=0.88,
        brow=6.5,
        nose=0.5,
        full=0.8,
        mouth=0.9,
        smile=7,
        lashes=0.6,
        near=True,
        eye=0.86,
        tilt=-2,
        brow_lift=4,
    )
    dark, sheen = "#26292C", "#6C7678"
    with s.frame((468, 430), flip=True, **HEAD):
        s.shape(
            "-10,-214 -110,-190 -156,-100 -160,40 -150,150 -90,180 70,176 130,160 142,40 130,-120 70,-204",
            dark,
            3.5,
        )
        neck(s, look, -72, 56, 400)
        s.shape(
            "-86,216! -140,242 -214,266 -280,312 -318,400 -338,520! 336,520! 314,400 270,310 200,264 130,240 72,218! 48,300 8,380! -40,310",
            GREEN,
            4,
        )
        s.ink("-104,222 -70,300 8,400 66,300 90,226", 2.6, (0.6, 1, 0.6))
        s.ink("-216,330 -228,410 -222,480", 2.6, (0.2, 1, 0.2))
        s.ink("206,330 222,410 216,480", 2.6, (0.2, 1, 0.2))
        s.ink("-96,222 -122,300 -110,380 -60,440 -20,520", 11, (0.9, 1, 0.9), INK)
        s.ink("82,224 112,300 110,400 112,440", 11, (0.9, 1, 0.9), INK)
        s.shape(
            "112,440 132,448 140,468 130,488 110,492 92,480 90,458 98,444",
            PAPER,
            3.4,
            tint=SAND,
        )
        s.shape("112,455 124,464 122,476 110,480 100,470 104,459", PAPER, 2)
        skull(s, look)
        features(s, look)
        bob = (
            "-14,-216! -110,-194 -158,-110 -166,0 -162,90 -148,150 -110,172! -94,130 -104,60 -106,0 -100,-46! "
            "-60,-56 0,-60 60,-58 112,-50! 113,0 118,60 108,124 112,160! 136,144 146,80 144,-20 134,-116 100,-184 40,-216"
        )
        s.shape(bob, dark, 3.5)
        strands(
            s,
            "-20,-208 -110,-180 -154,-90 -160,60 -130,160",
            "-10,-190 -80,-150 -108,-60 -108,60 -106,160",
            11,
            2,
            sheen,
        )
        strands(
            s,
            "40,-206 110,-166 138,-70 142,60 128,140",
            "30,-190 90,-150 116,-60 120,60 114,140",
            7,
            2,
            sheen,
        )
        strands(s, "-14,-206 -64,-150 -92,-60", "20,-206 70,-150 104,-62", 15, 2, sheen)
    return s


PICTURES = {"portrait-lien-marchetto": marchetto}
