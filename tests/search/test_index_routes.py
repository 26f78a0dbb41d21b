"""Whichever way a page becomes public or ceases to be, the index knows at once."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from search.models import IndexedPage
from tests.practice import add_page
from treatments.models import ConditionPage


def is_indexed(page) -> bool:
    return IndexedPage.objects.filter(pk=page.pk).exists()


@pytest.fixture
def draft(practice):
    """A page that nobody has published yet."""
    return add_page(practice.conditions, ConditionPage, "Gout", body=[], publish=False)


def run_schedule() -> None:
    call_command("publish_scheduled", stdout=StringIO())


def test_a_page_with_an_hour_comes_and_goes_with_the_clock(draft, monkeypatch):
    now, hour = timezone.now(), timedelta(hours=1)
    draft.go_live_at, draft.expire_at = now + hour, now + 3 * hour
    draft.save_revision().publish()
    assert not is_indexed(draft)

    for passed, is_public in [(2 * hour, True), (4 * hour, False)]:
        monkeypatch.setattr(timezone, "now", lambda passed=passed: now + passed)
        run_schedule()
        assert is_indexed(draft) == is_public


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete"])
def test_a_bulk_action_of_the_list_reaches_the_index(practice, draft, owner, action):
    page = draft if action == "publish" else practice.migraine
    address = f"/admin/bulk/wagtailcore/page/{action}/?id={page.pk}"
    if action == "delete":
        practice.stem_cells.delete()
    response = owner.post(address, {"next": "/admin/"})

    assert response.status_code == 302, response.content
    assert is_indexed(page) == (action == "publish")


def test_a_copy_is_indexed_when_it_is_public(practice):
    copy = practice.migraine.copy(
        update_attrs={"title": "Megrim", "slug": "megrim"}, keep_live=True
    )
    hidden = practice.migraine.copy(
        update_attrs={"title": "Hemicrania", "slug": "hemicrania"}, keep_live=False
    )

    assert is_indexed(copy)
    assert not is_indexed(hidden)


def test_with_a_part_of_the_tree_its_pages_leave_the_index(practice):
    below = practice.stem_cells_for_lupus
    practice.stem_cells.delete()

    assert not is_indexed(below)


def test_going_back_to_an_older_revision_changes_the_index(practice):
    page = practice.migraine
    old = page.save_revision()
    page.title = "Megrim"
    page.save_revision().publish()
    assert IndexedPage.objects.get(pk=page.pk).title == "Megrim"
    old.publish()
    assert IndexedPage.objects.get(pk=page.pk).title == "Migraine"
