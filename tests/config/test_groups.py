"""Editors write, medical reviewers approve, owners do all: through the real editor.

What the front desk may do is in tests/contact/test_inbox.py.
"""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, Task, Workflow
from wagtail.test.utils.form_data import querydict_from_html

from tests.config.workflow_hands import NEW, approve_address, send
from tests.reading import see


def is_public(page) -> bool:
    return NEW in see(page.get_url()).response.content.decode()


def draft_of(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_there_are_four_groups_and_they_may_enter_the_editor(practice):
    assert {group.name for group in Group.objects.all()} == {
        "Editors",
        "Front desk",
        "Medical reviewers",
        "Owners",
    }


@pytest.mark.parametrize("person", ["editor", "reviewer", "owner"])
def test_everybody_may_change_a_page(request, practice, person):
    browser = request.getfixturevalue(person)
    assert browser.get("/admin/").status_code == 200
    send(browser, practice.lupus)

    assert draft_of(practice.lupus).summary == NEW
    assert not is_public(practice.lupus)


@pytest.mark.parametrize(
    ("person", "published"), [("editor", False), ("reviewer", True), ("owner", True)]
)
def test_an_editor_may_not_publish(request, practice, person, published):
    browser = request.getfixturevalue(person)
    send(browser, practice.lupus, **{"action-publish": "1"})

    assert is_public(practice.lupus) is published


@pytest.mark.parametrize(
    ("person", "status"), [("editor", 302), ("reviewer", 200), ("owner", 200)]
)
def test_an_editor_may_not_take_a_page_from_the_public(
    request, practice, person, status
):
    browser = request.getfixturevalue(person)
    response = browser.get(f"/admin/pages/{practice.lupus.pk}/unpublish/")

    assert response.status_code == status


def test_an_editor_may_write_a_new_page(editor, practice):
    address = f"/admin/pages/add/treatments/conditionpage/{practice.conditions.pk}/"
    html = editor.get(address).content.decode()
    sent = querydict_from_html(html, form_id="page-edit-form").dict()
    sent |= {"title": "Gout", "slug": "gout", "summary": NEW, "body-count": "0"}
    editor.post(address, sent | {"action-publish": "1"})
    page = Page.objects.get(slug="gout")

    assert not page.live


def test_what_an_editor_submits_waits_for_a_reviewer(editor, reviewer, practice):
    send(editor, practice.lupus, **{"action-submit": "1"})
    page = Page.objects.get(pk=practice.lupus.pk)
    assert page.workflow_in_progress
    assert not is_public(practice.lupus)

    address = approve_address(page)
    editor.post(address)
    assert not is_public(practice.lupus)
    reviewer.post(address)

    assert is_public(practice.lupus)


def test_the_workflow_asks_the_medical_reviewers(practice):
    workflow = Workflow.objects.get()
    task = Task.objects.get().specific

    assert workflow.name == "Medical review"
    assert [group.name for group in task.groups.all()] == ["Medical reviewers"]
    assert practice.lupus.get_workflow() == workflow


@pytest.mark.parametrize(
    "address",
    [
        "/admin/settings/home/practicesettings/{site}/",
        "/admin/users/",
        "/admin/users/new/",
        "/admin/redirects/",
        "/admin/sites/",
        "/admin/workflows/list/",
        "/admin/snippets/home/insuranceplan/",
    ],
)
def test_only_owners_run_the_practice(editor, reviewer, owner, practice, address):
    address = address.format(site=practice.site.pk)

    assert owner.get(address).status_code == 200
    assert editor.get(address).status_code != 200
    assert reviewer.get(address).status_code != 200


@pytest.mark.parametrize("address", ["/admin/groups/", "/admin/groups/new/"])
def test_nobody_changes_the_groups_themselves(editor, reviewer, owner, address):
    for browser in (editor, reviewer, owner):
        assert browser.get(address).status_code != 200


def test_everybody_may_add_a_reference(editor, reviewer, owner, practice):
    for browser in (editor, reviewer, owner):
        assert (
            browser.get("/admin/snippets/treatments/reference/add/").status_code == 200
        )


def test_only_owners_delete_a_reference(editor, reviewer, owner, practice):
    address = f"/admin/snippets/treatments/reference/delete/{practice.reference.pk}/"

    assert owner.get(address).status_code == 200
    assert editor.get(address).status_code != 200
    assert reviewer.get(address).status_code != 200


def test_pictures_are_added_by_editors_and_owners(editor, owner, practice):
    assert editor.get("/admin/images/add/").status_code == 200
    assert owner.get("/admin/images/add/").status_code == 200


def test_a_visitor_is_asked_to_log_in(visitor, practice):
    for address in ("/admin/", f"/admin/pages/{practice.lupus.pk}/edit/"):
        response = visitor.get(address)
        assert response.status_code == 302
        assert "/admin/login/" in response["Location"]
