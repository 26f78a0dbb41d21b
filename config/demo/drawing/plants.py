"""Stems, leaves, blossoms and fruit."""

import cmath
import math

from .pen import BLUSH, CLAY, EVERGREEN, GREEN, INK, PALE, PAPER, SAGE, points, smooth


def along(curve, t):
    """Return the point and the direction at a fraction of a dense curve."""
    i = min(len(curve) - 2, max(0, int(t * (len(curve) - 1))))
    way = curve[i + 1] - curve[i]
    return curve[i], way / (abs(way) or 1)


def polar(angle, radius):
    """Return the vector of an angle in degrees."""
    return cmath.rect(radius, math.radians(angle))


def stem(s, spec, width=7, color=EVERGREEN, tip=0.3):
    """Draw a stem, thick at its foot, and return its curve."""
    s.ink(spec, width, (1, 0.75, tip), color, wobble=1.4)
    return smooth(spec)


def blade(base, tip, width, bend, form):
    """Return the midrib and the two edges of a leaf."""
    axis = tip - base
    a, b = form
    peak = (a / (a + b)) ** a * (b / (a + b)) ** b
    mid, left, right = [], [], []
    for i in range(15):
        t = i / 14
        m = t + 1j * bend * math.sin(math.pi * t)
        slope = 1 + 1j * bend * math.pi * math.cos(math.pi * t)
        out = 1j * slope / abs(slope) * width * (t**a * (1 - t) ** b / peak)
        mid.append(base + axis * m)
        left.append(base + axis * (m - out))
        right.append(base + axis * (m + out * 0.94))
    return mid, left, right


def leaf(
    s,
    base,
    tip,
    width=0.2,
    bend=None,
    veins=5,
    tint=PALE,
    half=None,
    form=(0.7, 0.9),
    pen=2.8,
    color=INK,
):
    """Draw a leaf with a midrib, side veins and a wash, one half darker."""
    base, tip = points([base, tip])
    if bend is None:
        bend = s.rng.uniform(-0.1, 0.1)
    mid, left, right = blade(base, tip, width * s.rng.uniform(0.93, 1.07), bend, form)
    whole = left + right[-2::-1]
    s.wash(whole, PAPER, (0, 0), 0)
    if tint:
        s.wash(whole, tint, (3, -2))
    if half:
        s.wash(left + mid[-2::-1], half, (2, 1))
    for k in range(veins):
        t = (k + 0.9) / (veins + 0.9) * 0.86
        i, j = t * 14, min(13, t * 14 + 2.2)
        for edge in (left, right):
            a, e = mid[int(i)], edge[int(j)]
            a += (mid[int(i) + 1] - a) * (i % 1)
            e += (edge[int(j) + 1] - e) * (j % 1)
            end = a + (e - a) * s.rng.uniform(0.72, 0.9)
            belly = a + (end - a) * 0.5 + (base - tip) * 0.012
            s.ink([a, belly, end], pen * 0.48, (0.9, 0.8, 0.2), color, wobble=0.3)
    s.ink(mid[:-1], pen * 0.85, (1, 0.7, 0.2), color, wobble=0.4)
    s.ink(left, pen, (0.4, 0.9, 0.35), color, wobble=0.8)
    s.ink(right, pen * 1.15, (0.4, 1, 0.3), color, wobble=0.8)


def sprig(
    s, spec, count=8, length=110, angle=48, pairs=False, width=6, ends=True, **kw
):
    """Draw a stem with leaves along it, shrinking to the tip."""
    curve = smooth(spec)
    jobs = []
    for k in range(count):
        t = 0.14 + 0.8 * k / count + s.rng.uniform(-0.012, 0.012)
        for side in (1, -1) if pairs else ((1, -1)[k % 2],):
            at, way = along(curve, t)
            size = length * (1 - 0.5 * t) * s.rng.uniform(0.9, 1.08)
            lean = polar(side * angle * s.rng.uniform(0.85, 1.15), size)
            jobs.append((at, at + way * lean, side))
    for at, to, side in jobs:
        leaf(s, at, to, bend=-side * s.rng.uniform(0.02, 0.12), **kw)
    stem(s, spec, width)
    if ends:
        at, way = along(curve, 1)
        leaf(s, at, at + way * length * 0.6, **kw)
    return curve


def leaflet(s, base, tip, width=0.28, tint=GREEN, pen=1.4, form=0.45):
    """Draw a leaf or petal so small that a stroke and a touch of wash will do."""
    axis = tip - base
    left = base + axis * complex(form, -width)
    right = base + axis * complex(form, width)
    s.wash([base, left, tip, right], tint, (0, 0), 0)
    s.ink([base, left, tip], pen, (0.5, 1, 0.4), wobble=0)
    s.ink([base, right, tip], pen, (0.4, 1, 0.5), wobble=0)


