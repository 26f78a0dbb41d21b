"""Eyes, brows, nose, mouth, hair and glasses."""

from .pen import INK, PAPER, points, smooth


def eye(s, look, x, scale, gaze=3):
    """Draw one eye round a point of the eye line."""
    h, w, t = look.eye, 27 * scale, look.tilt
    lid = points(
        [
            (x - w, 4 - t),
            (x - w * 0.5, -7 * h),
            (x + w * 0.1, -10 * h),
            (x + w * 0.65, -6 * h),
            (x + w, 3 + t),
        ]
    )
    low = points([(x + w * 0.6, 8 * h), (x, 10 * h), (x - w * 0.6, 8 * h)])
    almond = lid + low
    s.wash(almond, PAPER, (0, 0), 0)
    with s.clip(almond):
        iris = [
            (x + gaze - 9.5 * scale, -1),
            (x + gaze, -11),
            (x + gaze + 9.5 * scale, -1),
            (x + gaze, 9),
        ]
        s.wash(iris, INK, (0, 0), 0)
    s.dots([(x + gaze - 3, -4)], 5, PAPER)
    s.ink(lid, 5.4 + look.lashes, (0.6, 1, 0.6))
    s.ink(low[::1], 1.9, (0.3, 1, 0.3))
    if look.lashes:
        out = -1 if x < 30 else 1
        s.ink([(x + out * w, 3), (x + out * (w + 7), -3)], 3.4, (1, 0.7, 0.2))
    if look.fold:
        s.ink(
            [(x - w * 0.8, -9 * h), (x, -18 * h), (x + w * 0.85, -10 * h)],
            2,
            (0.2, 1, 0.2),
        )
    if look.age:
        s.ink([(x - w * 0.7, 15), (x, 20), (x + w * 0.6, 17)], 1.8, (0.2, 1, 0.2))


def brow(s, look, x, scale, inner):
    """Draw one eyebrow as a mass with a few hairs; inner is the side of the nose."""
    y, w = -31 - look.brow_lift, 34 * scale
    arc = [
        (x + inner * w * 0.9, y + 5),
        (x, y - 4),
        (x - inner * w * 0.6, y - 4),
        (x - inner * w * 1.05, y + 7),
    ]
    s.ink(arc, look.brow, (0.75, 1, 0.25), look.hair, wobble=0.4)
    for k in range(5):
        t = x + inner * w * (0.8 - 0.3 * k)
        s.ink(
            [(t, y + 5 - k * 0.6), (t - inner * 7, y - 6)],
            1.7,
            (0.5, 1, 0.2),
            look.hair,
        )


def nose(s, look):
    """Draw the nose by its far edge, its tip and the near wing."""
    n = look.nose
    s.ink(
        f"43,2 45,24 51,46 {58 + 3 * n},64 {60 + 4 * n},74 {54 + 2 * n},83 46,86 37,83",
        3.5,
        (0.15, 1, 0.5),
        wobble=0.5,
    )
    s.ink(
        f"{21 - 4 * n},60 {13 - 5 * n},70 {14 - 5 * n},80 {22 - 3 * n},84 28,81",
        3,
        (0.3, 1, 0.6),
        wobble=0.4,
    )
    s.ink(f"{56 + 3 * n},82 {61 + 4 * n},79", 2.6, (0.5, 1, 0.5))


def mouth(s, look):
    """Draw the mouth, closed, with the hint of a smile."""
    m, u, f = look.mouth, look.smile, look.full
    left, right = 36 - 44 * m, 38 + 38 * m
    line = points(
        f"{left},{119 - u} {left + 16},119 28,119 37,121 46,119 {right - 14},119 "
        f"{right},{120 - u}"
    )
    upper = points(
        f"{right - 6},{117 - u * 0.6} 50,{112 - 3 * f} 38,{114 - 2 * f} "
        f"26,{111 - 3 * f} {left + 8},{117 - u * 0.6}"
    )
    lower = points(
        f"{right - 8},121 54,{131 + 4 * f} 38,{134 + 5 * f} 20,{131 + 4 * f} "
        f"{left + 10},121"
    )
    s.wash(line + upper, look.lips, (0, 0), 0)
    s.wash(line + lower, look.lips, (0, 0), 0)
    s.ink(line, 4.2, (0.6, 1, 0.6), wobble=0.4)
    s.ink(f"20,{135 + 5 * f} 36,{139 + 5 * f} 54,{135 + 5 * f}", 2.4, (0.2, 1, 0.2))
    s.ink(
        f"{left - 4},{112 - u} {left - 7},{119 - u} {left - 3},{125 - u}",
        2.6,
        (0.2, 1, 0.2),
    )
    if look.age > 1:
        s.ink("2,82 -9,95 -15,108", 2.0, (0.2, 1, 0.2))
        s.ink("-46,-4 -56,-10 -64,-18", 1.8, (0.2, 1, 0.1))
        s.ink("-46,2 -58,2 -68,-1", 1.8, (0.2, 1, 0.1))
        s.ink("-45,8 -54,13 -62,16", 1.6, (0.2, 1, 0.1))


def features(s, look):
    """Draw eyes, brows, nose and mouth where the head's turn puts them."""
    long = look.long
    eye(s, look, -15 * look.wide, 1.0)
    eye(s, look, 81 * look.wide, 0.84)
    brow(s, look, -18 * look.wide, 1.0, 1)
    brow(s, look, 84 * look.wide, 0.76, -1)
    with s.frame((0, 0), 0, 1):
        old = s.place
        s.place = (old[0] + old[1] * 1j * 80 * (long - 1), old[1], old[2])
        nose(s, look)
        s.place = (old[0] + old[1] * 1j * 118 * (long - 1), old[1], old[2])
        mouth(s, look)
        s.place = old


def strands(s, outer, inner, count=12, width=2.4, color=INK, spread=(0.05, 0.95)):
    """Draw hair lines between two curves, so that they follow the mass."""
    a, b = smooth(outer), smooth(inner)
    for k in range(count):
        t = spread[0] + (spread[1] - spread[0]) * (k + s.rng.uniform(0.1, 0.9)) / count
        line = []
        first, last = s.rng.uniform(0, 0.3), s.rng.uniform(0.6, 1)
        for j in range(7):
            u = first + (last - first) * j / 6
            line.append(
                a[int(u * (len(a) - 1))] * (1 - t) + b[int(u * (len(b) - 1))] * t
            )
        s.ink(line, width, (0.2, 1, 0.2), color)


def glasses(s, color=INK, round_=True, y=4):
    """Draw spectacles on the nose, one arm to the near ear."""
    for x, w in ((-16, 41), (79, 33)):
        k = 0.72 if round_ else 0.88
        rim = [
            (x - w, y - 6),
            (x - w * k, y - 29),
            (x, y - 35),
            (x + w * k, y - 29),
            (x + w, y - 6),
            (x + w * k, y + 26),
            (x, y + 36),
            (x - w * k, y + 26),
        ]
        s.ink(rim, 4.2, color=color, closed=True, wobble=0.5)
    s.ink([(25, y - 8), (35, y - 15), (46, y - 8)], 4, (0.9, 1, 0.9), color)
    s.ink([(-57, y - 10), (-90, y - 13), (-124, y - 14)], 4, (0.9, 1, 0.9), color)
