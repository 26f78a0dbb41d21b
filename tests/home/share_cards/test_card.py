"""What a share card says, and how it is drawn: no database."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from PIL import Image

from home.share_cards import drawing, lettering
from home.share_cards.card import Card, Rung
from home.share_cards.drawing import MOST_BYTES, SIZE, draw
from home.share_cards.lettering import BOLD, drawable, font, wrap

PRACTICE = "Brackenfold Practice"
UNPROVEN = Rung(4, "Case reports only", "Unproven")
TITLES = {
    "short": "Lupus",
    "300 characters": "A long title that says everything at once. " * 7,
    "one word": "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3,
    "emoji": "Ferns 🌿 for all 👩🏽‍⚕️",
    "quotes": "“Natural” — she said 'no' & <b>",
    "Greek and Cyrillic": "Θεραπεία, лечение, đau nửa đầu",
    "Arabic": "الذئبة الحمامية",
    "Chinese": "红斑狼疮",
    "empty": "",
}


def no_files(name: str):
    raise AssertionError(name)


def drawn(card: Card) -> Image.Image:
    return Image.open(BytesIO(draw(card, no_files)))


def make_card(**facts) -> Card:
    return Card(**{"practice": PRACTICE, "title": "Lupus", **facts})


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_any_title_makes_a_card_of_the_right_size(title):
    card = make_card(
        title=title,
        kind="Treatment",
        person="By Ada Fernhollow, N.M.D.",
        notice="Unproven use, not a standard treatment.",
        rungs=(UNPROVEN,) * 5,
        summary="One honest sentence. " * 14,
    )
    file = draw(card, no_files)
    picture = Image.open(BytesIO(file))

    assert (picture.format, picture.size) == ("JPEG", SIZE)
    assert 5_000 < len(file) < MOST_BYTES


def test_a_card_of_noise_is_still_light():
    noise = Image.effect_noise((900, 900), 120)
    file = BytesIO()
    noise.save(file, "PNG")
    card = make_card(portrait=("noise.png", "x", 0.5, 0.5))

    assert len(draw(card, lambda name: BytesIO(file.getvalue()))) < MOST_BYTES


def test_the_same_words_are_one_card_and_other_words_another():
    cards = [
        make_card(),
        make_card(title="Migraine"),
        make_card(practice="Another"),
        make_card(person="By Ada"),
        make_card(palette="plum"),
        make_card(notice="Unproven."),
        make_card(rungs=(UNPROVEN,)),
        make_card(rungs=(Rung(5, "Case reports only", "Unproven"),)),
        make_card(portrait=("a.png", "x", 0.5, 0.5)),
        make_card(portrait=("a.png", "y", 0.5, 0.5)),
    ]

    assert make_card().hash == make_card().hash
    assert len({card.hash for card in cards}) == len(cards)


@given(st.text(max_size=80), st.integers(60, 900))
@effort(max_examples=40, deadline=None)
def test_no_line_is_wider_than_its_place_and_no_word_is_lost(text, width):
    face = font(BOLD, 40)
    words = drawable(text)
    lines = wrap(words, face, width)

    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    for line in lines:
        assert len(line) == 1 or face.getlength(line) <= width


@given(st.text())
@effort(max_examples=100, deadline=None)
def test_nothing_is_drawn_that_the_fonts_lack(text):
    assert {ord(sign) for sign in drawable(text)} <= lettering.coverage() | {ord(" ")}


@pytest.mark.parametrize("text", ["الذئبة", "红斑狼疮", "Lupus (红斑狼疮)", "ज्वर"])
def test_a_text_with_letters_that_the_fonts_lack_is_left_off(text):
    assert drawable(text) == ""


def test_what_is_no_word_is_left_out():
    assert drawable("Ferns 🌿 and ﬂuﬀ \u202e") == "Ferns and fluff"


def test_a_card_without_a_title_shows_the_name_of_the_practice():
    arabic = drawn(make_card(title=TITLES["Arabic"]))

    assert arabic.tobytes() == drawn(make_card(title=PRACTICE)).tobytes()


def test_the_description_says_what_the_picture_shows():
    card = make_card(
        person="By Ada Fernhollow",
        notice="Unproven use, not a standard treatment.",
        rungs=(UNPROVEN,),
    )

    assert card.alt == (
        "Lupus. Unproven use, not a standard treatment. Unproven: Case reports only. "
        "By Ada Fernhollow. Brackenfold Practice."
    )
    assert make_card(title=TITLES["Chinese"]).alt == "Brackenfold Practice."
    assert len(make_card(title=TITLES["300 characters"] * 2).alt) <= 420


def test_unproven_uses_are_never_those_without_room():
    sure = [Rung(9, f"Sure {number}") for number in range(4)]
    card = make_card(rungs=(*sure, UNPROVEN))

    assert UNPROVEN in card.shown_rungs
    assert "and 2 more uses" in card.alt


def test_an_unproven_use_has_the_colours_of_attention():
    warned, calm = (
        drawn(make_card(rungs=(Rung(4, "Case reports only", word),)))
        for word in ["Unproven", ""]
    )
    brown = (0x73, 0x34, 0x18)

    def has_brown(picture):
        colours = picture.getcolors(SIZE[0] * SIZE[1])
        near = (
            count
            for count, colour in colours
            if max(abs(a - b) for a, b in zip(colour, brown, strict=True)) < 8
        )
        return sum(near) > 500

    assert has_brown(warned)
    assert not has_brown(calm)


def test_the_colours_are_those_of_the_stylesheet():
    css = (Path(settings.BASE_DIR) / "static/css/parts/tokens.css").read_text()
    names = ["paper", "ink", "ink-soft", "line", "line-strong"]
    names += ["attention", "attention-mark", "attention-pale"]
    for name in names:
        light = re.search(rf"--{name}: light-dark\((#\w+),", css).group(1)
        assert getattr(drawing, name.upper().replace("-", "_")) == light
    for palette, pair in drawing.ACCENTS.items():
        block = css.split(f'"{palette}"]')[1]
        assert re.findall(r"--accent(?:-pale)?: light-dark\((#\w+),", block)[:2] == [
            *pair
        ]