def petal(s, base, tip, width=0.3, tint=BLUSH, color=INK, pen=2.4, form=(0.9, 0.45)):
    """Draw a petal with a few fine lines at its foot."""
    leaf(s, base, tip, width, veins=0, tint=tint, form=form, pen=pen, color=color)
    base, tip = points([base, tip])
    for side in (-1, 1):
        a = base + (tip - base) * (0.12 + side * 0.04j)
        b = base + (tip - base) * (s.rng.uniform(0.4, 0.6) + side * 0.1j)
        s.ink([a, b], pen * 0.5, (0.9, 0.6, 0.2), color)


def flower(s, at, radius, petals=5, tint=BLUSH, squash=1.0, turn=0, heart=CLAY):
    """Draw an open flower seen at a slant."""
    (at,) = points([at])
    order = sorted(range(petals), key=lambda k: math.sin(math.tau * k / petals))
    for k in order:
        v = polar(turn + 360 * k / petals, radius)
        v = complex(v.real, v.imag * squash)
        if radius < 24:
            leaflet(s, at + v * 0.12, at + v, 0.4, tint, 2, 0.64)
        else:
            petal(s, at + v * 0.12, at + v, 0.34, tint)
    ring = [
        at + complex(v.real, v.imag * squash)
        for v in (polar(360 * k / 8, radius * 0.2) for k in range(8))
    ]
    s.shape(ring, heart, 2)
    s.dots([at + (q - at) * s.rng.uniform(1.3, 1.8) for q in ring], 3.2)


def tendril(s, at, way, size=40, turns=1.6, side=1, width=2.4, color=EVERGREEN):
    """Draw a tendril that coils to its end."""
    at, z = points([at, way])
    spec = [at]
    for i in range(22):
        t = i / 21
        at += z * size * 0.16 * (1.25 - t) ** 1.3
        z *= cmath.rect(1, side * math.tau * turns / 21 * (0.25 + 1.3 * t))
        spec.append(at)
    s.ink(spec, width, (1, 0.7, 0.4), color, wobble=0.3)


def berry(s, at, radius, tint=CLAY, shine=True):
    """Draw a round fruit with a scar and a patch left white."""
    (at,) = points([at])
    ring = [at + polar(60 * k, radius * s.rng.uniform(0.97, 1.03)) for k in range(6)]
    s.shape(ring, PAPER, 2.6, tint=tint, shift=(2, -2))
    if shine:
        s.ink(
            [at + polar(a, radius * 0.62) for a in (200, 230, 262)],
            radius * 0.2,
            (0.3, 1, 0.3),
            PAPER,
        )


def olive(s, at, length=52, angle=80, tint=GREEN):
    """Draw an olive with its point."""
    with s.frame(points([at])[0], angle, length / 50):
        s.ink("-14,0 0,0", 3, color=EVERGREEN)
        s.shape("0,0 12,-16 30,-17 46,-8 52,1 45,11 28,17 11,15", PAPER, 2.6, tint=tint)
        s.ink("14,-8 24,-11 34,-9", 4, (0.2, 1, 0.2), PALE)


def needles(s, at, angle, count=14, length=150, spread=26, color=EVERGREEN):
    """Draw a bundle of pine needles from one sheath."""
    (at,) = points([at])
    for _ in range(count):
        a = angle + s.rng.gauss(0, spread / 2)
        size = length * s.rng.uniform(0.78, 1.05)
        mid = at + polar(a, size * 0.5) + polar(a + 90, s.rng.uniform(-8, 8))
        s.ink([at, mid, at + polar(a, size)], 3, (0.7, 1, 0.2), color)


def grass(s, at, height, lean=0, count=7, color=EVERGREEN):
    """Draw a small tuft."""
    (at,) = points([at])
    for k in range(count):
        f = (k - (count - 1) / 2) / count
        top = at + complex(
            (f * 1.3 + lean) * height, -height * s.rng.uniform(0.6, 1) * (1 - f * f)
        )
        s.ink(
            [at + f * 14, (at + top) / 2 + complex(-f * 0.2 * height, -6), top],
            3,
            (0.8, 0.8, 0.1),
            color,
        )


def branch(s, spec, width=26, tint=SAGE, ends=(1, 0.5), knots=0):
    """Draw a woody branch as two edges with bark lines, and return its curve."""
    curve = smooth(spec)
    n = len(curve)
    left, right = [], []
    for i in range(0, n, max(1, n // 12)):
        z, way = along(curve, i / n)
        w = width / 2 * (ends[0] + (ends[1] - ends[0]) * i / n)
        left.append(z + way * 1j * w * s.rng.uniform(0.9, 1.1))
        right.append(z - way * 1j * w * s.rng.uniform(0.9, 1.1))
    s.wash(left + right[::-1], PAPER, (0, 0), 0)
    s.wash(left + right[::-1], tint, (3, -2))
    s.ink(left, 3.2, (0.6, 1, 0.5))
    s.ink(right, 2.4, (0.6, 1, 0.4))
    for _ in range(int(n / 4)):
        t = s.rng.uniform(0.02, 0.9)
        z, way = along(curve, t)
        w = width / 2 * (ends[0] + (ends[1] - ends[0]) * t)
        a = z + way * 1j * w * s.rng.uniform(-0.1, 0.75)
        s.ink([a, a + way * s.rng.uniform(14, 40)], 1.5, (0.2, 1, 0.1))
    return curve
