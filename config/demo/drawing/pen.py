"""The paper, the pen and the brush that every picture is drawn with."""

import cmath
import itertools
import math
import random
from contextlib import contextmanager

PAPER, SAND = "#FAF6EE", "#F3ECDD"
INK, EVERGREEN, GREEN, PALE = "#23302B", "#1F5C4A", "#6E9C85", "#DCE8DF"
SLATE, CLAY, BLUSH = "#5A7684", "#C0673C", "#F0D9C6"
MIST, SAGE, HAZE = "#E4EAEA", "#BBD2C3", "#C9D5D8"
LIGHT = cmath.rect(1, math.radians(50))  # shade falls to the lower right


def points(spec):
    """Return complex points from a list or from "x,y x,y! …", where ! is a corner."""
    if not isinstance(spec, str):
        return [complex(*p) if isinstance(p, tuple) else complex(p) for p in spec]
    found = []
    for token in spec.split():
        x, y = token.rstrip("!").split(",")
        found += [complex(float(x), float(y))] * (2 if token.endswith("!") else 1)
    return found


def _run(p, step, closed):
    """Return a dense centripetal Catmull-Rom curve through the points."""
    if len(p) < 2:
        return p
    p = [p[-1], *p, p[0], p[1]] if closed else [2 * p[0] - p[1], *p, 2 * p[-1] - p[-2]]
    dense, least = [], 3 if len(p) < 12 else 1
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False):
        x, y, z = (max(abs(v), 1e-6) ** 0.5 for v in (b - a, c - b, d - c))
        m = (x * x * c - y * y * a + (2 * x * x + 3 * x * y + y * y) * b) / (
            3 * x * (x + y)
        )
        n = (z * z * b - y * y * d + (2 * z * z + 3 * z * y + y * y) * c) / (
            3 * z * (z + y)
        )
        count = max(least, round(abs(c - b) / step))
        for i in range(count):
            t = i / count
            u = 1 - t
            dense.append(u**3 * b + 3 * u * u * t * m + 3 * u * t * t * n + t**3 * c)
    return dense if closed else [*dense, p[-2]]


def smooth(spec, closed=False, step=9.0):
    """Return a dense curve through the points; a point given twice is a corner."""
    p = points(spec)
    corners = [i for i in range(1, len(p)) if p[i] == p[i - 1]]
    if not corners:
        return _run(p, step, closed)
    if closed:
        p = p[corners[0] :] + p[: corners[0]]
    dense, run = [], [p[0]]
    for a, b in itertools.pairwise(p):
        if a == b:
            dense += _run(run, step, False)
            run = [b]
        else:
            run.append(b)
    return dense + _run(run, step, False)


def tremor(rng, size, length, wave=140.0):
    """Return a slow random function of the way along a line, whole over its length."""
    waves = []
    for n in (1, 2, 3):
        turns = max(1, round(n * length / wave / 2))
        waves.append((turns, rng.uniform(0, math.tau), rng.gauss(0, size / n)))
    return lambda t: sum(a * math.sin(math.tau * k * t + o) for k, o, a in waves)


def inside(p, polygon):
    """Tell whether a point lies in a polygon."""
    hit = False
    for a, b in zip(polygon, polygon[1:] + polygon[:1], strict=False):
        if (a.imag > p.imag) != (b.imag > p.imag):
            x = a.real + (b.real - a.real) * (p.imag - a.imag) / (b.imag - a.imag)
            hit ^= p.real < x
    return hit


def _path(p):
    """Return path data that rounds off a closed polygon, each step rounded to 0.1."""
    start = (p[-1] + p[0]) / 2
    x, y = round(start.real, 1), round(start.imag, 1)
    control, parts = p[0], [f"M{x:g} {y:g}Q{p[0].real:.1f} {p[0].imag:.1f}"]
    for i, q in enumerate(p[1:] + p[:1]):
        middle = (control + q) / 2
        dx, dy = round(middle.real - x, 1), round(middle.imag - y, 1)
        x, y = x + dx, y + dy
        control = 2 * complex(x, y) - control
        parts.append(f"t{dx:g} {dy:g}" if i else f" {x:.1f} {y:.1f}")
    return "".join(parts).replace(" -", "-") + "Z"


