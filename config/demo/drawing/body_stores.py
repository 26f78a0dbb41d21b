"""Pictures of metabolism and bone."""

from .cells import lattice, mitochondrion, ring
from .pen import BLUSH, CLAY, EVERGREEN, GREEN, INK, PALE, PAPER, SAGE, SAND, Sheet
from .plants import along, leaf, polar, stem


def body_metabolism(name):
    """Draw a pea pod opened like a mitochondrion, with sugar falling from it."""
    s = Sheet(name)
    s.wash(
        [
            (330, 520),
            (520, 330),
            (860, 280),
            (1180, 360),
            (1330, 520),
            (1150, 690),
            (800, 760),
            (500, 690),
        ],
        SAND,
        (0, 0),
    )
    with s.frame((800, 500), -14):
        pod = "-520,10! -430,-90 -260,-168 -40,-190 200,-170 380,-100 520,-20! 420,110 230,176 0,196 -240,172 -420,100 -520,10!"
        s.shape(pod, PAPER, 5, tint=GREEN, shift=(5, -4))
        inner = (
            "-460,8! -380,-70 -240,-134 -40,-154 190,-136 350,-76 456,-14! 370,80 210,140 0,158 "
            "-220,138 -370,80 -460,8!"
        )
        s.shape(inner, PAPER, 3, tint=PALE)
        with s.clip(inner):
            for k in range(9):
                x, side = -340 + 82 * k, (1, -1)[k % 2]
                deep = -(30 - abs(k - 4) * 14) * side
                fold = [
                    (x - 20, 200 * side),
                    (x - 22, 60 * side),
                    (x - 14, deep),
                    (x + 4, deep - 12 * side),
                    (x + 20, deep + 6 * side),
                    (x + 22, 70 * side),
                    (x + 22, 200 * side),
                ]
                s.wash(fold, BLUSH, (0, 0), 1)
                s.ink(fold, 3, (0.9, 1, 0.9))
                s.ink([(x, 150 * side), (x, 60 * side)], 1.6, (0.3, 1, 0.2), CLAY)
                for _ in "1234":
                    y = (deep - side * s.rng.uniform(26, 60)) * (1 - abs(k - 4) * 0.12)
                    s.dots([(x + s.rng.uniform(-22, 22), y)], 4.5, CLAY)
        s.ink(inner, 3, closed=True)
        stem(s, "-512,10 -590,30 -660,10 -760,60", 14)
        for a in (-60, -20, 25, 60):
            leaf(
                s, -540 + 16j, -540 + 16j + polar(a + 180, 110), 0.2, 0, 3, SAGE, GREEN
            )
        s.ink("516,-18 560,-30 580,-60", 5, (1, 0.7, 0.3), EVERGREEN)
    lattice(s, (1160, 700), 46, [(0, 0)], INK, 3.4, BLUSH)
    lattice(s, (1290, 780), 40, [(0, 0)], INK, 3.2, PALE)
    lattice(s, (1200, 850), 34, [(0, 0)], INK, 3, None, 14)
    for at, length, angle in (
        ((330, 250), 92, -24),
        ((430, 190), 66, 30),
        ((1300, 240), 84, 18),
    ):
        mitochondrion(s, at, length, angle, PALE)
    return s


def body_bone(name):
    """Draw the rings of compact bone as one draws the rings of wood."""
    s = Sheet(name)
    s.wash(ring(s, (820, 520), 350, 0.02), SAND)
    outline = ring(s, (820, 500), 400, 0.025, 18, 0.94)
    s.shape(outline, PAPER, 5, tint="#F5EEDF")
    marrow = ring(s, (800, 510), 120, 0.06, 12)
    with s.clip(outline):
        centres = [
            (820 + 500j + polar(a, r), q)
            for r, first, q, n in ((222, 10, 84, 8), (356, 26, 80, 13))
            for a in (first + 360 * k / n for k in range(n))
        ]
        for at, q in centres:
            at += complex(s.rng.uniform(-8, 8), s.rng.uniform(-8, 8))
            for k in range(5, 0, -1):
                edge = ring(s, at, q * (0.2 + 0.17 * k), 0.02, 10)
                if k == 5:
                    s.shape(edge, PAPER, 3, tint="#F8F2E6")
                else:
                    s.ink(edge[s.rng.randrange(4) :], 1.8, (0.3, 1, 0.3))
                for _ in range(2 * k):
                    z = at + polar(s.rng.uniform(0, 360), q * (0.28 + 0.17 * k))
                    if k < 5:
                        s.dots([z], 4.5, INK)
                        way = polar(s.rng.uniform(0, 360), 7)
                        s.ink([z - way, z, z + way], 1.3, (0.3, 1, 0.3))
            s.shape(ring(s, at, q * 0.17, count=8), PAPER, 2.8, CLAY, BLUSH)
            s.dots([at], 6, CLAY)
    for k in range(2):
        c = 820 + 500j
        s.ink([c + (z - c) * (0.975 - 0.022 * k) for z in outline], 1.8, closed=True)
    s.shape(marrow, PAPER, 4, tint=BLUSH)
    for _ in range(15):
        z = 800 + 510j + polar(s.rng.uniform(0, 360), 92 * s.rng.random() ** 0.5)
        s.shape(ring(s, z, s.rng.uniform(11, 19), count=8), PAPER, 2, tint="#F6E5D8")
    s.ink(outline, 5.4, closed=True)
    spec = "250,1010 270,860 330,740 400,640 420,540"
    curve = stem(s, spec, 9)
    for k in range(8):
        at, way = along(curve, 0.16 + 0.1 * k)
        leaf(
            s,
            at,
            at + way * polar((1, -1)[k % 2] * 54, 140 - 7 * k),
            0.2,
            0,
            5,
            PALE,
            SAGE,
        )
    return s


PICTURES = {
    "body-metabolism": body_metabolism,
    "body-bone": body_bone,
}
