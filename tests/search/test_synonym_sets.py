"""Sets of synonyms in the editor, and what they do for visitors."""

import pytest

from search.models import SynonymSet
from tests.reading import see

LIST = "/admin/snippets/search/synonymset/"
WORDS = "wolf sickness\nlupus"


def first_result(query: str) -> str:
    link = see("/search/", data={"query": query}).soup.select_one(".search-results a")
    return link.get_text() if link else ""


def test_an_editor_writes_a_set_and_visitors_find_by_it(editor, practice):
    assert first_result("wolf sickness") == ""
    page = editor.get(f"{LIST}add/")
    assert "Write down the words of your patients" in page.content.decode()
    editor.post(f"{LIST}add/", {"words": WORDS})

    assert SynonymSet.objects.get().words == ["wolf sickness", "lupus"]
    assert first_result("wolf sickness") == "Lupus"


def test_a_set_is_found_by_any_of_its_words(editor, practice):
    SynonymSet.objects.create(words=["wolf sickness", "lupus"])
    SynonymSet.objects.create(words=["sick headache", "migraine"])
    answer = editor.get(LIST, {"q": "headache"}).content.decode()

    assert "sick headache" in answer
    assert "wolf sickness" not in answer


@pytest.mark.parametrize(
    ("person", "may_write", "may_delete"),
    [("editor", True, False), ("reviewer", False, False), ("owner", True, True)],
)
def test_who_may_do_what(request, practice, person, may_write, may_delete):
    browser = request.getfixturevalue(person)
    one = SynonymSet.objects.create(words=["wolf sickness", "lupus"])
    browser.post(f"{LIST}add/", {"words": "sick headache\nmigraine"})
    browser.post(f"{LIST}delete/{one.pk}/")

    is_written = ["sick headache", "migraine"] in [
        s.words for s in SynonymSet.objects.all()
    ]
    assert is_written is may_write
    assert SynonymSet.objects.filter(pk=one.pk).exists() is not may_delete


def test_an_empty_set_is_refused(editor, practice):
    response = editor.post(f"{LIST}add/", {"words": " \n "})

    assert response.status_code == 200
    assert not SynonymSet.objects.exists()