class Sheet:
    """A sheet of paper with a seeded hand."""

    def __init__(self, name, width=1600, height=1000, ground=PAPER):
        self.name, self.width, self.height, self.ground = name, width, height, ground
        self.rng = random.Random(name)  # noqa: S311 (an unsteady hand, no secret)
        self.parts, self.place, self.pen, self.clips = [], (0j, 1 + 0j, False), 1.0, 0

    @contextmanager
    def frame(self, origin, angle=0.0, scale=1.0, flip=False):
        """Draw in local units: origin (x, y), angle in degrees, scale, mirrored."""
        old, turn = self.place, cmath.rect(scale, math.radians(angle))
        (at,) = self._map([points([origin])[0]])
        if old[2]:
            turn = turn.conjugate()
        self.place = (at, old[1] * turn, old[2] ^ flip)
        yield self
        self.place = old

    def _map(self, p):
        origin, turn, flip = self.place
        return [origin + turn * (complex(-z.real, z.imag) if flip else z) for z in p]

    @contextmanager
    def clip(self, spec):
        """Keep what is drawn within a closed shape."""
        self.clips += 1
        data = _path(smooth(self._map(points(spec)), True))
        self.parts.append(
            f'<clipPath id="c{self.clips}"><path d="{data}"/></clipPath>'
            f'<g clip-path="url(#c{self.clips})">'
        )
        yield self
        self.parts.append("</g>")

    def curve(self, spec, closed=False, wobble=1.0):
        """Return the dense curve on the page, as an unsteady hand would follow it."""
        p = self._map(points(spec))
        rough = sum(abs(b - a) for a, b in itertools.pairwise(p)) + 1
        p = smooth(p, closed, min(11.0, max(2.2, rough / 16)))
        length = sum(abs(b - a) for a, b in itertools.pairwise(p)) + 1
        wobble = wobble * min(1.0, length / 150)
        f, g = (tremor(self.rng, wobble, length, max(140, length / 5)) for _ in "xy")
        n = len(p)
        return [z + complex(f(i / n), g(i / n)) for i, z in enumerate(p)]

    def ink(
        self,
        spec,
        width=3.0,
        press=(0.35, 1, 0.25),
        color=INK,
        closed=False,
        wobble=0.9,
    ):
        """Draw a pen line whose weight swells, tapers and turns with the nib."""
        p = self.curve(spec, closed, wobble)
        n, width = len(p), width * self.pen
        area = sum(
            (a.conjugate() * b).imag for a, b in zip(p, p[1:] + p[:1], strict=False)
        )
        grain = tremor(self.rng, 0.09, n * 6, 90)
        left, right = [], []
        for i, z in enumerate(p):
            ahead = p[(i + 1) % n] if closed else p[min(i + 1, n - 1)]
            way = ahead - (p[i - 1] if closed or i else p[0])
            way /= abs(way) or 1
            t = i / max(1, n - 1)
            if closed:
                out = way * (-1j if area > 0 else 1j)
                weight = 0.62 + 0.62 * max(0, (out * LIGHT.conjugate()).real)
            else:
                a, b, u = (*press[:2], 2 * t) if t < 0.5 else (*press[1:], 2 * t - 1)
                ease = (
                    math.sin(u * math.pi / 2)
                    if t < 0.5
                    else 1 - math.cos(u * math.pi / 2)
                )
                weight = a + (b - a) * ease
                weight *= 0.84 + 0.26 * abs((way * cmath.rect(1, 0.7)).imag)
            half = way * 1j * width / 2 * weight * (1 + grain(t))
            left.append(z + half)
            right.append(z - half)
        data = _path(left) + _path(right) if closed else _path(left + right[::-1])
        self.parts.append(
            f'<path fill="{color}" fill-rule="evenodd" d="{data}"/>'
            if closed
            else f'<path fill="{color}" d="{data}"/>'
        )

    def wash(self, spec, color=PALE, shift=(4, -3), wobble=2.0):
        """Lay a flat wash, a little out of register with the line."""
        p = [z + complex(*shift) for z in self.curve(spec, True, wobble)]
        self.parts.append(f'<path fill="{color}" d="{_path(p)}"/>')

    def shape(self, spec, fill=PAPER, width=3.0, color=INK, tint=None, shift=(4, -3)):
        """Draw a closed form: opaque fill, perhaps a tint, and its outline."""
        p = points(spec)
        self.wash(p, fill, (0, 0), 0)
        if tint:
            self.wash(p, tint, shift)
        self.ink(p, width, color=color, closed=True)

    def dots(self, spec, size=2.4, color=INK):
        """Set round dots."""
        data = "".join(f"M{z.real:.1f} {z.imag:.1f}h0" for z in self._map(points(spec)))
        self.parts.append(
            f'<path stroke="{color}" stroke-width="{size * self.pen:.1f}" d="{data}"/>'
        )

    def stipple(
        self, spec, count=80, size=2.3, color=INK, toward=LIGHT, gap=6, bias=1.6
    ):
        """Shade a closed form with dots that gather on its dark side."""
        p = smooth(self._map(points(spec)), True)
        reach = [(z * toward.conjugate()).real for z in p]
        low, high = min(reach), max(reach)
        box = [min(z.real for z in p), max(z.real for z in p)]
        box += [min(z.imag for z in p), max(z.imag for z in p)]
        placed = []
        for _ in range(count * 60):
            z = complex(self.rng.uniform(*box[:2]), self.rng.uniform(*box[2:]))
            depth = max(0.0, (z * toward.conjugate()).real - low) / (high - low)
            if self.rng.random() > depth ** (bias * 2) or not inside(z, p):
                continue
            if all(abs(z - q) > gap for q in placed):
                placed.append(z)
            if len(placed) >= count:
                break
        old, self.place = self.place, (0j, 1 + 0j, False)
        self.dots(placed[::2], size, color)
        self.dots(placed[1::2], size * 0.72, color)
        self.place = old

    def svg(self):
        """Return the finished picture."""
        ground = f'<path fill="{self.ground}" d="M0 0h{self.width}v{self.height}H0z"/>'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" '
            f'height="{self.height}" viewBox="0 0 {self.width} {self.height}" '
            f'fill="none" stroke-linecap="round">\n{ground if self.ground else ""}\n'
            + "\n".join(self.parts)
            + "\n</svg>\n"
        )
