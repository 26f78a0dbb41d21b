"""Cells, as seen through a good microscope and drawn by hand."""

import cmath
import math

from .pen import BLUSH, CLAY, EVERGREEN, GREEN, INK, PALE, PAPER, SAGE, points
from .plants import polar


def ring(s, at, radius, rough=0.03, count=14, squash=1.0, turn=0):
    """Return an uneven closed ring round a point."""
    (at,) = points([at])
    lobes = [(k, s.rng.uniform(0, math.tau), s.rng.gauss(0, rough)) for k in (2, 3, 4)]
    found = []
    for i in range(count):
        a = math.tau * i / count
        r = radius * (1 + sum(h * math.sin(k * a + o) for k, o, h in lobes))
        z = cmath.rect(r, a)
        found.append(at + complex(z.real, z.imag * squash) * polar(turn, 1))
    return found


def nucleus(s, at, radius, tint=GREEN, squash=0.85, turn=20, pen=2.6, spots=1):
    """Draw a nucleus with chromatin dots and nucleoli."""
    (at,) = points([at])
    edge = ring(s, at, radius, 0.025, 10, squash, turn)
    s.shape(edge, PAPER, pen, tint=tint, shift=(3, -2))
    s.stipple(edge, int(radius * 0.8), 2.1, EVERGREEN, gap=5)
    for k in range(spots):
        spot = at + polar(turn + 150 + 140 * k, radius * 0.3)
        s.shape(ring(s, spot, radius * 0.17, count=7), EVERGREEN, 1.8)


def mitochondrion(s, at, length=40, angle=0, tint=BLUSH):
    """Draw a mitochondrion with its folds."""
    with s.frame(points([at])[0], angle, length / 40):
        s.shape("-20,0 -13,-9 0,-10 13,-9 20,0 13,9 0,10 -13,9", PAPER, 2, tint=tint)
        s.ink("-13,5 -9,-6 -5,5 -1,-6 3,5 7,-6 12,4", 1.5, (0.6, 1, 0.6))


def cell(
    s,
    at,
    radius,
    tint=PALE,
    heart=GREEN,
    squash=0.95,
    turn=0,
    offset=(0.12, 200),
    rich=True,
    core=0.42,
    pen=3.4,
    dark=True,
):
    """Draw a cell: double membrane, nucleus, and what floats in it."""
    (at,) = points([at])
    edge = ring(s, at, radius, 0.022, 14, squash, turn)
    s.shape(edge, PAPER, pen, tint=tint, shift=(5, -4))
    inner = [at + (z - at) * (1 - 7 / radius) for z in edge]
    first = s.rng.randrange(14)
    for length in (9, 3):
        part = [inner[(first + k) % 14] for k in range(length)]
        s.ink(part, 1.5, (0.2, 1, 0.2), EVERGREEN)
        first += length + 1
    centre = at + polar(offset[1], radius * offset[0])
    if dark:
        s.stipple(inner, int(radius * 0.9), 2.2, EVERGREEN, gap=6, bias=2.2)
    if rich:
        for k in range(5):
            a = offset[1] + 75 + 52 * k + s.rng.uniform(-9, 9)
            spot = at + polar(a, radius * s.rng.uniform(0.62, 0.74))
            if k % 2 == 0:
                mitochondrion(s, spot, radius * 0.24, a + 90 + s.rng.uniform(-30, 30))
            else:
                s.shape(ring(s, spot, radius * 0.06, count=7), PAPER, 1.8)
        for k in (1.22, 1.38):
            arc = [
                centre + polar(offset[1] + 130 + 24 * j, radius * core * k)
                for j in range(4)
            ]
            s.ink(arc, 1.7, (0.2, 1, 0.2), EVERGREEN)
    nucleus(s, centre, radius * core, heart, turn=turn + 20)
    return edge


def lymphocyte(s, at, radius, tint=PALE, heart=GREEN, ruff=22, petal=CLAY):
    """Draw a small immune cell, its villi fine as stamens."""
    (at,) = points([at])
    for k in range(ruff):
        a = 360 * k / ruff + s.rng.uniform(-4, 4)
        tip = at + polar(a + 4, radius * s.rng.uniform(1.17, 1.34))
        s.ink([at + polar(a, radius * 0.95), tip], 2, (1, 0.8, 0.4), EVERGREEN)
        if petal:
            s.dots([tip], 5, petal)
    s.shape(ring(s, at, radius, 0.02, 12), PAPER, 3, tint=tint)
    nucleus(s, at + polar(30, radius * 0.1), radius * 0.7, heart, 0.95)


