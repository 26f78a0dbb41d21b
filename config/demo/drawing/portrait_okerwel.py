"""Portrait of Tomas Okerwel."""

from .faces import Look, ear, neck, skull
from .features import features
from .pen import PAPER, SLATE
from .plants import along, leaf, olive, polar, stem
from .sitters import HEAD, paper


def okerwel(name):
    """Draw Tomas Okerwel: mid-forties, close-cropped hair, a quarter-zip."""
    s = paper(name, "#DDE5E7")
    curve = stem(s, "748,800 776,640 752,480 712,380", 5)
    for k in range(9):
        at, way = along(curve, 0.2 + 0.78 * k / 9)
        side = (1, -1)[k % 2]
        leaf(s, at, at + way * polar(side * 40, 84 - 3 * k), 0.11, veins=0, tint=PAPER)
        if k % 3 == 1:
            olive(s, at, 34, 60 + side * 50, SLATE)
    look = Look(
        "#8E5E43",
        "#734934",
        "#25231F",
        "#7C4438",
        wide=1.04,
        jaw=1.06,
        brow=10,
        nose=2.1,
        full=2.2,
        mouth=1.06,
        smile=6,
        eye=1.08,
        brow_lift=1,
    )
    hair, sheen = "#25231F", "#5E5750"
    with s.frame((428, 424), **HEAD):
        neck(s, look, -98, 80, 350)
        s.shape(
            "-104,208! -160,244 -262,276 -340,328 -378,414 -396,520! 396,520! 376,410 330,322 240,272 140,240 94,208! 60,262 6,312 -60,268",
            SLATE,
            4,
        )
        s.shape(
            "-112,196! -120,240 -90,290 -6,356! 0,330 -60,276 -100,206!", "#D3DDE0", 3
        )
        s.shape("98,196! 112,242 80,292 -6,356! 2,326 56,276 90,206!", "#D3DDE0", 3)
        s.ink("-6,356 -4,420 -8,520", 3.4, (0.8, 1, 0.8))
        s.ink("3,352 5,420 2,520", 2, (0.8, 1, 0.8), PAPER)
        s.ink("-246,330 -262,400 -256,480", 2.8, (0.2, 1, 0.2))
        s.ink("230,326 254,400 248,480", 2.8, (0.2, 1, 0.2))
        s.ink("-120,222 -180,262 -224,300", 2.4, (0.2, 1, 0.2))
        s.ink("112,224 168,258 212,296", 2.4, (0.2, 1, 0.2))
        ear(s, look)
        skull(s, look)
        features(s, look)
        top = (
            "-119,26! -128,-30 -132,-86 -116,-146 -72,-192 0,-210 62,-202 106,-164 124,-112 121,-62! "
            "112,-92 96,-118 84,-130! 30,-138 -30,-134 -70,-118! -82,-78 -92,-34 -100,4"
        )
        s.wash(top, hair, (0, 0), 0)
        s.ink(
            "-119,26 -128,-30 -132,-86 -116,-146 -72,-192 0,-210 62,-202 106,-164 124,-112 121,-64",
            4.4,
            (0.4, 1, 0.5),
        )
        s.stipple(top, 150, 2.6, sheen, gap=9, bias=0.35)
        for k in range(16):
            z = complex(-112 + k * 1.1, 10 - k * 6)
            s.dots([z + s.rng.uniform(4, 20)], 2.4, hair)
        beard = (
            "-118,44 -106,78 -84,120 -46,150 -6,142 10,152 40,148 70,150 84,138 100,112 "
            "96,126 80,160 54,187 26,195 -8,189 -50,165 -90,125 -110,84"
        )
        s.wash(beard, "#6A4330", (0, 0), 0)
        s.wash(
            "8,154 24,147 40,145 58,148 72,154 68,178 52,192 24,196 2,188 -4,172",
            "#5A3828",
            (0, 0),
            0,
        )
        s.stipple(beard, 170, 2.2, hair, gap=5, bias=0.25)
        s.wash(
            "37,99 12,98 -8,107 -16,114! 12,111 37,114 62,111 84,113! 80,105 62,98",
            "#6A4330",
            (0, 0),
            0,
        )
        s.stipple(
            "37,99 12,98 -8,107 -16,114! 12,111 37,114 62,111 84,113! 80,105 62,98",
            40,
            2,
            hair,
            gap=4,
            bias=0.1,
        )
        s.ink(
            "-119,44 -110,84 -90,125 -50,165 -8,189 26,195 54,187 80,160",
            4.4,
            (0.3, 1, 0.7),
        )
    return s


PICTURES = {"portrait-tomas-okerwel": okerwel}
