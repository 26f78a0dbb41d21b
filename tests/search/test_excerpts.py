"""Words of a query marked in a text."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from search.excerpts import highlight


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Lupus and its signs", ["lupus"], "<mark>Lupus</mark> and its signs"),
        ("We treat migraine", ["treating"], "We <mark>treat</mark> migraine"),
        ("Migraines hurt", ["migr"], "<mark>Migraines</mark> hurt"),
        ("Sjögren’s disease", ["sjogrens"], "<mark>Sjögren’s</mark> disease"),
        ("An anti-malarial", ["malarial"], "An anti-<mark>malarial</mark>"),
        ("A vaccine", ["a"], "<mark>A</mark> vaccine"),
        ("Nothing here", ["lupus"], "Nothing here"),
        ("Nothing here", [], "Nothing here"),
        ("Heart attacks", ["heart attack"], "<mark>Heart</mark> <mark>attacks</mark>"),
    ],
)
def test_words_are_marked_as_they_stand(text, words, marked):
    assert highlight(text, words) == marked


def test_a_text_stays_a_text():
    assert highlight("<b>lupus</b> & co", ["b", "lupus", "amp", "lt"]) == (
        "&lt;<mark>b</mark>&gt;<mark>lupus</mark>&lt;/<mark>b</mark>&gt; &amp; co"
    )


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
    html = highlight(text, query.split())
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
