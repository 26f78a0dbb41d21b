"""The words of claims are marked in previews, where they stand, and nowhere else."""

import json
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.test.utils.form_data import querydict_from_html

from tests.reading import see_page
from treatments.claims import RULES
from treatments.claims_checker import ClaimsCheckerItem, check_claims_too
from treatments.marking import Mark, PrintedText, letters_of

CLAIM = "Our therapy is a guaranteed cure for everyone."


def marked(html: str, words: str) -> str:
    text = PrintedText(f"<main>{html}</main>")
    start = text.text.find(letters_of(words))
    place = range(start, start + len(letters_of(words)))
    done = text.with_marks([Mark(place, '<mark id="a">')])
    return done.removeprefix("<main>").removesuffix("</main>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Not this cure here</p>", '<p>Not <mark id="a">this cure</mark> here</p>'),
        (
            "<p>this <b>cure</b></p>",
            '<p><mark id="a">this</mark> <b><mark>cure</mark></b></p>',
        ),
        (
            "<p>th&#105;s&nbsp;cure!</p>",
            '<p><mark id="a">th&#105;s&nbsp;cure</mark>!</p>',
        ),
        (
            "<nav>this cure</nav>\n<p>this\n  cure</p>",
            '<nav>this cure</nav>\n<p><mark id="a">this\n  cure</mark></p>',
        ),
        (
            'this<sup class="citation"><a>[1]</a></sup> cure<br>',
            '<mark id="a">this</mark><sup class="citation"><a>[1]</a></sup>'
            " <mark>cure</mark><br>",
        ),
    ],
)
def test_words_are_marked_however_they_are_printed(html, expected):
    assert marked(html, "this cure") == expected


def test_marks_that_overlap_are_nested():
    text = PrintedText("<main>one two three</main>")
    done = text.with_marks([Mark(range(6), "<mark a>"), Mark(range(3, 11), "<mark b>")])
    soup = BeautifulSoup(done, "html.parser")

    assert soup.get_text() == "one two three"
    assert done.count("<mark") == done.count("</mark>") == 4


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_nothing_but_marks_is_changed(words, start, length):
    html = f"<main><p>Before</p>{words}<p>after</p></main>"
    text = PrintedText(html)
    last = min(start + length, len(text.letters))
    done = text.with_marks([Mark(range(min(start, last), last), "<mark>")])

    assert done.replace("<mark>", "").replace("</mark>", "") == html


def preview(browser, page, **changes) -> BeautifulSoup:
    """What the editor's preview shows of a form that nobody has saved."""
    html = browser.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    sent = querydict_from_html(html, form_id="page-edit-form").dict()
    address = f"/admin/pages/{page.pk}/edit/preview/"
    answer = browser.post(address, sent | {"body-count": "0"} | changes)
    assert json.loads(answer.content) == {"is_valid": True, "is_available": True}
    shown = browser.get(f"{address}?in_preview_panel=true")
    return BeautifulSoup(shown.content, "html.parser")


def with_section(text: str) -> dict:
    block = {"text": {"key": "a", "text": text, "type": "unstyled"}}
    content = {"blocks": [block["text"]], "entityMap": {}}
    return {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "section",
        "body-0-id": "",
        "body-0-value-kind": "overview",
        "body-0-value-heading": "",
        "body-0-value-text": json.dumps(content),
    }


def marks(soup: BeautifulSoup) -> dict[str, str]:
    """Marked words → the rule, of every claim that the checker is told of."""
    found = soup.select("mark[data-claim]")
    return {" ".join(one.get_text().split()): one["data-claim"] for one in found}


def test_what_is_typed_is_marked_before_it_is_saved(editor, practice):
    soup = preview(editor, practice.lupus, **with_section(CLAIM))

    assert "guaranteed-result" in marks(soup).values()
    assert soup.select_one(".section mark.claim--error[id^=claim-]")
    assert not soup.select(".claims-elsewhere")
    assert soup.select("link[href*='css/claims']")


def test_a_denial_with_the_same_words_is_not_marked(editor, practice):
    honest = "There is no guaranteed cure. "
    soup = preview(editor, practice.lupus, **with_section(honest + CLAIM))

    text = str(soup.select_one(f".section p:-soup-contains('{honest.strip()}')"))

    assert honest in text
    assert "<mark" in text
    assert all(words in CLAIM for words in marks(soup))


def test_the_title_and_the_summary_are_marked_where_they_stand(editor, practice):
    soup = preview(editor, practice.lupus, title=CLAIM, summary=f"{CLAIM} Really.")

    assert soup.select("h1 mark[data-claim]")
    assert soup.select(".lead mark[data-claim]")


def test_what_a_visitor_does_not_see_is_listed(editor, practice):
    soup = preview(editor, practice.lupus, search_description=CLAIM)

    assert "Meta description" in soup.select_one(".claims-elsewhere").get_text()
    assert soup.select(".claims-elsewhere mark[data-claim][id]")


def test_a_page_that_was_never_saved_is_marked(editor, practice):
    address = f"/admin/pages/add/treatments/conditionpage/{practice.conditions.pk}/"
    html = editor.get(address).content.decode()
    sent = querydict_from_html(html, form_id="page-edit-form").dict()
    sent |= {"title": CLAIM, "body-count": "0"}
    assert json.loads(editor.post(f"{address}preview/", sent).content)["is_valid"]
    shown = editor.get(f"{address}preview/?in_preview_panel=true")

    assert marks(BeautifulSoup(shown.content, "html.parser"))


def test_honest_words_leave_a_preview_as_it_is(editor, practice):
    soup = preview(editor, practice.lupus)

    assert not marks(soup)
    assert not soup.select("link[href*='css/claims']")


def test_visitors_never_see_a_mark(practice):
    practice.lupus.summary = CLAIM
    practice.lupus.save()
    soup = see_page(practice.lupus).soup

    assert CLAIM in soup.get_text()
    assert not soup.select("mark, .claims-elsewhere, [href*=claims], [src*=claims]")


def test_wagtails_checker_knows_every_rule(editor, practice):
    soup = BeautifulSoup(
        editor.get(f"/admin/pages/{practice.lupus.pk}/edit/").content, "html.parser"
    )
    told = json.loads(soup.select_one("#checker-axe-configuration").string)

    for rule in RULES:
        name = f"claim-{rule.key}"
        assert name in told["options"]["runOnly"]
        assert told["messages"][name]["help_text"]
        (own,) = [one for one in told["spec"]["rules"] if one["id"] == name]
        assert own["selector"] == f'mark[data-claim="{rule.key}"]'
    assert "heading-order" in told["options"]["runOnly"]


def test_the_script_of_the_check_comes_with_the_preview(editor, practice):
    soup = preview(editor, practice.lupus)

    assert soup.select("script[src*='js/claims']")


def test_our_checker_takes_the_place_of_wagtails():
    other = SimpleNamespace()
    items = [other, ContentCheckerItem(in_editor=True)]
    check_claims_too(None, items, None)

    assert items[0] is other
    assert isinstance(items[1], ClaimsCheckerItem)
    assert items[1].in_editor
