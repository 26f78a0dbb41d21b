"""The checklist of notices that a practice's site has to carry."""

import pytest
from bs4 import BeautifulSoup

from home.models import StandardPage
from home.required_notices import REQUIRED_NOTICES
from tests.practice import WAYS_TO_HIDE, add_page, hide
from tests.reading import see_page

KINDS = [notice.kind.value for notice in REQUIRED_NOTICES]


def panel(browser) -> dict[str, str]:
    """Name of a notice → the words of its row on the dashboard."""
    soup = BeautifulSoup(browser.get("/admin/").content, "html.parser")
    rows = soup.select('[id^="required-notices"] tbody tr')
    return {row.th.get_text(strip=True): " ".join(row.text.split()) for row in rows}


def begin(browser, kind: str):
    return browser.post(f"/admin/notices/{kind}/")


def test_each_notice_names_its_rule_its_source_and_words_to_begin_with():
    assert len(KINDS) == 5
    for notice in REQUIRED_NOTICES:
        assert notice.rule
        assert "CFR" in notice.source
        assert "[" in notice.starter
        assert 50 <= len(notice.summary) <= 300


def test_the_dashboard_says_what_is_there_and_what_is_missing(owner, practice):
    rows = panel(owner)

    assert list(rows) == [str(notice.kind.label) for notice in REQUIRED_NOTICES]
    assert "published" in rows["Notice of privacy practices"]
    for name in list(rows)[1:]:
        assert "missing" in rows[name]
        assert "Start from our text" in rows[name]


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_a_notice_that_nobody_can_read_is_not_there(owner, practice, way):
    hide(practice.privacy, way)
    row = panel(owner)["Notice of privacy practices"]

    assert "not public yet" in row
    assert "Go on writing" in row


def test_a_reviewer_sees_the_list_and_starts_nothing(reviewer, practice):
    assert "Start from our text" not in " ".join(panel(reviewer).values())
    assert "missing" in panel(reviewer)["Language help"]
    begin(reviewer, "language_help")

    assert not StandardPage.objects.filter(notice_kind="language_help").exists()


@pytest.mark.parametrize("person", ["editor", "owner"])
@pytest.mark.parametrize("kind", KINDS[1:])
def test_one_click_begins_a_draft_and_opens_it(request, practice, person, kind):
    browser = request.getfixturevalue(person)
    response = begin(browser, kind)
    page = StandardPage.objects.get(notice_kind=kind)

    assert response["Location"] == f"/admin/pages/{page.pk}/edit/"
    assert not page.live
    assert "[" in page.get_latest_revision_as_object().body[0].value["text"].source
    assert page.title not in see_page(practice.home).soup.footer.text
    assert browser.get(response["Location"]).status_code == 200


def test_a_second_click_opens_the_same_draft(owner, practice):
    first, second = (begin(owner, "accessibility")["Location"] for _time in range(2))

    assert first == second


def test_an_address_that_is_taken_is_left_alone(owner, practice):
    add_page(practice.home, StandardPage, "Ours", slug="accessibility")
    begin(owner, "accessibility")

    assert (
        StandardPage.objects.get(notice_kind="accessibility").slug == "accessibility-1"
    )


def test_the_footer_follows_when_the_notice_is_published(owner, practice):
    begin(owner, "nondiscrimination")
    page = StandardPage.objects.get(notice_kind="nondiscrimination")
    page.get_latest_revision().publish()
    seen = see_page(practice.home)

    assert page.get_url() in {link["href"] for link in seen.soup.footer.select("a")}
    assert "published" in panel(owner)["Nondiscrimination notice"]


def test_an_unknown_kind_is_not_found(owner, practice):
    assert begin(owner, "dress_code").status_code == 404


def test_only_a_click_begins_anything(owner, practice):
    assert owner.get("/admin/notices/accessibility/").status_code == 405
