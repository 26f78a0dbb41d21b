"""What a statement that passes the models by tells of pages."""

from datetime import date

import pytest
from django.utils import timezone
from wagtail.models import Page

from home.changes import page_changes, the_journal
from home.changes.queries import page_tables
from home.changes.telling import something_changed
from home.models import StandardPage
from tests.config.page_cache.changes import moved
from tests.kept_pages import committed
from tests.practice import add_page
from treatments.models import ConditionPage, Indication


@pytest.fixture
def told(worker):
    """The tags that were told since the test began, of whatever kind."""
    tags: list[str] = []

    def listen(**kwargs):
        tags.extend(kwargs["tags"])

    the_journal().now()  # Whoever reads begins so; there is a journal then.
    for table in {*page_tables(), Indication._meta.db_table}:
        the_journal().add_read(table)
    something_changed.connect(listen)
    yield tags
    something_changed.disconnect(listen)


def set_one_by_one(cast) -> None:
    for page in (cast.lupus, cast.migraine):
        page.review_due = date(2031, 1, 1)
    ConditionPage.objects.bulk_update([cast.lupus, cast.migraine], ["review_due"])


def of_pages(*pages) -> set[str]:
    return {f"page:{page.pk}" for page in pages}


@pytest.mark.parametrize(
    ("write", "tags"),
    [
        (set_one_by_one, lambda c: of_pages(c.lupus, c.migraine)),
        (
            lambda c: ConditionPage.objects.filter(pk=c.lupus.pk).update(summary="Ah."),
            lambda c: of_pages(c.lupus),
        ),
        (
            lambda c: Page.objects.filter(pk__in=[c.lupus.pk, c.ada.pk]).update(
                last_published_at=timezone.now(), live_revision=None
            ),
            lambda c: of_pages(c.lupus, c.ada),
        ),
        (lambda c: Page.objects.filter(depth=3).update(locked=True), lambda c: set()),
        (lambda c: Page.objects.filter(pk=0).update(live=False), lambda c: set()),
        (
            lambda c: Page.objects.filter(pk=c.lupus.pk).update(live=False),
            lambda c: {"rewritten:wagtailcore_page"},
        ),
        (
            lambda c: ConditionPage.objects.update(summary="Ah."),
            lambda c: {"rewritten:treatments_conditionpage"},
        ),
        (
            lambda c: Indication.objects.update(summary="Ah."),
            lambda c: {
                "table:treatments_indication",
                "rewritten:treatments_indication",
            },
        ),
    ],
)
def test_a_statement_tells_of_no_more_than_it_writes(practice, told, write, tags):
    with committed():
        write(practice)

    assert set(told) == tags(practice)


def test_a_draft_comes_and_goes_unnoticed(practice, told):
    draft = add_page(practice.about, StandardPage, "Draft", publish=False)
    with committed():
        draft.delete()

    assert told == []


def test_of_a_branch_each_page_is_told(practice, told):
    with committed():
        moved(practice.stem_cells, practice.tablets)

    assert of_pages(practice.stem_cells, practice.stem_cells_for_lupus) <= set(told)
    assert not [tag for tag in told if tag.startswith("rewritten:")]


def test_of_a_large_branch_nobody_is_told_by_name(practice, told, monkeypatch):
    monkeypatch.setattr(page_changes, "AT_MOST", 1)
    with committed():
        moved(practice.stem_cells, practice.tablets)

    assert "rewritten:wagtailcore_page" in told
