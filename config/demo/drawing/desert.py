"""Succulents and the ground of the Sonoran desert."""

import math

from .cells import nucleus, ring
from .pen import CLAY, EVERGREEN, INK, PALE, PAPER, SAGE, SAND, points, smooth
from .plants import along, blade, polar


def agave_leaf(s, base, tip, width=0.16, bend=0.0, tint=PALE, half=SAGE):
    """Draw one thick agave leaf with its teeth, fold and dark spine."""
    base, tip = points([base, tip])
    mid, left, right = blade(base, tip, width, bend, (0.42, 0.8))
    whole = left + right[-2::-1]
    s.wash(whole, PAPER, (0, 0), 0)
    s.wash(whole, tint, (3, -2))
    s.wash(left + mid[-2::-1], half, (1, 1))
    for edge, _side in ((left, -1), (right, 1)):
        s.ink(edge, 3.4, (0.6, 1, 0.5))
        for i in range(4, 13):
            out = (edge[i] - mid[i]) / (abs(edge[i] - mid[i]) or 1)
            way = (tip - base) / abs(tip - base)
            s.ink([edge[i], edge[i] + out * 8 + way * 5], 2.6, (1, 0.7, 0.2))
    for k in (-0.45, 0.0, 0.4):
        line = [
            m + ((right if k > 0 else left)[i] - m) * abs(k) for i, m in enumerate(mid)
        ]
        s.ink(line[2:11], 1.7, (0.2, 0.8, 0.1), EVERGREEN)
    s.ink([mid[13], tip + (tip - mid[12]) * 0.35], 5, (1, 0.8, 0.15), INK)


def agave(s, at, size, tint=PALE, half=SAGE):
    """Draw an agave rosette, leaves from back to front."""
    (at,) = points([at])
    back = [
        (-90, 1.0, 0),
        (-112, 0.97, -0.04),
        (-68, 0.98, 0.04),
        (-134, 0.98, -0.08),
        (-47, 0.97, 0.08),
        (-155, 1.0, -0.14),
        (-26, 1.0, 0.14),
        (-172, 0.9, -0.2),
        (-8, 0.9, 0.2),
        (-122, 0.74, -0.1),
        (-58, 0.76, 0.1),
        (-94, 0.7, 0.03),
        (-146, 0.62, -0.16),
        (-34, 0.62, 0.16),
        (-106, 0.45, -0.1),
        (-72, 0.44, 0.1),
    ]
    for angle, length, bend in back:
        a = angle + s.rng.uniform(-3, 3)
        foot = at + complex(
            math.cos(math.radians(a)) * size * 0.1, size * 0.03 * (1 - length)
        )
        agave_leaf(
            s,
            foot,
            at + polar(a, size * length),
            0.125 + 0.05 * (1 - length),
            bend,
            tint,
            half,
        )


def pad(s, at, size, angle, tint=PALE, heart=None):
    """Draw a prickly-pear pad; with a heart it is a cell as much as a pad."""
    (at,) = points([at])
    turn = polar(angle, size)
    spec = [
        at + turn * z
        for z in points(
            "0,0 0.12,-0.16 0.4,-0.33 0.72,-0.34 0.95,-0.2 1.02,0 0.95,0.21 0.7,0.35 0.4,0.32 0.12,0.15"
        )
    ]
    s.shape(spec, PAPER, 3.2, tint=tint, shift=(4, -3))
    s.stipple(spec, int(size * 0.3), 2.1, EVERGREEN, gap=6, bias=2.4)
    for k in range(5):
        for j in range(-2, 3):
            z = complex(0.2 + 0.17 * k, j * 0.125 + (k % 2) * 0.06)
            if abs((z - 0.55) / complex(1, 0)) > 0.45 or abs(z.imag) > 0.27:
                continue
            if heart and abs(z - 0.56) < 0.26:
                continue
            spot = at + turn * z
            for a in (-100, -60, -20):
                s.ink([spot, spot + polar(a, 8)], 1.5, (1, 0.7, 0.3))
            s.dots([spot], 3.4, EVERGREEN)
    if heart:
        nucleus(s, at + turn * 0.56, size * 0.2, heart, 0.9)
    return [at + turn * z for z in (1.0 + 0j, 0.9 - 0.25j, 0.9 + 0.25j)]


