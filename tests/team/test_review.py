"""When a page must be reviewed again, and what its seal says."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from team.models import ClinicianCredential, License
from team.review import ReviewState, review_due_on
from team.reviewing import confirm
from tests.kept_pages import committed
from tests.practice import add_page, add_treatment, use
from tests.reading import see_page
from treatments.models import ConditionPage

TODAY = timezone.localdate


@pytest.mark.parametrize(
    ("reviewed", "months", "due"),
    [
        (date(2026, 3, 15), 24, date(2028, 3, 15)),
        (date(2026, 3, 15), 6, date(2026, 9, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (None, 24, None),
    ],
)
def test_a_review_lasts_whole_months(reviewed, months, due):
    assert review_due_on(reviewed, months) == due


def reviewed_condition(practice, reviewed=date(2026, 1, 31), **facts):
    page = add_page(practice.conditions, ConditionPage, "Gout", body=[], **facts)
    confirm(page, practice.bela, reviewed)
    return page


def test_the_practice_decides_how_long_a_review_lasts(practice):
    assert reviewed_condition(practice).review_due == date(2028, 1, 31)


def test_a_page_may_have_an_interval_of_its_own(practice):
    page = reviewed_condition(practice, review_interval_months=1)

    assert page.review_due == date(2026, 2, 28)


def due_after(act, page) -> date:
    """The day on which a page is due once the worker has seen this act."""
    with committed():
        act()
    return type(page).objects.get(pk=page.pk).review_due


def test_a_changed_practice_setting_counts_for_every_page_at_once(practice):
    page = reviewed_condition(practice)
    practice.settings.review_interval_months = 36

    assert due_after(practice.settings.save, page) == date(2029, 1, 31)


def test_a_page_that_shows_an_unproven_use_of_another_is_reviewed_every_year(practice):
    tea = add_treatment(practice.treatments, "Tea")
    condition = reviewed_condition(practice)
    for page in (tea, condition):
        confirm(page, practice.bela, date(2026, 1, 31))
        assert page.review_due == date(2028, 1, 31)
    child = add_treatment(
        tea, "Tea for gout", use(condition, "no_evidence", "not_approved")
    )
    publish = child.save_revision().publish

    for page in (tea, condition):
        assert due_after(publish, page) == date(2027, 1, 31)
        fresh = type(page).objects.get(pk=page.pk)
        confirm(fresh, practice.bela, date(2026, 1, 31))
        assert fresh.review_due == date(2027, 1, 31)
        child.refresh_from_db()
        assert due_after(child.unpublish, page) == date(2028, 1, 31)


@pytest.mark.parametrize(
    ("evidence", "status", "due"),
    [
        ("randomised_trials", "approved_for_use", date(2028, 1, 31)),
        ("case_reports", "approved_for_use", date(2027, 1, 31)),
        ("randomised_trials", "not_approved", date(2027, 1, 31)),
    ],
)
def test_an_unproven_use_is_reviewed_every_year(practice, evidence, status, due):
    page = add_treatment(
        practice.treatments, "Tea", use(practice.lupus, evidence, status)
    )
    confirm(page, practice.bela, date(2026, 1, 31))

    assert page.review_due == due


def test_a_shorter_interval_of_an_unproven_use_stands(practice):
    page = add_treatment(
        practice.treatments,
        "Tea",
        use(practice.lupus, "no_evidence", "not_approved"),
        review_interval_months=3,
    )
    confirm(page, practice.bela, date(2026, 1, 31))

    assert page.review_due == date(2026, 4, 30)


def test_a_page_that_was_never_reviewed_is_not_reviewed(practice):
    assert practice.migraine.review_state == ReviewState.NONE
    assert practice.migraine.review_due is None


def test_a_review_holds_to_the_end_of_its_last_day(practice):
    page = practice.lupus
    for due, state in [
        (TODAY(), ReviewState.CURRENT),
        (TODAY() - timedelta(days=1), ReviewState.OVERDUE),
    ]:
        ConditionPage.objects.filter(pk=page.pk).update(review_due=due)
        assert ConditionPage.objects.get(pk=page.pk).review_state == state


def test_a_current_review_names_the_reviewer(practice):
    seen = see_page(practice.lupus)

    assert str(ReviewState.CURRENT.label) in seen.words
    assert practice.bela.get_url() in seen.links


@pytest.mark.parametrize(
    ("days", "label"),
    [(1, ReviewState.CURRENT.label), (3000, ReviewState.OVERDUE.label)],
)
def test_the_seal_says_what_is_true(practice, days, label):
    page = reviewed_condition(practice, TODAY() - timedelta(days=days))

    assert str(label) in see_page(page).words


def test_a_page_that_nobody_reviewed_says_so(practice):
    words = see_page(practice.migraine).words

    assert str(ReviewState.CURRENT.label) not in words


def test_the_author_is_shown_with_a_link(practice):
    seen = see_page(practice.lupus)

    assert practice.ada.get_url() in seen.links
    assert "Ada Fernhollow" in seen.words


def test_other_letters_behind_the_reviewers_name_are_another_seal(practice):
    assert see_page(practice.lupus).soup.select_one(".seal--current")
    ClinicianCredential.objects.create(
        clinician=practice.bela, credential=practice.credential
    )

    assert see_page(practice.lupus).soup.select_one(".seal--changed")


def test_a_renewed_license_of_the_author_brings_the_seal_back(practice):
    yesterday = TODAY() - timedelta(days=1)
    for expires, state in ((yesterday, "changed"), (None, "current")):
        License.objects.filter(clinician=practice.ada).update(expires=expires)
        assert see_page(practice.lupus).soup.select_one(f".seal--{state}")
