"""Titles and descriptions of a length that lists of results show whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.metadata import (
    DESCRIPTION_LENGTH,
    TITLE_LENGTH,
    page_description,
    page_title,
)
from tests.practice import NAME
from tests.reading import see_page

LONG = (
    "Gout is a painful kind of arthritis. It often begins in the big toe, at night, and "
    "is at its worst within a day. What is written here tells what helps, what does not, "
    "and when to call."
)


def test_a_long_text_is_described_by_its_first_sentences():
    told = "Gout hurts. " + "It begins at night. " * 3 + "x" * 200

    assert page_description(told) == "Gout hurts. " + "It begins at night. " * 2 + (
        "It begins at night."
    )


def test_a_long_first_sentence_is_cut_between_words():
    assert page_description(LONG) == (
        "Gout is a painful kind of arthritis. It often begins in the big toe, at night, "
        "and is at its worst within a day."
    )
    told = page_description(LONG.replace(".", ","))

    assert told.endswith("…")
    assert f"{told[:-1]} " in LONG.replace(".", ",").replace(",", ", ").replace(
        "  ", " "
    )


def test_a_short_first_sentence_does_not_stand_alone():
    told = page_description(f"What is gout? {LONG.replace('.', ',')}")

    assert told.startswith("What is gout? Gout is a painful kind")
    assert 140 < len(told) <= 160


def test_names_that_differ_in_their_ends_make_titles_that_differ():
    name = "Immune dysfunction with T-cells that lack calcium entry, defect type {}"
    titles = {page_title(name.format(number), NAME) for number in "12"}

    assert titles == {
        f"Immune dysfunction with T-cells that lack calcium entry… {number}"
        for number in "12"
    }
    assert page_title("n" * 90, NAME) == "n" * 59 + "…"


@given(st.text(max_size=400), st.sampled_from(["", "page 2", "page 120"]))
def test_any_words_make_a_head_that_fits(text, note):
    assert len(page_title(text, NAME, note)) <= TITLE_LENGTH
    assert len(page_description(text, note)) <= DESCRIPTION_LENGTH[1]


def test_a_short_text_is_left_alone():
    assert page_title("Gout", NAME) == f"Gout · {NAME}"
    assert page_title(NAME, NAME) == NAME
    assert page_description("Gout hurts.") == "Gout hurts."


@pytest.mark.parametrize("own", ["", "Everyone who works here, in the editor's words."])
def test_each_page_of_a_list_has_a_title_and_a_description_of_its_own(
    practice, monkeypatch, own
):
    monkeypatch.setattr("team.models.TeamIndexPage.page_size", 1)
    practice.team.search_description = own
    practice.team.save()
    first, second = see_page(practice.team), see_page(practice.team, "?page=2")

    assert second.meta("description") == f"{first.meta('description')} · page 2"
    assert second.soup.title.string == f"{first.soup.title.string} · page 2"
    assert second.meta("og:description").endswith("page 2")


def test_a_page_with_many_words_has_a_head_that_fits(practice):
    practice.lupus.title, practice.lupus.summary = "A very long name " * 10, LONG
    practice.lupus.save()
    seen = see_page(practice.lupus)

    assert 50 <= len(seen.meta("description")) <= 160
    assert len(seen.soup.title.string) <= TITLE_LENGTH
    assert practice.lupus.summary in seen.words
