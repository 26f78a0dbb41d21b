"""Pictures of nerves and mind."""

from .cells import neuron_body, ring
from .pen import (
    BLUSH,
    CLAY,
    EVERGREEN,
    GREEN,
    INK,
    MIST,
    PALE,
    PAPER,
    SAGE,
    SAND,
    Sheet,
    points,
    smooth,
)
from .plants import along, grass, polar, sprig


def twig(s, at, angle, length, width, depth, color=EVERGREEN):
    """Branch like a dendrite."""
    end = at + polar(angle, length)
    mid = (at + end) / 2 + polar(angle + 90, s.rng.uniform(-12, 12))
    s.ink([at, mid, end], width, (1, 0.85, 0.65), color, wobble=1.6)
    tips = []
    if depth:
        for side in (-1, 1):
            tips += twig(
                s,
                end,
                angle + side * s.rng.uniform(16, 34) + s.rng.uniform(-5, 5),
                length * s.rng.uniform(0.62, 0.82),
                width * 0.66,
                depth - 1,
                color,
            )
        return tips
    return [end]


def body_nerves(name):
    """Draw a nerve cell as a tree: crown of dendrites, a sheathed root."""
    s = Sheet(name)
    s.wash(ring(s, (800, 330), 330, 0.02, squash=0.82), SAND)
    at = 800 + 420j
    tips = []
    for angle in (-160, -128, -102, -76, -48, -18):
        tips += twig(s, at + polar(angle, 46), angle, s.rng.uniform(100, 130), 13, 3)
    for z in tips:
        s.dots([z], s.rng.uniform(7, 10), CLAY if s.rng.random() < 0.4 else GREEN)
    spec = "800,470 790,560 816,650 790,760 804,860"
    curve = smooth(spec)
    s.ink(spec, 9, (1.4, 1, 0.8), EVERGREEN)
    for k in range(4):
        z = [along(curve, 0.14 + 0.2 * k + 0.17 * j / 4) for j in range(5)]
        sheath = [
            p + q * 1j * 18 * h
            for (p, q), h in zip(z, (0.5, 1, 1.1, 1, 0.5), strict=False)
        ]
        sheath += [
            p - q * 1j * 18 * h
            for (p, q), h in zip(z[::-1], (0.5, 1, 1.1, 1, 0.5), strict=False)
        ]
        s.shape(sheath, PAPER, 3, tint=BLUSH)
        s.ink([p + q * 5j for p, q in z], 1.6, (0.2, 1, 0.2))
    for angle in (150, 118, 92, 66, 34):
        for z in twig(s, 804 + 858j, angle, 58, 6, 1):
            s.dots([z], 9, EVERGREEN)
    neuron_body(s, at, 74, PALE, GREEN)
    s.ink(
        "200,862 420,850 640,862 800,856 980,862 1200,850 1400,862", 2.8, (0.1, 1, 0.1)
    )
    for x, h in ((330, 50), (520, 40), (1060, 46), (1290, 56)):
        grass(s, (x, 858), h)
    return s


def body_mind(name):
    """Draw a walnut opened into two halves, each folded like a brain."""
    s = Sheet(name)
    s.wash(ring(s, (790, 510), 345, 0.015), MIST)
    sprig(
        s,
        "330,120 470,170 600,250 680,330",
        7,
        210,
        56,
        tint=PALE,
        half=SAGE,
        width=8,
        veins=7,
        ends=False,
    )
    shell = ring(s, (800, 560), 300, 0.012, 18, 0.94)
    s.shape(shell, PAPER, 5, tint="#E9D3BB")
    s.stipple(shell, 160, 2.4, INK, gap=8, bias=1.8)
    s.shape(ring(s, (800, 560), 262, 0.012, 18, 0.94), PAPER, 3, tint=SAND)
    for side in (-1, 1):
        with s.frame((800 + side * 10, 560), 0, 1, side < 0):
            lobe = (
                "12,-190 34,-226 74,-222 96,-204 132,-212 160,-186 164,-160 196,-148 208,-110 198,-86 226,-62 "
                "236,-24 220,0 238,30 228,70 206,86 208,122 180,152 152,152 142,186 104,206 74,194 50,222 18,208 "
                "22,170 8,150 20,110 8,76 20,36 6,0 20,-40 6,-80 20,-120 8,-150"
            )
            s.shape(lobe, PAPER, 4, tint=BLUSH if side > 0 else PALE)
            folds = (
                "40,-196 62,-170 50,-146 68,-124 98,-140 96,-172 124,-180 140,-156 128,-128 150,-108 172,-120",
                "22,-120 48,-106 76,-92 70,-66 40,-62 24,-44",
                "100,-106 112,-82 104,-56 130,-40 156,-54 158,-82 184,-84 198,-62 186,-36 204,-16",
                "22,0 50,-14 82,-18 92,8 70,26 46,22 30,36",
                "116,-12 140,-6 166,-16 176,6 160,28 132,24 116,44 134,66 164,58 190,38 212,46",
                "22,92 44,64 76,60 92,82 80,106 52,104 40,124 56,144",
                "110,90 122,112 150,102 176,84 192,104 176,126 146,130 124,150 134,172",
                "28,176 50,168 74,150 98,158 100,180 84,190",
            )
            for fold in folds:
                s.ink(fold, 3.4, (0.5, 1, 0.4))
                s.ink(
                    [z + 6 + 7j for z in points(fold)][1:-1],
                    1.5,
                    (0.1, 1, 0.1),
                    CLAY if side > 0 else EVERGREEN,
                )
            s.stipple(lobe, 70, 2.1, INK, gap=7, bias=1.5)
    s.ink("800,372 794,450 806,560 796,660 802,760", 3.4, (0.5, 1, 0.4))
    with s.frame((1230, 740), 24):
        s.shape(
            "0,-96! 40,-84 82,-40 92,10 74,62 30,90! 0,94 -40,84 -80,50 -90,0 -74,-52 -36,-86",
            PAPER,
            4,
            tint="#E9D3BB",
        )
        for fold in (
            "-4,-94 6,-40 -6,20 2,90",
            "-50,-70 -34,-30 -56,10 -30,60",
            "-74,-20 -62,10 -70,40",
            "44,-74 34,-30 58,10 32,64",
            "72,-30 62,6 72,36",
            "-20,-60 -14,-20 -26,10",
            "20,-10 28,30 16,60",
        ):
            s.ink(fold, 2.8, (0.4, 1, 0.3))
    return s


PICTURES = {
    "body-nerves": body_nerves,
    "body-mind": body_mind,
}
