"""Portrait of Priyanka Soltane."""

from .faces import Look, neck, skull
from .features import features, strands
from .pen import BLUSH, CLAY, MIST, PAPER, SLATE
from .plants import sprig
from .sitters import HEAD, SILVER, paper


def soltane(name):
    """Draw Priyanka Soltane: fifty, dark waves to the shoulder, a white coat."""
    s = paper(name, BLUSH)
    sprig(
        s,
        "150,790 128,640 150,500 214,396",
        7,
        84,
        50,
        tint=PAPER,
        half="#E7C7AE",
        width=5,
        veins=3,
    )
    look = Look(
        "#CF9B74",
        "#B8825C",
        "#33312E",
        "#A95F4B",
        wide=0.96,
        jaw=0.9,
        brow=7.5,
        nose=0.6,
        full=1.6,
        smile=6,
        lashes=1.2,
        brow_lift=2,
        near=True,
        age=1,
        eye=1.1,
    )
    dark, sheen = "#33312E", "#7D7468"
    with s.frame((468, 424), flip=True, **HEAD):
        s.shape(
            "-10,-222 -104,-200 -160,-120 -172,-10 -178,90 -196,170 -190,230 -150,262 -60,250 "
            "70,250 140,256 164,214 156,130 140,40 134,-80 112,-166 60,-212",
            dark,
            3.5,
        )
        neck(s, look, -76, 58, 362)
        s.shape(
            "-96,226 -40,306 10,340 50,306 86,226 130,300 20,480 -130,480 -140,300",
            CLAY,
            3,
        )
        s.shape(
            "-92,212! -140,240 -222,266 -288,312 -330,400 -352,520! -6,520! -2,440 -40,370 -86,290",
            MIST,
            4,
        )
        s.shape(
            "78,216! 130,240 206,264 278,306 326,400 348,520! -6,520! 0,440 40,366 78,290",
            MIST,
            4,
        )
        s.shape(
            "-92,212! -132,262 -150,312! -108,318 -122,344! -60,410 -6,474! -36,384 -76,300",
            PAPER,
            3,
        )
        s.shape(
            "78,216! 120,262 138,312! 98,320 112,346! 54,412 -4,474! 36,380 68,300",
            PAPER,
            3,
        )
        s.ink("-226,330 -238,410 -232,480", 2.6, (0.2, 1, 0.2))
        s.ink("214,330 232,410 226,480", 2.6, (0.2, 1, 0.2))
        s.ink("128,420 186,412", 2.6, (0.5, 1, 0.5))
        s.ink("150,400 148,452", 5, (0.9, 1, 0.7), SLATE)
        skull(s, look)
        features(s, look)
        near = (
            "40,-214! -36,-220 -112,-186 -158,-106 -166,-10 -172,90 -192,170 -180,226 -140,238! -112,190 "
            "-110,130 -118,70 -112,0 -98,-54 -64,-94 -6,-126 38,-152!"
        )
        far = "40,-214! 86,-200 120,-160 136,-92 138,0 148,90 162,170 152,220! 124,180 116,120 120,60 112,0 114,-66 100,-112 72,-138 38,-152!"
        s.shape(near, dark, 3.5)
        s.shape(far, dark, 3.5)
        strands(
            s,
            "20,-210 -80,-196 -150,-100 -164,20 -180,150 -170,220",
            "30,-182 -40,-140 -104,-64 -118,20 -116,120 -130,210",
            15,
            2,
            sheen,
        )
        strands(
            s,
            "50,-206 110,-164 134,-70 140,60 152,180",
            "44,-180 96,-136 116,-60 120,50 124,160",
            8,
            2,
            sheen,
        )
        strands(
            s, "38,-208 -30,-206 -100,-160", "34,-190 -20,-176 -92,-120", 4, 2.4, SILVER
        )
        s.dots([(-119, 100)], 13, PAPER)
    return s


PICTURES = {"portrait-priyanka-soltane": soltane}
