"""Who may confirm a page, with one click, and what it leaves behind."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.utils import timezone
from wagtail.models import Page

from team.models import ClinicianPage
from team.review import ReviewState
from team.reviewing import why_not
from tests.practice import hide, review
from tests.reading import see_page
from treatments.models import ConditionPage

QUEUE = "/admin/reports/review/"


def user_of(browser):
    return get_user_model().objects.get(pk=browser.session["_auth_user_id"])


def give_account(clinician: ClinicianPage, browser, **facts) -> None:
    ClinicianPage.objects.filter(pk=clinician.pk).update(
        account=user_of(browser), **facts
    )


@pytest.fixture
def bela(practice, reviewer):
    """The browser in which Bela reviews."""
    give_account(practice.bela, reviewer)
    return reviewer


def buttons(browser, address: str) -> list[str]:
    """The addresses to which the buttons of a page of the editor send."""
    soup = BeautifulSoup(browser.get(address).content, "html.parser")
    marked = soup.find_all(attrs={"data-w-action-url-value": True})
    return [
        one["data-w-action-url-value"]
        for one in marked
        if "/admin/reviews/" in one["data-w-action-url-value"]
    ]


def edit_address(page) -> str:
    return f"/admin/pages/{page.pk}/edit/"


def said(response) -> str:
    return " ".join(str(one) for one in get_messages(response.wsgi_request))


def state_of(page) -> ReviewState:
    return type(page).objects.get(pk=page.pk).review_state


def press(browser, page, words=None):
    words = words or type(page).objects.get(pk=page.pk).words_hash
    return browser.post(f"/admin/reviews/{page.pk}/?words={words}")


@pytest.mark.parametrize("address", [QUEUE, "/admin/", "edit"])
def test_one_click_confirms_a_page(practice, bela, address):
    page = practice.migraine
    address = edit_address(page) if address == "edit" else address
    button = next(b for b in buttons(bela, address) if f"/{page.pk}/" in b)

    response = bela.post(button, {"next": address})

    assert response["Location"] == address
    assert "is confirmed" in said(response)
    assert state_of(page) == ReviewState.CURRENT
    seen = see_page(page)
    assert "Medically reviewed by Bela Mosswick" in seen.words
    assert practice.bela.get_url() in seen.links
    assert see_page(page).soup.select_one(
        f".seal time[datetime='{timezone.localdate()}']"
    )


def test_after_a_click_nobody_is_led_to_another_site(practice, bela):
    words = practice.migraine.words_hash
    address = f"/admin/reviews/{practice.migraine.pk}/?words={words}"
    response = bela.post(address, {"next": "https://elsewhere.example.org/"})

    assert response["Location"] == edit_address(practice.migraine)


def test_words_that_changed_since_are_not_confirmed(practice, bela):
    button = buttons(bela, edit_address(practice.migraine))[0]
    ConditionPage.objects.filter(pk=practice.migraine.pk).update(summary="It is cured.")

    response = bela.post(button)

    assert "changed while you were reading" in said(response)
    assert state_of(practice.migraine) == ReviewState.NONE


def test_a_draft_that_nobody_published_is_not_confirmed(practice, bela):
    draft = practice.migraine
    draft.summary = "Migraine is always cured here, whatever anybody else may say."
    draft.save_revision()
    button = buttons(bela, edit_address(draft))[0]
    bela.post(button)
    draft.get_latest_revision().publish()

    assert state_of(draft) == ReviewState.CHANGED


def test_a_click_is_a_post(practice, bela):
    assert bela.get(f"/admin/reviews/{practice.migraine.pk}/").status_code == 405


@pytest.mark.parametrize("name", ["about", "ada"])
def test_a_page_without_a_seal_is_not_confirmed(practice, bela, name):
    page = getattr(practice, name)

    assert bela.post(f"/admin/reviews/{page.pk}/?words=x").status_code == 404


@pytest.mark.parametrize("person", ["editor", "owner"])
def test_nobody_else_may_review(request, practice, person):
    browser = request.getfixturevalue(person)
    give_account(practice.bela, browser)

    response = press(browser, practice.migraine)

    assert "Only members of the group Medical reviewers" in said(response)
    assert state_of(practice.migraine) == ReviewState.NONE
    for address in (QUEUE, "/admin/", edit_address(practice.migraine)):
        assert buttons(browser, address) == []


def test_a_superuser_is_no_clinician(practice, visitor):
    root = get_user_model().objects.create_superuser("root")
    visitor.force_login(root)

    assert "Only members" in said(press(visitor, practice.migraine))


def test_a_visitor_is_asked_to_sign_in(practice, visitor):
    assert "/admin/login/" in press(visitor, practice.migraine)["Location"]


def test_a_reviewer_without_a_clinicians_page_is_told_what_to_do(practice, reviewer):
    response = press(reviewer, practice.migraine)

    assert "belongs to no clinician" in said(response)
    assert "belongs to no clinician" in reviewer.get(
        edit_address(practice.migraine)
    ).content.decode().replace("&#x27;", "'")
    assert state_of(practice.migraine) == ReviewState.NONE


def test_a_former_clinician_may_not(practice, reviewer):
    give_account(practice.bela, reviewer, status="former")

    assert "former clinician" in said(press(reviewer, practice.migraine))


def test_a_clinician_whom_visitors_cannot_look_up_may_not(practice, bela):
    hide(practice.bela, "draft")

    assert "is not published" in said(press(bela, practice.migraine))


def test_a_page_that_is_not_public_is_not_confirmed(practice, bela):
    hide(practice.migraine, "draft")

    assert "Publish the page first" in said(press(bela, practice.migraine))


def test_the_author_may_not_confirm_an_unproven_use(practice, bela):
    page = practice.stem_cells
    type(page).objects.filter(pk=page.pk).update(author=practice.bela)

    assert "somebody else" in said(press(bela, page))
    assert state_of(page) == ReviewState.NONE
    assert not any(f"/{page.pk}/" in one for one in buttons(bela, QUEUE))


def test_whoever_typed_the_live_version_may_not_confirm_an_unproven_use(practice, bela):
    page = practice.stem_cells
    page.save_revision(user=user_of(bela)).publish()

    assert "somebody else" in said(press(bela, page))


def test_where_nothing_is_unproven_an_author_may_confirm(practice, bela):
    page = practice.tablets
    type(page).objects.filter(pk=page.pk).update(author=practice.bela)

    assert why_not(type(page).objects.get(pk=page.pk), user_of(bela)) == ""


def test_only_an_owner_ties_an_account_to_a_clinician(practice, reviewer, owner):
    address = edit_address(practice.bela)

    assert 'name="account"' in owner.get(address).content.decode()
    assert 'name="account"' not in reviewer.get(address).content.decode()


def test_history_tells_a_first_review_from_one_that_changed_nothing(practice, bela):
    page = practice.migraine
    press(bela, page)
    long_ago = timezone.localdate() - timedelta(days=3000)
    ConditionPage.objects.filter(pk=page.pk).update(review_due=long_ago)
    press(bela, page)
    history = bela.get(f"/admin/pages/{page.pk}/history/").content.decode()

    assert "Medical review confirmed<" in history.replace("\n", "").replace("  ", "")
    assert "Medical review confirmed, no change" in history


def test_the_button_says_which_of_the_two_it_is(practice, bela):
    fresh = bela.get(edit_address(practice.migraine)).content.decode()
    reviewed = bela.get(edit_address(practice.lupus)).content.decode()

    assert "Mark reviewed" in fresh
    assert "Reviewed, no change" in reviewed


def test_a_copy_carries_no_seal(practice):
    copy = practice.lupus.copy(update_attrs={"slug": "copy"})

    assert copy.medical_reviewer is None
    assert copy.review_state == ReviewState.NONE


def test_a_pending_review_is_said_to_visitors(practice):
    review(practice.migraine, practice.bela)
    Page.objects.filter(pk=practice.migraine.pk).update(title="Cured migraine")

    words = see_page(practice.migraine).words

    assert "A new review is pending" in words
    assert "Medically reviewed" not in words
