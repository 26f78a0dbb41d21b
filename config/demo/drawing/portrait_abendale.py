"""Portrait of Ruth Abendale."""

from .faces import Look, ear, neck, skull
from .features import features, strands
from .pen import CLAY, EVERGREEN, PALE, PAPER, SAGE, SLATE
from .plants import along, berry, leaf, polar, stem
from .sitters import HEAD, PENCIL, paper


def abendale(name):
    """Draw Ruth Abendale: late fifties, short white hair, a sports jacket."""
    s = paper(name, "#E3EADF")
    curve = stem(s, "744,800 770,640 748,500 700,400", 5)
    for k, side in enumerate((1, -1, 1, -1, 1)):
        at, way = along(curve, 0.22 + 0.15 * k)
        leaf(
            s,
            at,
            at + way * polar(side * 42, 100),
            0.16,
            tint=PAPER,
            half=SAGE,
            veins=4,
        )
    for t, side in ((0.6, -1), (0.8, 1), (1, 0)):
        at, way = along(curve, t)
        end = at + way * polar(-side * 40, 38)
        s.ink([at, end], 3, color=EVERGREEN)
        berry(s, end, 13)
    look = Look(
        "#F3DACA",
        "#E4BFA9",
        "#9C9A92",
        "#C77F6E",
        wide=0.98,
        jaw=0.94,
        brow=6,
        nose=0.9,
        full=0.6,
        mouth=1.02,
        smile=8,
        age=2,
        lashes=0.4,
        brow_lift=1,
    )
    with s.frame((428, 430), **HEAD):
        neck(s, look, -78, 60, 310)
        s.shape(
            "-84,216 -30,288 20,300 66,262 76,216 110,300 20,480 -120,480 -120,290",
            PALE,
            3,
        )
        s.shape(
            "-92,204! -150,240 -232,266 -300,312 -340,400 -360,520! 0,520! 0,420 -34,350 -80,280",
            SLATE,
            4,
        )
        s.shape(
            "80,208! 134,240 216,264 292,308 338,400 360,520! 0,520! 4,420 40,346 78,280",
            SLATE,
            4,
        )
        s.shape(
            "-96,196! -118,236 -104,292 -58,366 -2,424! -6,372 -56,300 -84,240",
            "#7F97A3",
            3,
        )
        s.shape(
            "84,200! 108,238 96,292 54,362 0,424! 8,368 50,300 74,240", "#7F97A3", 3
        )
        s.ink("0,424 0,520", 4, (0.9, 1, 0.9), PAPER)
        s.ink("-232,330 -246,410 -240,480", 2.8, (0.2, 1, 0.2))
        s.ink("222,328 240,410 234,480", 2.8, (0.2, 1, 0.2))
        ear(s, look)
        s.dots([(-128, 62)], 12, CLAY)
        skull(s, look)
        features(s, look)
        hair = (
            "-116,30! -138,10 -150,-50 -150,-124 -118,-192 -56,-230 20,-236 92,-206 130,-150 132,-96 120,-56! 118,-84 "
            "106,-104! 100,-88 88,-80! 84,-104 66,-118! 40,-84 -10,-66 -54,-62! -60,-76! -82,-48 -92,-8 -104,8"
        )
        s.wash(hair, "#F4F2EC", (0, 0), 0)
        with s.clip(hair):
            s.wash(
                "140,-170 92,-150 40,-130 -10,-96 -60,-70 -84,-40 -96,0 -60,20 140,-40",
                "#DBDAD2",
                (0, 0),
                0,
            )
        s.ink(
            "-116,30 -138,10 -150,-50 -150,-124 -118,-192 -56,-230 20,-236 92,-206 130,-150 132,-96 120,-56",
            4,
            (0.5, 1, 0.4),
        )
        s.ink(
            "66,-118 40,-84 -10,-66 -54,-62 -60,-76 -82,-48 -92,-8 -104,8",
            2.6,
            (0.3, 1, 0.3),
        )
        s.ink(
            "120,-58 118,-84 106,-104! 100,-88 88,-80! 84,-104 66,-118",
            2.4,
            (0.3, 1, 0.3),
        )
        strands(
            s,
            "60,-206 -20,-214 -110,-170 -140,-80 -124,0",
            "64,-126 20,-96 -50,-74 -90,-40 -106,0",
            20,
            2,
            PENCIL,
        )
        strands(
            s,
            "30,-226 90,-190 124,-130 124,-80",
            "56,-150 80,-120 92,-100 100,-92",
            9,
            2,
            PENCIL,
        )
        s.ink("-96,-208 -70,-232 -36,-240 -14,-234", 2.6, (0.5, 1, 0.2))
        s.ink("20,-234 50,-236 84,-220", 2.4, (0.5, 1, 0.2))
    return s


PICTURES = {"portrait-ruth-abendale": abendale}
