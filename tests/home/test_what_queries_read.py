"""What an answer stands on, by the queries that it was read with."""

import pytest
from wagtail.models import Page, Site

from contact.models import UpdatePage, UpdateTopic
from home.changes.reading import only_standing_on, recording
from home.models import StandardPage
from team.models import ClinicianPage
from treatments.models import ConditionPage, Indication

ANY_PAGE = {"table:wagtailcore_page"}
TREATMENTS = {"table:treatments_treatmentpage"}
CONDITIONS = {"table:treatments_conditionpage"}


def tables_read(query) -> set[str]:
    """The tables of pages that a query stands on as a whole."""
    with recording() as reading:
        list(query)
    named = {one for one in reading.tags if one.startswith("table:")}
    return {one for one in named if one.endswith("page")}


def titles_read(query) -> set[str]:
    with recording() as reading:
        list(query)
    return {one for one in reading.tags if one.startswith("titles:")}


@pytest.mark.parametrize(
    ("read", "tables"),
    [
        (lambda c: Page.objects.filter(pk=c.lupus.pk), set()),
        (lambda c: ConditionPage.objects.filter(pk=c.lupus.pk), set()),
        (lambda c: Page.objects.filter(pk__in=[c.lupus.pk, c.ada.pk]), set()),
        (lambda c: Site.objects.select_related("root_page"), set()),
        (lambda c: UpdateTopic.objects.select_related("page"), set()),
        (lambda c: Page.objects.live(), ANY_PAGE),
        (lambda c: Page.objects.filter(pk=c.lupus.pk).live(), ANY_PAGE),
        (lambda c: Page.objects.filter(pk__gt=c.lupus.pk), ANY_PAGE),
        (lambda c: Page.objects.child_of(c.home), ANY_PAGE),
        (
            lambda c: Page.objects.filter(conditionpage__isnull=False),
            ANY_PAGE | CONDITIONS,
        ),
        (lambda c: Page.objects.exclude(pk=c.lupus.pk), ANY_PAGE),
        (lambda c: ConditionPage.objects.live(), CONDITIONS),
        (lambda c: Indication.objects.filter(condition__live=True), CONDITIONS),
        (
            lambda c: Indication.objects.filter(treatment__live=True).select_related(
                "condition"
            ),
            CONDITIONS | TREATMENTS,
        ),
        (lambda c: UpdateTopic.objects.filter(page__live=True), ANY_PAGE),
        (lambda c: UpdateTopic.objects.order_by("page__slug"), ANY_PAGE),
        (lambda c: UpdateTopic.objects.values("page__slug"), ANY_PAGE),
        (
            lambda c: ClinicianPage.objects.filter(
                pk__in=Page.objects.child_of(c.team).values("pk")
            ),
            ANY_PAGE | {"table:team_clinicianpage"},
        ),
    ],
)
def test_a_query_stands_on_all_pages_only_where_any_may_be_found(
    practice, read, tables
):
    assert tables_read(read(practice)) - {"table:contact_updatepage"} == tables


@pytest.mark.parametrize(
    ("read", "depends"),
    [
        (lambda c: ConditionPage.objects.order_by("title"), False),
        (lambda c: ConditionPage.objects.order_by("path")[:2], False),
        (lambda c: ConditionPage.objects.order_by("title")[:2], True),
        (lambda c: ConditionPage.objects.filter(title__contains="u"), True),
        (lambda c: ConditionPage.objects.order_by("title")[2:], True),
        (lambda c: Page.objects.filter(title="Lupus").order_by(), True),
        (lambda c: Page.objects.order_by(), False),
        (lambda c: ConditionPage.objects.values_list("title"), True),
        (lambda c: Indication.objects.values_list("condition__title"), True),
    ],
)
def test_titles_matter_where_they_choose_or_no_record_is_noted(practice, read, depends):
    assert bool(titles_read(read(practice))) is depends


def test_a_record_that_was_read_is_noted_by_its_key(practice):
    with recording() as reading:
        list(UpdateTopic.objects.select_related("page"))
        list(Site.objects.select_related("root_page"))
        ConditionPage.objects.get(pk=practice.lupus.pk)

    read = {f"page:{page.pk}" for page in (practice.home, practice.lupus)}
    assert read <= reading.tags
    assert "rewritten:wagtailcore_page" in reading.tags


def test_a_scope_stands_for_all_pages_in_its_block(practice):
    with recording() as reading:
        with only_standing_on(["the scope"]):
            list(StandardPage.objects.live())
        list(UpdatePage.objects.live())

    named = {one for one in reading.tags if one.startswith(("table:", "the"))}
    assert named == {"the scope", "table:contact_updatepage"}
    assert f"page:{practice.about.pk}" in reading.tags


def test_what_is_kept_within_a_scope_does_not_stand_on_it(practice):
    with only_standing_on(["the scope"]), recording() as kept:
        list(Page.objects.live())

    assert "the scope" not in kept.tags
    assert kept.tags >= ANY_PAGE