def spindle(s, at, length, angle=0, tint=PALE, heart=GREEN, fat=1.0, seed=0):
    """Draw a mesenchymal stem cell: a long body with branching feet."""
    r = s.rng
    j = [r.uniform(-6, 6) for _ in range(12)]
    with s.frame(points([at])[0], angle, length / 400):
        f = fat
        body = points(
            f"-200,{j[0]} -120,{-14 * f + j[1]} -62,{-46 * f} -6,{-60 * f + j[2]} "
            f"40,{-50 * f} 104,{-22 * f + j[3]} 206,{-40 + j[4]} 118,{6 + j[5]} "
            f"176,{66 + j[6]} 84,{28 * f} 20,{50 * f + j[7]} -48,{40 * f} "
            f"-104,{20 * f + j[8]} -178,{58 + j[9]} -116,{10 + j[10]}"
        )
        s.shape(body, PAPER, 3.2, tint=tint, shift=(5, -4))
        s.ink("-170,2 -110,-4 -70,-14", 1.6, (0.2, 1, 0.2), EVERGREEN)
        s.ink("70,-8 120,-16 176,-32", 1.6, (0.2, 1, 0.2), EVERGREEN)
        s.ink("70,12 104,22 140,44", 1.6, (0.2, 1, 0.2), EVERGREEN)
        s.ink("-84,24 -120,34 -150,46", 1.4, (0.2, 1, 0.2), EVERGREEN)
        s.stipple(body, 42, 2.2, EVERGREEN, gap=7, bias=1.2)
        nucleus(s, -8 - 2j, 34 * fat**0.5, heart, 0.72, 4, spots=2)


def red_cell(s, at, radius, squash=1.0, turn=0, tint=CLAY):
    """Draw a red blood cell with its hollow."""
    (at,) = points([at])
    s.shape(
        ring(s, at, radius, 0.015, 12, squash, turn),
        PAPER,
        2.6,
        tint=tint,
        shift=(2, -2),
    )
    hollow = ring(
        s, at + polar(turn, radius * 0.05), radius * 0.48, 0.02, 9, squash, turn
    )
    s.wash(hollow, BLUSH, (1, -1))
    s.ink(hollow[:6], 1.7, (0.2, 1, 0.2))


def platelet(s, at, radius, turn=0, tint=BLUSH):
    """Draw a platelet with a few short feet."""
    (at,) = points([at])
    n = s.rng.choice((5, 6, 7))
    edge = []
    for k in range(n):
        a = turn + 360 * k / n
        edge.append(at + polar(a, radius * s.rng.uniform(1.1, 1.7)))
        edge.append(at + polar(a + 180 / n, radius * 0.78))
    s.shape(edge, PAPER, 2.4, tint=tint, shift=(2, -2))
    s.dots(
        [at + polar(s.rng.uniform(0, 360), radius * 0.4 * k / 3) for k in range(5)], 3
    )


def dividing(s, at, radius, angle=0, tint=PALE):
    """Draw a cell at the moment its two halves part."""
    (at,) = points([at])
    with s.frame(at, angle, radius / 100):
        edge = points(
            "-128,0 -112,-56 -66,-84 -26,-70 0,-52 26,-70 68,-83 114,-54 128,2 "
            "112,56 66,83 28,70 0,53 -28,71 -68,84 -113,55"
        )
        s.shape(edge, PAPER, 3.8, tint=tint, shift=(5, -4))
        s.stipple(edge, 110, 2.2, EVERGREEN, gap=7, bias=1.7)
        for k in range(-3, 4):
            s.ink(
                [(-92, k * 3), (-46, k * 13), (0, k * 14), (46, k * 13), (92, k * 3)],
                1.7,
                (0.3, 1, 0.3),
                EVERGREEN,
                wobble=0.5,
            )
        for side in (-1, 1):
            for k in range(8):
                a = 180 * (side > 0) + 180 + (k - 3.5) * 30
                s.ink(
                    [side * 96 + polar(a, 7), side * 96 + polar(a, 19)],
                    1.7,
                    (0.8, 0.7, 0.3),
                    EVERGREEN,
                )
            s.shape(ring(s, side * 96, 5, count=7), SAGE, 2)
            for k in range(4):
                y = (k - 1.5) * 22 + s.rng.uniform(-2, 2)
                tip = complex(side * (54 - 5 * abs(k - 1.5)), y * 0.92)
                for d in (-1, 1):
                    s.ink(
                        [
                            tip,
                            tip + complex(-side * 9, d * 4.5 + y * 0.03),
                            tip + complex(-side * 21, d * 6 + y * 0.1),
                        ],
                        8,
                        (1, 0.9, 0.6),
                        CLAY,
                    )


def neuron_body(s, at, radius, tint=PALE, heart=GREEN):
    """Draw the body of a nerve cell, pointed where its branches leave."""
    (at,) = points([at])
    s.shape(ring(s, at, radius, 0.08, 12), PAPER, 3.2, tint=tint)
    nucleus(s, at, radius * 0.5, heart, 0.95, pen=2.2)


def lattice(s, at, size, cells, color=INK, pen=3, tint=None, turn=0):
    """Draw hexagons given by their axial places."""
    (at,) = points([at])
    for q, r in cells:
        c = complex(math.sqrt(3) * (q + r / 2), 1.5 * r) * size
        six = [at + (c + polar(60 * k + 30, size)) * polar(turn, 1) for k in range(6)]
        if tint:
            s.wash([z for z in six for _ in "12"], tint, (3, -2), 0.5)
        for a, b in zip(six, six[1:] + six[:1], strict=False):
            s.ink([a, b], pen, (0.8, 1, 0.8), color, wobble=0.5)