def barrel(s, at, width, height, tint=PALE):
    """Draw a small barrel cactus with ribs and a crown of buds."""
    with s.frame(points([at])[0]):
        w, h = width / 2, height
        body = points(
            [
                (-w * 0.8, 0),
                (-w, -h * 0.4),
                (-w * 0.8, -h * 0.85),
                (0, -h),
                (w * 0.8, -h * 0.85),
                (w, -h * 0.4),
                (w * 0.8, 0),
                (0, 6),
            ]
        )
        s.shape(body, PAPER, 3, tint=tint)
        s.stipple(body, 40, 2.1, EVERGREEN, gap=6, bias=2)
        for k in (-0.66, -0.25, 0.2, 0.64):
            rib = [
                (k * w * 0.8, 0),
                (k * w * 1.12, -h * 0.45),
                (k * w * 0.5, -h * 0.96),
            ]
            s.ink(rib, 2, (0.5, 1, 0.3), EVERGREEN)
            for z, _ in (along(smooth(rib), 0.12 + 0.19 * j) for j in range(5)):
                for a in (-150, -90, -30):
                    s.ink([z, z + polar(a, 7)], 1.4, (1, 0.8, 0.3))
        for k in (-0.3, 0, 0.3):
            s.shape(
                ring(s, complex(k * w, -h * (1.02 - abs(k) * 0.12)), w * 0.13, count=7),
                CLAY,
                2,
            )


def saguaro(
    s, at, height, arms=((-1, 0.45, 0.3), (1, 0.58, 0.26)), width=46, tint=PALE
):
    """Draw a saguaro; each arm is side, height of the joint and length."""
    (at,) = points([at])
    limbs = [[at, at - 1j * height * 0.5 + 3, at - 1j * height]]
    for side, joint, length in arms:
        z = at - 1j * height * joint
        out = side * width * 1.5
        limbs.append(
            [
                z,
                z + out * 0.8 + 2j,
                z + out - 1j * height * 0.06,
                z + out * 1.04 - 1j * height * length,
            ]
        )
    for spec in limbs[1:] + limbs[:1]:
        curve, w = smooth(spec), width / 2 * (0.7 if spec is not limbs[0] else 1)
        ribs = []
        for k in (-1, -0.4, 0.2, 0.7, 1):
            ribs.append(
                [
                    z + along(curve, i / len(curve))[1] * 1j * w * k
                    for i, z in enumerate(curve)
                ][:: max(1, len(curve) // 9)]
            )
        top, way = along(curve, 1)
        shape = ribs[0] + [top + way * w * 0.9] + ribs[-1][::-1]
        s.wash(shape, PAPER, (0, 0), 0)
        s.wash(shape, tint, (3, -2))
        s.ink(shape, 3, (0.7, 1, 0.7))
        for rib in ribs[1:-1]:
            s.ink(rib, 1.6, (0.5, 0.9, 0.3), EVERGREEN)


def ridge(s, spec, tint=SAND, width=2.6, floor=1000):
    """Draw a far ridge of hills over a flat wash."""
    p = points(spec)
    low = [complex(p[-1].real, floor)] * 2 + [complex(p[0].real, floor)] * 2
    s.wash([p[0], *p, p[-1], *low], tint, (0, 0), 1)
    s.ink(p, width, (0.3, 0.8, 0.3))


def pebbles(s, spots, size=12):
    """Draw a few stones."""
    for x, y in spots:
        r = size * s.rng.uniform(0.6, 1.3)
        s.shape(ring(s, (x, y), r, 0.08, 8, 0.6), PAPER, 2.2, tint=SAND)


def soil(s, spec, count=120):
    """Dot the ground, denser below."""
    s.stipple(spec, count, 2.6, INK, 1j, gap=9, bias=0.5)
