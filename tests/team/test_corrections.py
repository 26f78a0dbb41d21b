"""Corrections are dated, public, and only ever added to."""

import pytest
from django.utils import timezone
from wagtail.models import Page

from team.review import ReviewState
from tests.practice import review
from tests.reading import see_page

WORDS = "The dose was wrong: it is 5 mg a day, not 50 mg."


def correct(browser, page, text=WORDS):
    return browser.post(f"/admin/corrections/{page.pk}/", {"text": text})


def corrections_of(page) -> list[str]:
    part = see_page(page).soup.find(id="corrections")
    return [one.get_text() for one in part.parent.find_all("dd")] if part else []


@pytest.fixture
def corrected(owner, practice):
    """The page on lupus, with one correction."""
    correct(owner, practice.lupus)
    return type(practice.lupus).objects.get(pk=practice.lupus.pk)


def test_a_correction_is_public_at_once_with_its_date(corrected):
    assert corrections_of(corrected) == [WORDS]
    shown = see_page(corrected).soup.find(id="corrections").parent
    assert shown.find("time")["datetime"] == str(timezone.localdate())


def test_the_latest_correction_comes_first(owner, corrected):
    correct(owner, corrected, "Once more.")

    assert corrections_of(corrected) == ["Once more.", WORDS]


def test_a_correction_is_printed(corrected):
    part = see_page(corrected).soup.find(id="corrections")

    assert not [one for one in part.parents if "no-print" in one.get("class", [])]


def test_a_corrected_page_waits_for_its_reviewer(practice, corrected):
    assert corrected.review_state == ReviewState.CHANGED
    review(corrected, practice.bela)
    assert see_page(corrected).soup.select_one(".seal--current")


@pytest.mark.parametrize("text", ["", "   ", "x" * 601])
def test_an_empty_or_endless_correction_is_refused(owner, practice, text):
    assert correct(owner, practice.lupus, text).status_code == 200
    assert corrections_of(practice.lupus) == []


def test_what_is_typed_is_shown_as_typed(owner, practice):
    correct(owner, practice.lupus, "p < 0.05 <script>alert(1)</script>")

    assert corrections_of(practice.lupus) == ["p < 0.05 <script>alert(1)</script>"]


def revert(page):
    page.revisions.order_by("created_at").first().as_object().save_revision().publish()


def publish_draft(page):
    draft = page.get_latest_revision_as_object()
    draft.corrections = []
    draft.save_revision().publish()


def save_old_copy(page):
    old = type(page).objects.get(pk=page.pk)
    old.corrections = []
    old.save()


def save_changed_copy(page):
    old = type(page).objects.get(pk=page.pk)
    old.corrections = [{"date": "2001-01-01", "text": "Another one."}]
    old.save()


@pytest.mark.parametrize(
    "route", [revert, publish_draft, save_old_copy, save_changed_copy]
)
def test_no_route_removes_a_correction(practice, corrected, route):
    # The cast's page knows of none: an older copy of it.
    practice.lupus.save_revision()
    route(practice.lupus)

    assert WORDS in corrections_of(corrected)


def test_an_older_copy_saved_by_a_program_keeps_the_correction(practice, corrected):
    practice.lupus.save()

    assert corrections_of(corrected) == [WORDS]


def test_two_at_once_both_stand(owner, practice, corrected):
    assert practice.lupus.corrections == []
    correct(owner, practice.lupus, "Once more.")

    assert corrections_of(corrected) == ["Once more.", WORDS]


def test_a_copy_of_the_page_starts_without_corrections(corrected):
    assert corrected.copy(update_attrs={"slug": "copy"}).corrections == []


def test_history_knows_who_corrected(owner, corrected):
    history = owner.get(f"/admin/pages/{corrected.pk}/history/").content.decode()

    assert "Correction added" in history


@pytest.mark.parametrize(
    ("person", "may"), [("editor", False), ("reviewer", True), ("owner", True)]
)
def test_who_may_publish_may_correct(request, practice, person, may):
    browser = request.getfixturevalue(person)
    correct(browser, practice.lupus)

    assert (corrections_of(practice.lupus) == [WORDS]) is may


def test_what_nobody_has_read_needs_no_correction(owner, practice):
    Page.objects.filter(pk=practice.lupus.pk).update(live=False)
    correct(owner, practice.lupus)

    assert type(practice.lupus).objects.get(pk=practice.lupus.pk).corrections == []


def test_the_form_shows_what_was_corrected_before(owner, corrected):
    page = owner.get(f"/admin/corrections/{corrected.pk}/").content.decode()

    assert "Earlier corrections" in page
    assert WORDS in page
