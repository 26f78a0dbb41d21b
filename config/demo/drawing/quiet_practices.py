"""Pictures of talking and needling."""

from .anatomy import profile
from .cells import ring
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
    Sheet,
    smooth,
)
from .plants import along, flower, leaf, needles, polar, stem


def cognitive_behavioral_therapy(name):
    """Draw a head in profile that holds a walled garden with one clear path."""
    s = Sheet(name)
    head = profile(s)
    s.wash(head, PALE, (10, -8))
    hub = 850 + 430j
    for k, (start, end) in enumerate(((20, 330), (130, 430), (-30, 280), (80, 390))):
        radius = 62 + 42 * k
        arc = [hub + polar(start + (end - start) * j / 22, radius) for j in range(23)]
        for z in arc[1:-1]:
            for _ in range(3):
                p = z + polar(s.rng.uniform(0, 360), s.rng.uniform(6, 13))
                s.ink([p, p + polar(s.rng.uniform(0, 360), 7)], 2.2, color=GREEN)
        s.ink(arc, 6, (0.8, 1, 0.8), EVERGREEN)
    path = [
        (838, 1000),
        (850, 860),
        (930, 740),
        hub + polar(55, 250),
        hub + polar(55, 208),
    ]
    path += [hub + polar(a, 167) for a in range(62, 300, 22)] + [hub + polar(305, 146)]
    path += [hub + polar(a, 125) for a in range(296, 104, -22)] + [
        hub + polar(100, 104)
    ]
    path += [hub + polar(a, 83) for a in range(88, 2, -22)] + [
        hub + polar(-5, 62),
        hub + 34,
    ]
    s.ink(path, 3, (0.9, 1, 0.8), CLAY)
    for a, size in ((-160, 36), (-115, 48), (-70, 48), (-25, 36)):
        leaf(s, hub + 20j, hub + 20j + polar(a, size), 0.26, 0, 2, SAGE, GREEN)
    s.ink([hub + 36j, hub + 18j], 4, color=EVERGREEN)
    s.ink(head[:-1], 4.4, (0.5, 1, 0.5))
    s.ink("596,560 624,574 660,562", 4.4, (0.4, 1, 0.3))
    for z, a in ((604 + 565j, 130), (622 + 573j, 100), (642 + 570j, 70)):
        s.ink([z, z + polar(a, 11)], 2.2, (0.9, 0.7, 0.3))
    s.ink("584,516 622,494 668,506", 5.5, (0.4, 1, 0.2))
    s.ink("566,760 598,764 622,752", 3.4, (0.6, 1, 0.2))
    s.ink("588,674 602,660 612,674 604,688", 2.8, (0.3, 1, 0.3))
    s.ink(
        "930,640 950,596 990,592 1008,632 990,690 960,724 940,708", 3.6, (0.3, 1, 0.4)
    )
    s.ink("954,636 972,616 982,648 964,676", 2.2, (0.3, 1, 0.3))
    s.ink("700,880 750,868 800,830", 2.4, (0.2, 1, 0.2))
    for spec, length in (
        ("760,200 740,150 700,100", 60),
        ("850,176 856,130 842,86", 56),
        ("940,186 974,140 1026,110", 62),
    ):
        curve = stem(s, spec, 5)
        for t, side in ((0.35, 1), (0.6, -1), (0.82, 1)):
            at, way = along(curve, t)
            leaf(s, at, at + way * polar(side * 56, length), 0.2, 0, 4, PALE, SAGE)
        at, way = along(curve, 1)
        if length == 56:
            flower(s, at, 34, 7, BLUSH, 0.9)
        else:
            leaf(s, at, at + way * length * 0.8, 0.2, 0, 4, PALE, SAGE)
    return s


