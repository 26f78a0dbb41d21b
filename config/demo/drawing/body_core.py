"""Pictures of heart and digestion."""

from .cells import ring
from .pen import BLUSH, CLAY, EVERGREEN, INK, PALE, PAPER, SAGE, SAND, Sheet, smooth
from .plants import along, leaf, polar, stem


def body_heart(name):
    """Draw a heart whose vessels leaf out above it."""
    s = Sheet(name)
    s.wash(ring(s, (800, 560), 330, 0.02), SAND)
    for spec, width, leaves in (
        ("850,330 860,200 930,110 1050,90", 40, 5),
        ("760,340 730,220 640,130 520,120", 36, 5),
        ("690,380 610,320 510,320 430,360", 28, 4),
        ("920,380 1010,310 1110,310 1190,350", 28, 4),
    ):
        curve = smooth(spec)
        z = [along(curve, j / 8) for j in range(9)]
        tube = [p + q * 1j * width * (0.6 - 0.045 * j) for j, (p, q) in enumerate(z)]
        tube += [
            p - q * 1j * width * (0.6 - 0.045 * j)
            for j, (p, q) in reversed(list(enumerate(z)))
        ]
        for k in range(leaves):
            at, way = along(curve, 0.42 + 0.58 * k / (leaves - 1))
            side = (1, -1)[k % 2]
            leaf(
                s,
                at,
                at + way * polar(side * 50, 120 - 10 * k),
                0.22,
                -side * 0.06,
                4,
                PALE,
                SAGE,
            )
        s.shape(tube, PAPER, 3.4, tint=BLUSH if width in (40, 28) else "#C9D6DC")
        at, way = along(curve, 0.98)
        leaf(s, at, at + way * 100, 0.22, 0, 4, PALE, SAGE)
    heart = (
        "640,400 700,350 770,350 810,372 860,346 930,356 990,420 1010,510 980,610 910,720 840,810 790,850 760,846 "
        "700,780 630,680 592,570 600,460"
    )
    s.shape(heart, PAPER, 5, tint=BLUSH, shift=(7, -5))
    with s.clip(heart):
        s.wash(
            "830,360! 900,340 1020,420 1040,600 880,800 790,870! 860,700 880,560 850,440",
            "#E4BC9F",
            (0, 0),
        )
    s.stipple(heart, 220, 2.4, INK, gap=8, bias=1.6)
    for spec, w in (
        ("806,376 790,460 760,560 770,680 790,800", 5),
        ("778,520 720,560 680,620", 3.2),
        ("764,600 720,650 710,710", 3),
        ("790,460 720,470 660,520", 3),
        ("772,690 750,740 752,780", 2.6),
        ("800,420 870,450 930,520 950,590", 3.4),
        ("900,484 900,560 880,640", 2.8),
        ("772,640 830,660 860,720", 2.8),
        ("940,556 930,620 900,680", 2.4),
    ):
        s.ink(spec, w, (1, 0.8, 0.2), CLAY)
    s.ink("604,470 650,420 700,412 740,424", 3, (0.3, 1, 0.3))
    s.ink("880,380 930,396 976,440", 3, (0.3, 1, 0.3))
    return s


def fern(s, spec, size, color=EVERGREEN, pen=8):
    """Draw a fern frond whose leaflets shorten to its coiled tip."""
    curve = smooth(spec)
    n = 34
    for k in range(n):
        at, way = along(curve, 0.12 + 0.86 * k / n)
        reach = size * (1 - k / n) ** 0.8 + 9
        for side in (-1, 1):
            tip = at + way * polar(side * 68, reach)
            leaf(
                s,
                at,
                tip,
                0.2,
                side * 0.06,
                0,
                PALE if side > 0 else SAGE,
                None,
                (0.6, 0.7),
                2,
            )
    stem(s, spec, pen, color)


def body_digestion(name):
    """Draw a stomach and gut that uncoil like a fern."""
    s = Sheet(name)
    s.wash(ring(s, (760, 520), 340, 0.02), SAND)
    spec = "1330,1010 1290,860 1210,730 1190,590 1250,470 1350,450 1410,520 1390,600 1320,610 1300,555 1340,530"
    fern(s, spec, 110)
    tube = (
        "690,-20! 694,80 700,150 690,210 640,250 590,320 566,420 590,510 660,560 750,562 830,530 900,500 930,530 "
        "926,590 960,610 1000,590 1004,520 970,450 900,430 840,452! 876,380 890,300 860,220 800,180 764,190 750,150 748,80 750,-20!"
    )
    s.shape(tube, PAPER, 4.4, tint=BLUSH, shift=(6, -4))
    s.stipple(tube, 190, 2.4, INK, gap=8, bias=1.4)
    for fold in (
        "640,300 620,380 640,460 700,510",
        "690,270 668,350 690,430 750,480 830,484",
        "740,260 720,330 740,400 800,440",
        "790,240 780,300 800,360 836,400",
        "720,20 718,100 724,170",
    ):
        s.ink(fold, 2.4, (0.2, 1, 0.2), CLAY)
    gut = (
        "960,600 940,660 860,650 760,640 660,650 600,690 620,750 700,760 800,744 900,740 960,770 950,830 870,846 760,836 "
        "660,840 610,880 640,930 740,930 840,926 900,950 910,1010"
    )
    curve = smooth(gut)
    n = 60
    left = [
        along(curve, k / n)[0]
        + along(curve, k / n)[1] * 1j * 34 * (1 + 0.09 * (-1) ** k)
        for k in range(n + 1)
    ]
    right = [
        along(curve, k / n)[0]
        - along(curve, k / n)[1] * 1j * 34 * (1 + 0.09 * (-1) ** k)
        for k in range(n + 1)
    ]
    s.wash(left + right[::-1], PAPER, (0, 0), 0)
    s.wash(left + right[::-1], PALE, (4, -3), 0)
    s.ink(left, 3.4, (0.8, 1, 0.8))
    s.ink(right, 3.8, (0.8, 1, 0.8))
    for k in range(3, n, 2):
        z, way = along(curve, k / n)
        side = (1, -1)[k // 2 % 2]
        s.ink(
            [z + way * 1j * 32 * side, z + way * (6 + 12j * side)],
            2,
            (1, 0.8, 0.2),
            EVERGREEN,
        )
    for x, y, a in (
        (420, 700, 30),
        (470, 800, -40),
        (380, 830, 70),
        (500, 640, 10),
        (440, 900, 0),
        (350, 740, -20),
    ):
        with s.frame((x, y), a):
            s.shape(
                "-22,0 -16,-10 0,-12 16,-10 22,0 16,10 0,12 -16,10",
                PAPER,
                2.4,
                tint=SAGE,
            )
            s.ink("22,0 36,-8 48,4 60,-4", 1.6, (1, 0.7, 0.2))
    return s


PICTURES = {
    "body-heart": body_heart,
    "body-digestion": body_digestion,
}
