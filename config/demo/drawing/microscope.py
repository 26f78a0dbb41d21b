"""Picture of a microscope and its field."""

from .cells import cell, dividing, lymphocyte, ring, spindle
from .pen import BLUSH, CLAY, EVERGREEN, GREEN, INK, PALE, PAPER, SAGE, Sheet
from .plants import polar

BRASS = "#E3C9A6"


def update_cells(name):
    """Draw a microscope and the round field one sees in it."""
    s = Sheet(name)
    field = ring(s, (1080, 480), 340, 0.004, 20)
    s.shape(field, PAPER, 4, tint="#F1F3EC")
    with s.clip(field):
        cell(s, (1010, 390), 130, PALE, GREEN, turn=20)
        dividing(s, (1230, 560), 82, -30)
        spindle(s, (930, 660), 330, 18)
        lymphocyte(s, 1230 + 300j, 52, BLUSH, CLAY)
        lymphocyte(s, 800 + 440j, 44, PALE, GREEN, petal=None)
        cell(s, (1120, 790), 66, PALE, GREEN, rich=False)
        cell(s, (1400, 440), 70, PALE, GREEN, rich=False)
    s.ink(field, 5, closed=True)
    s.ink([1080 + 480j + polar(a, 362) for a in range(-70, 50, 10)], 2.4, (0.2, 1, 0.2))
    with s.frame((360, 0)):
        s.shape("-160,850! 130,850! 150,900! -180,900!", PAPER, 4, tint=EVERGREEN)
        s.shape(
            "60,850! 100,760 128,640 112,520 60,430 -6,390! 20,350! 110,400 176,510 190,650 160,780 130,850!",
            PAPER,
            4,
            tint=EVERGREEN,
        )
        s.shape("-150,650! 100,650! 100,678! -150,678!", PAPER, 3.6, tint=SAGE)
        s.ink("-130,642 -20,642", 5, (0.9, 1, 0.9), CLAY)
        s.shape(ring(s, (146, 640), 34, 0.01, 12), PAPER, 3.4, tint=BRASS)
        s.shape(ring(s, (146, 640), 14, 0.01, 9), PAPER, 2.6, tint=BLUSH)
        s.shape("-70,700! 0,700! -14,770! -56,770!", PAPER, 3.2, tint=SAGE)
        with s.frame((-20, 400), -22):
            s.shape("-34,-190! 34,-190! 34,120! -34,120!", PAPER, 4, tint=PALE)
            s.shape("-44,-60! 44,-60! 44,10! -44,10!", PAPER, 3.4, tint=EVERGREEN)
            s.shape("-26,-250! 26,-250! 26,-190! -26,-190!", PAPER, 3.4, tint=BRASS)
            s.shape("-38,-280! 38,-280! 30,-250! -30,-250!", PAPER, 3.4, tint=INK)
            s.shape("-30,120! 30,120! 20,190! -20,190!", PAPER, 3.2, tint=BRASS)
            s.shape("-12,190! 12,190! 8,214! -8,214!", PAPER, 3, tint=INK)
            s.shape("34,110! 62,96! 92,150! 66,166!", PAPER, 3, tint=BRASS)
            s.ink("-18,-180 -18,-70", 4, (0.3, 1, 0.3), PAPER)
    s.ink("120,902 400,898 700,904", 3, (0.2, 1, 0.2))
    return s


PICTURES = {"update-cells": update_cells}