def acupuncture(name):
    """Draw a hand-shaped leaf with meridian-like veins and pine needles at its points."""
    s = Sheet(name)
    s.wash(ring(s, (760, 520), 320, 0.02), MIST)
    at = 720 + 760j
    fingers = (
        (-133, 0.22, 400, 0.105, 0.05),
        (-112, 0.16, 470, 0.1, 0.03),
        (-92, 0.14, 520, 0.098, 0),
        (-72, 0.15, 480, 0.1, -0.03),
        (-22, 0.2, 370, 0.13, -0.1),
    )
    stem(s, "690,1010 708,900 720,760", 15, tip=0.8)
    rays = []
    for angle, foot, length, width, bend in fingers:
        base = at + polar(angle, foot * 300)
        rays.append((base, at + polar(angle, length + 60), width, bend))
    palm_edge = [
        at + polar(a, r)
        for a, r in (
            (95, 34),
            (150, 96),
            (190, 150),
            (222, 196),
            (250, 240),
            (270, 262),
            (290, 240),
            (318, 190),
            (348, 150),
            (20, 110),
            (60, 60),
        )
    ]
    for base, tip, width, bend in (rays[0], rays[4], rays[1], rays[3], rays[2]):
        leaf(s, base, tip, width * 1.15, bend, 0, PALE, None, (0.42, 0.5), 3.4)
    s.wash(palm_edge, PALE, (0, 0), 0)
    for a, b in ((0, 4), (8, 11)):
        s.ink([palm_edge[k % 11] for k in range(a, b)], 3.6, (0.5, 1, 0.3))
    points_of_rest = []
    for base, tip, _, bend in rays:
        axis = tip - base
        rib = [
            at,
            base + axis * 0.25 + axis * 1j * bend * 0.7,
            base + axis * 0.6 + axis * 1j * bend * 0.95,
            base + axis * 0.96,
        ]
        s.ink(rib, 3.4, (1, 0.8, 0.2), EVERGREEN)
        curve = smooth(rib)
        for j in range(7):
            z, way = along(curve, 0.3 + 0.09 * j)
            for side in (-1, 1):
                s.ink(
                    [z, z + way * polar(side * 34, 34 - 2 * j)],
                    1.8,
                    (0.9, 0.7, 0.1),
                    EVERGREEN,
                )
        for t in (0.3, 0.56, 0.82):
            z = along(curve, t)[0]
            points_of_rest.append(z)
            s.shape(ring(s, z, 8, count=7), PAPER, 2.2, CLAY)
    for r in (70, 110, 150):
        s.ink(
            [at + polar(a, r) for a in range(212, 330, 14)],
            1.7,
            (0.2, 1, 0.2),
            EVERGREEN,
        )
    for k, lean, length in (
        (1, -150, 170),
        (4, -126, 190),
        (7, -64, 250),
        (10, -52, 210),
        (13, -58, 240),
    ):
        z = points_of_rest[k]
        end = z + polar(lean, length)
        s.ink([z, (z + end) / 2, end], 3.4, (0.4, 0.9, 1), INK, wobble=0.3)
        s.ink(
            [z + polar(lean, length * 0.68), end], 8, (0.9, 1, 0.8), GREEN, wobble=0.3
        )
        s.dots([end + polar(lean, 5)], 9, EVERGREEN)
        s.dots([z], 9, CLAY)
    spec = "1640,180 1480,300 1360,420 1260,520"
    curve = stem(s, spec, 13, EVERGREEN, 0.7)
    for k in range(9):
        z, way = along(curve, 0.12 + 0.88 * k / 8)
        for side in (-1, 1):
            for _ in range(5):
                tip = z + way * polar(
                    side * s.rng.uniform(28, 58), s.rng.uniform(110, 165)
                )
                s.ink([z, (z + tip) / 2 + way * 8, tip], 2.6, (0.7, 1, 0.2), EVERGREEN)
    needles(s, along(curve, 1)[0], 138, 14, 150, 40)
    return s


PICTURES = {
    "cognitive-behavioral-therapy": cognitive_behavioral_therapy,
    "acupuncture": acupuncture,
}
