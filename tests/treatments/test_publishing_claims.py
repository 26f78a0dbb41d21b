"""A claim keeps a page from the public, unless somebody who may gives a reason."""

import pytest
from wagtail.models import Page, PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from home.publishing import problems_of
from tests.reading import see
from treatments.models import ConditionPage
from treatments.page_claims import RULE_BY_KEY

CLAIM = "Our therapy is a guaranteed cure for everyone who comes to see us."
OTHER = "Our clinic cures migraine, and it does so without fail every time."
WARNED = "We are the best clinic in the whole state, and far beyond it."
REASON = "The words are quoted from a leaflet of 1910 that the page is about."
NEW_REASON = "Both quotations come from the same leaflet of 1910, as the page says."
PUBLISH = {"action-publish": "1"}
GROUPS = {"reviewer": "Medical reviewers", "owner": "Owners"}


def send(browser, page, summary: str, **more):
    address = f"/admin/pages/{page.pk}/edit/"
    html = browser.get(address).content.decode()
    sent = querydict_from_html(html, form_id="page-edit-form").dict()
    return browser.post(address, sent | {"body-count": "0", "summary": summary} | more)


def is_public(page, words: str) -> bool:
    return words in see(page.get_url()).response.content.decode()


def draft_of(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def entries(page):
    return PageLogEntry.objects.filter(
        page=page.pk, action="treatments.published_with_claim"
    )


@pytest.mark.parametrize("person", ["reviewer", "owner"])
def test_a_claim_is_not_published(request, practice, person):
    browser = request.getfixturevalue(person)
    response = send(browser, practice.lupus, CLAIM, **PUBLISH)
    told = response.content.decode()

    assert response.status_code == 200
    assert not is_public(practice.lupus, CLAIM)
    assert "guaranteed" in told
    rule = RULE_BY_KEY["guaranteed-result"]
    assert str(rule.reason) in told
    assert str(rule.rewrite) in told


def test_a_warning_does_not_keep_a_page_from_the_public(owner, practice):
    send(owner, practice.lupus, WARNED, **PUBLISH)

    assert is_public(practice.lupus, WARNED)


def test_a_draft_with_a_claim_is_saved_and_submitted(editor, practice):
    assert send(editor, practice.lupus, CLAIM).status_code == 302
    sent = send(editor, practice.lupus, CLAIM, **{"action-submit": "1"})

    assert sent.status_code == 302
    assert draft_of(practice.lupus).summary == CLAIM
    assert draft_of(practice.lupus).workflow_in_progress


def test_a_claim_is_not_published_from_a_list_or_by_approval(
    editor, reviewer, owner, practice
):
    send(editor, practice.lupus, CLAIM, **{"action-submit": "1"})
    page = Page.objects.get(pk=practice.lupus.pk)
    task = page.current_workflow_task_state.pk
    reviewer.post(f"/admin/pages/workflow/action/{page.pk}/approve/{task}/")
    assert not is_public(practice.lupus, CLAIM)

    owner.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/")
    assert not is_public(practice.lupus, CLAIM)


@pytest.mark.parametrize("person", ["reviewer", "owner"])
def test_a_written_reason_lets_it_pass_and_stays_in_the_history(
    request, practice, person
):
    browser = request.getfixturevalue(person)
    reason = {"override_reason": REASON}
    send(browser, practice.lupus, CLAIM, **PUBLISH, **reason)
    assert is_public(practice.lupus, CLAIM)

    (entry,) = entries(practice.lupus)
    assert entry.data["reason"] == REASON
    assert {one["rule"] for one in entry.data["findings"]} >= {"guaranteed-result"}
    assert entry.user.groups.get().name == GROUPS[person]
    shown = browser.get(f"/admin/pages/{practice.lupus.pk}/history/").content.decode()
    assert REASON in shown
    assert "guaranteed" in shown


def test_visitors_do_not_read_the_reason(owner, practice):
    send(owner, practice.lupus, CLAIM, **PUBLISH, override_reason=REASON)

    assert not is_public(practice.lupus, REASON)


def test_an_editor_neither_sees_nor_sends_the_reason(editor, practice):
    shown = editor.get(f"/admin/pages/{practice.lupus.pk}/edit/").content.decode()
    assert "override_reason" not in shown

    send(editor, practice.lupus, CLAIM, override_reason=REASON)
    assert draft_of(practice.lupus).summary == CLAIM
    assert draft_of(practice.lupus).override_reason == ""
    assert "override_reason" in problems_of(draft_of(practice.lupus))


def test_unchanged_words_stay_covered_and_new_ones_need_a_new_reason(owner, practice):
    send(owner, practice.lupus, CLAIM, **PUBLISH, override_reason=REASON)
    send(owner, practice.lupus, f"{CLAIM} More.", **PUBLISH)
    assert is_public(practice.lupus, f"{CLAIM} More.")

    refused = send(owner, practice.lupus, f"{CLAIM} {OTHER}", **PUBLISH)
    assert "does not cover" in refused.content.decode()
    assert not is_public(practice.lupus, OTHER)

    both = f"{CLAIM} {OTHER}"
    send(owner, practice.lupus, both, **PUBLISH, override_reason=NEW_REASON)
    assert is_public(practice.lupus, OTHER)


def test_a_reason_without_words_lets_nothing_pass(owner, practice):
    send(owner, practice.lupus, CLAIM, **PUBLISH, override_reason=".")

    assert not is_public(practice.lupus, CLAIM)


def test_a_reason_in_a_draft_travels_with_it(reviewer, owner, practice):
    send(reviewer, practice.lupus, CLAIM, override_reason=REASON)
    assert not is_public(practice.lupus, CLAIM)
    page = practice.lupus
    owner.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/")

    assert is_public(practice.lupus, CLAIM)
    assert entries(practice.lupus).count() == 1


def test_a_copy_carries_no_reason(owner, practice):
    send(owner, practice.lupus, CLAIM, **PUBLISH, override_reason=REASON)
    original = ConditionPage.objects.get(pk=practice.lupus.pk)
    copy = original.copy(update_attrs={"slug": "copy", "title": "Copy"})

    for version in (copy, *(one.as_object() for one in copy.revisions.all())):
        assert version.override_reason == ""
        assert version.overridden == []
    assert problems_of(copy.get_latest_revision_as_object())
