"""The hash of the reviewed words changes with whatever a visitor reads."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from home.words import plain
from tests.conftest import clear_caches
from tests.practice import make_document, make_picture
from tests.team.random_bodies import bodies, nearby
from tests.team.seen_words import read_page
from treatments.models import ConditionPage


@pytest.fixture
def any_body(practice) -> st.SearchStrategy[list[dict]]:
    names = ("Leaf", "Root")
    return bodies(
        {
            "image": [make_picture(name, size=(16, 12)).pk for name in names],
            "document": [make_document(name).pk for name in names],
            "page": [practice.contact.pk],
            "reference": [practice.reference.pk],
        }
    )


def hash_with(page: ConditionPage, body: list[dict]) -> str:
    page = ConditionPage.objects.get(pk=page.pk)
    page.body = body
    return page.words_hash


def words_with(page: ConditionPage, body: list[dict]) -> str:
    """What a visitor reads while the page has this body."""
    page = ConditionPage.objects.get(pk=page.pk)
    page.body = body
    page.save()
    clear_caches()
    return read_page(page).words


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_has_the_same_hash_reads_the_same(practice, any_body, data):
    page = practice.migraine
    one = data.draw(any_body)
    other = data.draw(st.one_of(any_body, nearby(one)))

    if hash_with(page, one) == hash_with(page, other) and one != other:
        assert words_with(page, one) == words_with(page, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>It may <b>help</b>.</p>", "<p>It may help.</p>"),
        ("<p>in<i>effective</i></p>", "<p>ineffective</p>"),
        ('<p data-block-key="a">Rest.</p>', '<p data-block-key="b">Rest.</p>'),
        ("<p>Rest.</p><p>Wait.</p>", "<ul><li>Rest.</li><li>Wait.</li></ul>"),
        ("<p>Café</p>", "<p>Cafe\u0301</p>"),
        ("<p>a  b</p>", "<p>a&nbsp;b</p>"),
    ],
)
def test_layout_is_no_word(one, other):
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>not<b>able</b></p>", "<p>not able</p>"),
        ("<p>p &lt; 0.05 and q &gt; 3</p>", "<p>p &lt; 0.5 and q &gt; 3</p>"),
        ('<p>So<embed embedtype="reference" id="5"/></p>', "<p>So</p>"),
        ('<p>So<embed id="5"/></p>', '<p>So<embed id="6"/></p>'),
        ('<p>So<embed id="5"/></p>', "<p>So 5</p>"),
        ("<p>Mg</p>", "<p>mg</p>"),
    ],
)
def test_any_word_counts(one, other):
    assert plain(one) != plain(other)
