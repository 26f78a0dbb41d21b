"""From an editor to a medical reviewer, and to the public only when it is ready."""

import pytest
from django.contrib.messages import get_messages
from wagtail.models import Page

from tests.config.workflow_hands import approve_address, send
from tests.reading import see_page

SHORT = "Too short to be published."
WHY = "characters short"


def messages_of(response) -> str:
    return " ".join(str(one) for one in get_messages(response.wsgi_request))


@pytest.fixture
def unready(editor, practice):
    """A page in moderation, made unready by a later draft."""
    send(editor, practice.lupus, **{"action-submit": "1"})
    draft = Page.objects.get(pk=practice.lupus.pk).get_latest_revision_as_object()
    draft.summary = SHORT
    draft.save_revision(clean=False)
    page = Page.objects.get(pk=practice.lupus.pk)
    assert page.workflow_in_progress
    return page


@pytest.mark.parametrize("headers", [{}, {"x-requested-with": "XMLHttpRequest"}])
def test_a_page_that_is_not_ready_is_not_approved_and_the_reviewer_is_told_why(
    reviewer, unready, headers
):
    address = approve_address(unready)
    response = reviewer.post(address, {"comment": "Fine"}, headers=headers)

    assert WHY in messages_of(response)
    edit = f"/admin/pages/{unready.pk}/edit/"
    led_to = response.json()["redirect"] if headers else response["Location"]
    assert led_to == edit
    assert SHORT not in see_page(unready).words
    assert Page.objects.get(pk=unready.pk).workflow_in_progress


def test_the_editor_form_says_it_too(reviewer, unready):
    answer = send(
        reviewer,
        unready,
        summary=SHORT,
        **{"action-workflow-action": "1", "workflow-action-name": "approve"},
    )

    assert WHY in answer.content.decode()
    assert SHORT not in see_page(unready).words


def test_a_page_that_is_not_ready_can_be_sent_back(reviewer, unready):
    send(
        reviewer,
        unready,
        summary=SHORT,
        **{"action-workflow-action": "1", "workflow-action-name": "reject"},
    )
    page = Page.objects.get(pk=unready.pk)

    assert page.current_workflow_state.status == "needs_changes"
    assert SHORT not in see_page(unready).words


def test_a_list_of_pages_is_not_published_where_one_is_not_ready(owner, practice):
    draft = practice.lupus
    draft.summary = SHORT
    draft.save_revision(clean=False)
    address = f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}&next=/admin/pages/"
    response = owner.post(address)

    assert WHY in messages_of(response)
    assert SHORT not in see_page(draft).words
