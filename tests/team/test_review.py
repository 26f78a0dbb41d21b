"""When a page must be reviewed again, and what its seal says."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from team.review import ReviewState, review_due_on
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
    facts = {"medical_reviewer": practice.bela, "last_reviewed": reviewed, **facts}
    return add_page(practice.conditions, ConditionPage, "Gout", body=[], **facts)


def test_the_practice_decides_how_long_a_review_lasts(practice):
    assert reviewed_condition(practice).review_due == date(2028, 1, 31)


def test_a_page_may_have_an_interval_of_its_own(practice):
    page = reviewed_condition(practice, review_interval_months=1)

    assert page.review_due == date(2026, 2, 28)


def test_a_changed_practice_setting_counts_at_the_next_save(practice):
    practice.settings.review_interval_months = 36
    practice.settings.save()

    assert reviewed_condition(practice).review_due == date(2029, 1, 31)


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
        practice.treatments,
        "Tea",
        use(practice.lupus, evidence, status),
        last_reviewed=date(2026, 1, 31),
        medical_reviewer=practice.bela,
    )

    assert page.review_due == due


def test_a_shorter_interval_of_an_unproven_use_stands(practice):
    page = add_treatment(
        practice.treatments,
        "Tea",
        use(practice.lupus, "no_evidence", "not_approved"),
        last_reviewed=date(2026, 1, 31),
        medical_reviewer=practice.bela,
        review_interval_months=3,
    )

    assert page.review_due == date(2026, 4, 30)


def state(reviewer=True, reviewed=None, months=24) -> ReviewState:
    page = ConditionPage(
        last_reviewed=reviewed, medical_reviewer_id=7 if reviewer else None
    )
    page.review_due = review_due_on(reviewed, months)
    return page.review_state


def test_a_page_without_a_reviewer_or_a_date_is_not_reviewed():
    assert state(reviewer=False, reviewed=TODAY()) == ReviewState.NONE
    assert state(reviewed=None) == ReviewState.NONE


def test_a_review_holds_to_the_end_of_its_last_day():
    a_year_ago = TODAY() - timedelta(days=400)

    assert state(reviewed=TODAY()) == ReviewState.CURRENT
    assert state(reviewed=a_year_ago, months=12) == ReviewState.OVERDUE
    page = ConditionPage(last_reviewed=a_year_ago, medical_reviewer_id=7)
    page.review_due = TODAY()
    assert page.review_state == ReviewState.CURRENT
    page.review_due = TODAY() - timedelta(days=1)
    assert page.review_state == ReviewState.OVERDUE


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


@pytest.mark.parametrize(
    ("reviewed", "reviewer", "field"),
    [
        (TODAY() + timedelta(days=1), "somebody", "last_reviewed"),
        (TODAY(), None, "medical_reviewer"),
        (None, "somebody", "last_reviewed"),
    ],
)
def test_half_a_review_is_not_published(reviewed, reviewer, field):
    cleaned = {
        "summary": "x" * 60,
        "last_reviewed": reviewed,
        "medical_reviewer": reviewer,
    }

    assert list(ConditionPage().publish_problems(cleaned)) == [field]


def test_a_whole_review_and_none_are_published():
    for reviewed, reviewer in [(TODAY(), "somebody"), (None, None)]:
        cleaned = {
            "summary": "x" * 60,
            "last_reviewed": reviewed,
            "medical_reviewer": reviewer,
        }
        assert ConditionPage().publish_problems(cleaned) == {}
