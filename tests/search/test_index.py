"""The index is what visitors may see, at every moment."""

import io
import re

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from search.index import index_pages
from search.lexicon import current
from search.models import IndexedPage, IndexedStem, PageName
from tests.practice import WAYS_TO_HIDE, add_page, hide, use
from treatments.models import ConditionPage, Indication


def indexed() -> set[str]:
    return set(IndexedPage.objects.values_list("title", flat=True))


def contents() -> tuple[list, list, list]:
    """All that the index holds."""
    stems = IndexedStem.objects.exclude(pages=0, names=0)
    return (
        sorted(
            (one.pk, one.kind, one.names, one.summary, one.headings, one.body)
            for one in IndexedPage.objects.all()
        ),
        sorted(PageName.objects.values_list("entry", "kind", "name", "key", "stems")),
        sorted(stems.values_list("stem", "pages", "names")),
    )


def rebuild() -> None:
    call_command("rebuild_search", stdout=io.StringIO())


def test_what_changes_leave_is_what_rebuilding_makes(practice):
    page = add_page(practice.conditions, ConditionPage, "Gout", body=[])
    page.also_known_as = ["podagra"]
    page.save_revision().publish()
    practice.news.delete()
    practice.stem_cells_for_lupus.delete()
    practice.migraine.unpublish()
    kept = contents()
    rebuild()

    assert contents() == kept


def test_a_draft_is_not_in_the_index(practice):
    page = add_page(practice.conditions, ConditionPage, "Gout", body=[], publish=False)
    assert "Gout" not in indexed()
    page.save_revision().publish()
    assert "Gout" in indexed()
    page.refresh_from_db()
    page.title = "Podagra"
    page.save_revision()
    assert "Podagra" not in indexed()
    page.refresh_from_db()
    page.unpublish()
    assert "Gout" not in indexed()


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_what_is_hidden_is_not_in_a_new_index(practice, way):
    hide(practice.lupus, way)
    rebuild()

    assert "Lupus" not in indexed()


def test_a_private_part_leaves_the_index_and_comes_back(practice):
    rule = PageViewRestriction.objects.create(
        page=practice.conditions, restriction_type=PageViewRestriction.LOGIN
    )
    assert not {"Conditions", "Lupus", "Migraine"} & indexed()
    rule.delete()
    assert {"Conditions", "Lupus", "Migraine"} <= indexed()


def test_a_page_that_moves_into_a_private_part_leaves_the_index(practice):
    PageViewRestriction.objects.create(
        page=practice.stem_cells, restriction_type=PageViewRestriction.LOGIN
    )
    practice.tablets.move(practice.stem_cells, pos="last-child")

    assert "Tablets" not in indexed()


def test_the_index_changes_in_the_transaction_that_publishes(practice):
    class Undone(Exception):  # noqa: N818
        pass

    page = add_page(practice.conditions, ConditionPage, "Gout", body=[], publish=False)
    before = contents()
    with pytest.raises(Undone), transaction.atomic():
        page.save_revision().publish()
        assert "Gout" in indexed()
        raise Undone

    assert contents() == before


@pytest.mark.parametrize("is_new", [True, False])
def test_publishing_reads_a_page_once_for_the_index(practice, is_new):
    page = add_page(
        practice.conditions, ConditionPage, "Gout", body=[], publish=not is_new
    )
    page.title = "Podagra"
    revision = page.save_revision()
    with CaptureQueriesContext(connection) as captured:
        revision.publish()
    reads = [
        query["sql"]
        for query in captured.captured_queries
        if re.match(r'SELECT .* FROM "search_indexedpage"', query["sql"])
    ]

    assert len(reads) == 1, reads
    assert "Podagra" in indexed()


def test_a_page_that_a_script_saves_after_a_publication_is_indexed(practice):
    practice.migraine.save_revision().publish()
    page = ConditionPage.objects.get(pk=practice.migraine.pk)
    page.title = "Megrim"
    page.save()

    assert "Megrim" in indexed()


def test_a_treatment_is_indexed_by_what_it_is_for(practice):
    gout = add_page(practice.conditions, ConditionPage, "Gout", body=[])
    row = use(gout)
    row.treatment = practice.tablets
    row.save()
    entry = IndexedPage.objects.get(pk=practice.tablets.pk)
    assert "gout" in entry.headings
    Indication.objects.get(pk=row.pk).delete()
    entry.refresh_from_db()
    assert "gout" not in entry.headings


def test_a_new_name_of_a_condition_reaches_its_treatments(practice):
    lupus = practice.lupus
    lupus.title = "Wolf disease"
    lupus.save_revision().publish()

    assert "wolf" in IndexedPage.objects.get(pk=practice.tablets.pk).headings


def test_workers_learn_of_new_names_and_only_of_those(practice):
    known = current()
    index_pages([practice.lupus.pk])
    assert current() is known
    add_page(practice.conditions, ConditionPage, "Gout", body=[])
    assert "gout" in current().words


def test_a_name_with_parentheses_is_three_names(practice):
    page = add_page(practice.conditions, ConditionPage, "Hives (urticaria)", body=[])
    names = PageName.objects.filter(entry=page.pk).values_list("key", flat=True)

    assert sorted(names) == ["hives", "hives urticaria", "urticaria"]
