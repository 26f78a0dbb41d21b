"""The head in three-quarter view: its proportions, contour, ear and neck.

Local units: the eyes lie on y = 0, the crown near -192, the chin at 194; the face
looks to the right.
"""

from dataclasses import dataclass

from .pen import INK, points

CONTOUR = (
    "-118,-60 -112,-120 -70,-172 0,-192 66,-176 106,-122 119,-66 115,-28 108,-6 "
    "114,22 115,48 107,90 96,126 80,160 54,186 26,194 -8,188 -50,164 -90,124 "
    "-110,82 -119,30"
)


FAR = (
    "130,-150 96,-120 104,-60 92,-16 84,8 96,40 88,84 76,96 82,124 70,150 30,170 "
    "-40,166 -70,150 -60,210 140,220",
    "48,34 60,66 66,80 54,92 40,88 50,74 44,56",
)


NEAR = (
    "-140,-140 -104,-110 -96,-40 -100,20 -88,70 -74,110 -40,146 10,166 50,170 90,150 "
    "60,220 -140,200",
    "40,16 42,40 36,60 28,72 34,88 16,90 8,72 22,54 32,34",
)


@dataclass
class Look:
    """What tells one face from another."""

    skin: str
    shade: str
    hair: str = INK
    lips: str = "#C98B70"
    wide: float = 1.0
    jaw: float = 1.0
    long: float = 1.0
    brow: float = 8.0
    brow_lift: float = 0.0
    eye: float = 1.0
    tilt: float = 0.0
    fold: bool = True
    nose: float = 1.0
    mouth: float = 1.0
    full: float = 1.0
    smile: float = 5.0
    age: int = 0
    lashes: float = 0.0
    near: bool = False

    def fit(self, spec):
        """Return points stretched to this face's width, jaw and length."""
        fitted = []
        for z in points(spec):
            low = min(1.0, max(0.0, (z.imag - 20) / 150))
            x = (z.real - 20 * low) * (1 + (self.jaw - 1) * low) + 20 * low
            y = z.imag * (self.long if z.imag > 0 else 1)
            fitted.append(complex(x * self.wide, y))
        return fitted


def ear(s, look):
    """Draw the near ear."""
    edge = look.fit(
        "-114,-14 -128,-30 -146,-26 -153,-4 -147,24 -138,46 -126,58 -112,48"
    )
    s.wash(edge, look.skin, (0, 0), 0)
    s.ink(edge, 3.6, (0.5, 1, 0.6))
    s.ink(look.fit("-121,-10 -134,-15 -141,-2 -137,18"), 2, (0.3, 1, 0.3))
    s.ink(look.fit("-122,8 -130,14 -127,28 -120,32"), 2, (0.3, 1, 0.3))


def neck(s, look, left=-86, right=66, drop=300):
    """Draw the neck with the shadow of the jaw."""
    edge = points(
        f"{left + 4},80 {left},170 {left - 6},230 {left - 50},{drop} {right + 60},{drop} "
        f"{right + 8},235 {right},190 {right},120"
    )
    s.wash(edge, look.skin, (0, 0), 0)
    with s.clip(edge):
        s.wash(
            f"{left - 40},110 {left + 8},150 -30,214 30,238 {right + 30},246 "
            f"{right + 60},120",
            look.shade,
            (0, 0),
            0,
        )
    s.ink(
        f"{left},128 {left - 1},180 {left - 7},232 {left - 22},258", 3.4, (0.3, 1, 0.3)
    )
    s.ink(f"{right},184 {right + 2},214 {right + 10},246", 3, (0.3, 1, 0.3))


def skull(s, look, shade=True):
    """Lay the face's washes and draw its contour, open where the hair begins."""
    edge = look.fit(CONTOUR)
    s.wash(edge, look.skin, (0, 0), 0)
    if shade:
        with s.clip(edge):
            for part in NEAR if look.near else FAR:
                s.wash(look.fit(part), look.shade, (0, 0), 0)
    s.ink(
        look.fit("-119,44 -110,84 -90,125 -50,165 -8,189 26,195 54,187 80,160"),
        4.4,
        (0.3, 1, 0.7),
    )
    s.ink(
        look.fit("80,160 96,126 107,90 115,48 114,22 108,-6 115,-28 119,-66 112,-104"),
        4,
        (0.7, 1, 0.4),
    )
