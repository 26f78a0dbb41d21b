"""Words of a query, and where they stand in a summary."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from search.excerpts import highlight
from search.queries import LONGEST_QUERY, MOST_WORDS, words_of


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("stem cells", ["stem", "cells"]),
        ("  Lupus?  ", ["Lupus"]),
        ('"knee" -pain +joint*', ["knee", "pain", "joint"]),
        ("a AND b OR NOT c", ["a", "AND", "b", "OR", "NOT", "c"]),
        ("Sjögren’s disease", ["Sjögren", "s", "disease"]),
        ("back_pain", ["back", "pain"]),
        ("ﬁbro", ["fibro"]),
        ("\N{FULLWIDTH LATIN SMALL LETTER L}upus", ["lupus"]),
        ("!!! \u2028 ,;:", []),
        ("", []),
        ("B12 5-HTP", ["B12", "5", "HTP"]),
    ],
)
def test_only_the_words_of_a_query_count(query, words):
    assert words_of(query) == words


@given(st.text())
def test_no_sign_is_left_that_a_database_would_read(query):
    words = words_of(query)

    assert len(words) <= MOST_WORDS
    assert all(
        character.isalnum() or character.isnumeric() for w in words for character in w
    )


def test_a_very_long_query_is_cut():
    assert words_of("x" * 5000) == ["x" * LONGEST_QUERY]
    assert len(words_of("word " * 5000)) == MOST_WORDS


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Lupus and lupus", ["lupus"], ["Lupus", "lupus"]),
        ("Migraines hurt", ["migraine"], ["Migraines"]),
        ("The wolf", ["lupus"], []),
        ("Reclaim", ["claim"], []),
        ("Knee pain", ["pain", "knee"], ["Knee", "pain"]),
        ("A stem and stems", ["s", "stem"], ["stem", "stems"]),
        ("Words", [], []),
        ("C++ (a) [b]", ["a", "b"], ["a", "b"]),
    ],
)
def test_a_word_that_begins_like_the_query_is_marked(text, words, marked):
    soup = BeautifulSoup(highlight(text, words), "html.parser")

    assert [mark.get_text() for mark in soup.find_all("mark")] == marked


def test_an_excerpt_is_text_even_where_it_looks_like_markup():
    html = highlight("<script>alert('x')</script> & lupus", ["script", "lupus", "amp"])

    assert "<script" not in html
    assert "&lt;<mark>script</mark>&gt;" in html
    assert "&amp;" in html
    assert "<mark>lupus</mark>" in html


plain_text = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(plain_text, plain_text)
def test_nothing_but_the_marks_is_added_to_any_text(text, query):
    html = highlight(text, words_of(query))
    without_marks = html.replace("<mark>", "").replace("</mark>", "")
    without_entities = (
        without_marks.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
    )

    assert "<" not in without_marks
    assert ">" not in without_marks
    assert without_entities == text
    assert html.count("<mark>") == html.count("</mark>")
