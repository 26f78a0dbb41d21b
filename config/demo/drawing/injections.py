"""Pictures of what is injected."""

from .anatomy import finger_joint
from .cells import platelet, red_cell, ring
from .pen import BLUSH, CLAY, EVERGREEN, PALE, PAPER, SAGE, SAND, Sheet, smooth
from .plants import along, leaf, polar, stem


def platelet_rich_plasma(name):
    """Draw a parted tube of blood as a vase, its platelets as seed heads."""
    s = Sheet(name)
    s.wash(ring(s, (800, 520), 350, 0.02), SAND)
    heads = (
        (560, 210, 92),
        (800, 120, 76),
        (1030, 230, 100),
        (690, 330, 58),
        (930, 360, 54),
    )
    for x, y, _ in heads:
        stem(
            s,
            [(800 + (x - 800) * 0.08, 560), (800 + (x - 800) * 0.3, 420), (x, y)],
            4.5,
        )
    for x, y, r in heads:
        at = complex(x, y)
        for k in range(26):
            a = 360 * k / 26 + s.rng.uniform(-5, 5)
            far = r * s.rng.uniform(0.82, 1.05)
            s.ink([at + polar(a, 14), at + polar(a, far)], 1.8, (1, 0.8, 0.5))
            if k % 2:
                for d in (-26, 0, 26):
                    s.ink(
                        [at + polar(a, far), at + polar(a, far) + polar(a + d, 12)], 1.5
                    )
            else:
                s.pen = 0.7
                platelet(s, at + polar(a, far * 0.9), 9, a, BLUSH if k % 4 else PALE)
                s.pen = 1
        platelet(s, at, 20, 0, CLAY)
    tube = "704,440! 706,600 706,760 716,850 760,904 800,912 842,904 886,850 896,760 896,600 898,440!"
    s.wash(tube, PAPER, (0, 0), 0)
    with s.clip(tube):
        s.wash("690,470! 760,476 840,466 910,472! 910,640! 690,640!", BLUSH, (0, 0), 0)
        s.wash("690,636! 910,640! 910,668! 690,664!", PAPER, (0, 0), 0)
        s.wash("690,664! 800,670 910,666! 910,930! 690,930!", CLAY, (0, 0), 0)
        for row in range(7):
            for col in range(6):
                x = 716 + col * 38 + (row % 2) * 18 + s.rng.uniform(-5, 5)
                y = 694 + row * 34 + s.rng.uniform(-4, 4)
                red_cell(
                    s, (x, y), 18, s.rng.uniform(0.5, 0.95), s.rng.uniform(-40, 40)
                )
        for _ in range(16):
            at = complex(s.rng.uniform(722, 880), s.rng.uniform(500, 655))
            platelet(s, at, 8, s.rng.uniform(0, 60), PAPER)
        for x, y in ((740, 600), (800, 500), (830, 570), (858, 560), (770, 550)):
            s.ink(
                [(x, y), (x + 10, y - 30), (x + 4, y - 60)],
                1.5,
                (0.2, 1, 0.2),
                EVERGREEN,
            )
    s.ink("704,438 706,600 706,760 716,850 760,904 800,912", 3.4, (0.7, 1, 0.8))
    s.ink("800,912 842,904 886,850 896,760 896,600 898,438", 4.6, (0.8, 1, 0.7))
    s.ink(
        [
            (800 + 108 * z.real, 438 + 16 * z.imag)
            for z in (polar(30 * k, 1) for k in range(12))
        ],
        3.4,
        closed=True,
    )
    s.ink("706,472 760,480 840,470 896,474", 2, (0.5, 1, 0.5))
    s.ink("724,500 724,640 728,780", 7, (0.3, 1, 0.3), PAPER)
    return s


def corticosteroid_injection(name):
    """Draw a finger joint and a branch whose long thorn points into it."""
    s = Sheet(name)
    s.wash(ring(s, (668, 590), 270, 0.02), BLUSH)
    for k in range(3):
        arc = [
            668 + 590j + polar(a, 300 + 32 * k)
            for a in range(100 + 12 * k, 170 - 8 * k, 12)
        ]
        s.ink(arc, 2.2, (0.2, 1, 0.2), CLAY)
    finger_joint(s)
    spec = "1620,250 1480,280 1330,270 1190,220 1070,130"
    curve = smooth(spec)
    for t, side, size in (
        (0.1, 1, 160),
        (0.24, -1, 170),
        (0.42, 1, 140),
        (0.52, -1, 130),
        (0.84, 1, 90),
        (0.9, -1, 84),
    ):
        at, way = along(curve, t)
        leaf(
            s,
            at,
            at + way * polar(side * 60, size),
            0.26,
            -side * 0.05,
            6,
            PALE,
            SAGE,
            (0.6, 0.7),
        )
    at, way = along(curve, 1)
    leaf(s, at, at + way * 110, 0.26, 0.04, 5, PALE, SAGE, (0.6, 0.7))
    stem(s, spec, 13, tip=0.4)
    for t, side in ((0.17, -1), (0.34, 1), (0.46, -1), (0.76, -1)):
        at, way = along(curve, t)
        point = at + way * polar(side * 70, 48)
        s.shape(
            [at - way * 12, at - way * 12, point, point, at + way * 14, at + way * 14],
            PAPER,
            2.6,
            tint=SAGE,
        )
    tip, root = 674 + 520j, along(curve, 0.66)[0]
    axis = (tip - root) / abs(tip - root)
    s.shape(
        [
            root - axis * 16j,
            root - axis * 16j,
            root + axis * 150 - axis * 7j,
            tip,
            tip,
            root + axis * 150 + axis * 7j,
            root + axis * 16j,
            root + axis * 16j,
        ],
        PAPER,
        3,
        tint=SAGE,
    )
    s.ink([root + axis * 20, root + axis * 300], 1.8, (0.5, 1, 0.2))
    with s.frame(tip + 26j, 90):
        s.shape("-26,0! -6,-11 10,-12 19,0 10,12 -6,11", CLAY, 2.6)
    return s


PICTURES = {
    "platelet-rich-plasma": platelet_rich_plasma,
    "corticosteroid-injection": corticosteroid_injection,
}
