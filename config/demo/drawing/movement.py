"""Picture of movement as treatment."""

from .cells import ring
from .pen import CLAY, EVERGREEN, MIST, PALE, SAGE, SLATE, Sheet, smooth
from .plants import along, grass, leaf, polar


def physical_therapy(name):
    """Draw a reed bending through the arc of its movement."""
    s = Sheet(name)
    s.wash(ring(s, (790, 500), 330, 0.015), MIST)
    foot = 640 + 860j
    for k in range(5):
        end = foot + polar(-98 + 9 * k, 700)
        way = [foot, foot + polar(-94 + 3 * k, 350), end]
        s.ink(way, 2.2, (0.8, 0.8, 0.4), SAGE)
        s.ink([end, end + polar(-92 + 16 * k, 60)], 7, (0.5, 1, 0.4), SAGE)
    for radius, first, last in ((560, -100, -42), (620, -96, -40), (690, -94, -46)):
        arc = [foot + polar(first + (last - first) * k / 8, radius) for k in range(9)]
        s.ink(arc, 3, (0.2, 0.7, 1), CLAY if radius == 620 else SLATE)
    head = foot + polar(-40, 620)
    s.ink(
        [head + polar(-118, 30), head, head + polar(-196, 28)], 3.2, (0.4, 1, 0.4), CLAY
    )
    curve = smooth("640,860 664,690 720,520 830,380 980,280 1120,250")
    for t, side, size, bend in (
        (0.1, -1, 330, 0.2),
        (0.2, 1, 350, -0.16),
        (0.34, -1, 280, 0.24),
        (0.5, 1, 270, -0.22),
    ):
        at, way = along(curve, t)
        leaf(
            s,
            at,
            at + way * polar(side * 38, size),
            0.055,
            bend,
            0,
            PALE,
            SAGE,
            (0.4, 0.9),
        )
    s.ink([*curve[::4], curve[-1]], 12, (1, 0.85, 0.5), EVERGREEN)
    for t in (0.12, 0.3, 0.47, 0.64, 0.8):
        at, way = along(curve, t)
        s.ink([at + way * 9j, at - way * 9j], 4, (0.6, 1, 0.6))
    at, way = along(curve, 1)
    spine = smooth(
        [
            at - way * 30,
            at + way * 100,
            at + way * polar(20, 190),
            at + way * polar(34, 260),
        ]
    )
    s.ink(spine[::3], 5, (1, 0.8, 0.3), EVERGREEN)
    for k in range(64):
        z, w = along(spine, 0.1 + 0.88 * k / 63)
        a = (1, -1)[k % 2] * s.rng.uniform(16, 44) + 8
        end = z + w * polar(a, 84 - 44 * k / 63)
        s.ink(
            [z, (z + end) / 2 + 6j, end], 3, (0.8, 1, 0.2), EVERGREEN if k % 4 else CLAY
        )
    for y, x1, x2 in (
        (862, 400, 1010),
        (888, 470, 930),
        (912, 560, 820),
        (872, 1060, 1200),
        (880, 250, 340),
    ):
        s.ink(
            [(x1, y), (x1 * 0.6 + x2 * 0.4, y - 5), (x2, y + 2)],
            3,
            (0.1, 1, 0.1),
            SLATE,
        )
    for x, h in ((590, 130), (700, 110), (548, 80)):
        grass(s, (x, 864), h, 0.1, 5)
    return s


PICTURES = {"physical-therapy": physical_therapy}
