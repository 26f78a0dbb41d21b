"""Ocotillo and palo verde."""

import cmath
import math

from .pen import BLUSH, CLAY, EVERGREEN, GREEN, SAGE, points, smooth
from .plants import along, leaflet, polar


def flame(s, at, way, length=80, tint=CLAY):
    """Draw an ocotillo's spike of blossoms."""
    at, way = points([at, way])
    for k in range(17, -1, -1):
        t = k / 17
        foot = at + way * length * t
        lean = (1, -1)[k % 2] * (58 - 40 * t) + s.rng.uniform(-10, 10)
        tip = foot + way * polar(lean, length * (0.34 - 0.16 * t))
        leaflet(s, foot, tip, 0.24, tint if k % 3 else BLUSH, 1.8, 0.6)


def ocotillo(s, at, wands):
    """Draw an ocotillo from the tips (x, y, sway) of its wands."""
    (at,) = points([at])
    for x, y, sway in wands:
        tip = complex(x, y)
        side = (tip - at) * 1j / abs(tip - at)
        foot = at + (x - at.real) * 0.06
        spec = [
            foot,
            foot + (tip - foot) * 0.3 + side * sway,
            foot + (tip - foot) * 0.66 - side * sway * 0.5,
            tip,
        ]
        curve = smooth(spec)
        s.ink([z + 2.5 for z in spec], 8.5, (1, 0.8, 0.35), SAGE)
        s.ink(spec, 5.5, (1, 0.75, 0.35), EVERGREEN, wobble=1.5)
        n = len(curve) // 3
        for k in range(n):
            z, way = along(curve, 0.1 + 0.84 * k / n)
            turn = (1, -1)[k % 2]
            end = z + way * polar(turn * s.rng.uniform(52, 74), s.rng.uniform(17, 24))
            leaflet(s, z, end, 0.3, GREEN, 1.3, 0.62)
        z, way = along(curve, 1)
        flame(s, z - way * 8, way, 74)


def palo_verde(s, at, way, length, width, depth, lean=0.0):
    """Grow a green-barked tree limb by limb and return the tips of its twigs."""
    at, way = points([at, way])
    bend = s.rng.uniform(-14, 14) + lean
    end = at + way * polar(bend * 0.5, length)
    mid = (at + end) / 2 - way * 1j * length * 0.012 * bend
    if depth > 2:
        s.ink(
            [at + width * 0.24, mid + width * 0.24, end],
            width * 1.25,
            (1, 0.85, 0.75),
            SAGE,
        )
    s.ink([at, mid, end], width, (1, 0.85, 0.7), EVERGREEN, wobble=1.4)
    if depth == 0:
        return [(end, end - mid)]
    tips = []
    way = (end - mid) / abs(end - mid)
    count = 2 if depth > 1 else 3
    for k in range(count):
        fork = (k - (count - 1) / 2) * s.rng.uniform(38, 56) + s.rng.uniform(-8, 8)
        tips += palo_verde(
            s,
            end,
            way * polar(fork, 1),
            length * s.rng.uniform(0.66, 0.84),
            width * 0.64,
            depth - 1,
            lean,
        )
    return tips


def feather(s, at, way, length=52, pairs=6):
    """Draw a twig of tiny paired leaflets."""
    at, way = points([at, way / abs(way)])
    bend = s.rng.uniform(-22, 22)
    spec = [at, at + way * length * 0.5, at + way * polar(bend, length)]
    s.ink(spec, 2.2, (1, 0.7, 0.3), EVERGREEN)
    curve = smooth(spec, step=3)
    for k in range(pairs):
        z, w = along(curve, (k + 0.8) / pairs)
        for side in (-1, 1):
            tip = z + w * polar(side * 58, 14)
            leaflet(s, z, tip, 0.32, GREEN if k % 2 else SAGE, 1.1, 0.5)


def turn(angle):
    """Return a unit direction."""
    return cmath.rect(1, math.radians(angle))
