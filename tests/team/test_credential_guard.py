"""Nobody is called board certified without a board, or licensed without a license."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from home.publishing import NotReady
from team.credential_guard import claims_board_certification
from team.models import Certification, ClinicianPage, Education, License, Membership
from tests.practice import add_clinician
from tests.reading import see, see_page

YESTERDAY = timezone.localdate() - timedelta(days=1)
SOON = timezone.localdate() + timedelta(days=30)


@pytest.mark.parametrize(
    "text",
    [
        "Ada is board certified in rheumatology.",
        "<p>Ada, a <b>board</b>-certified rheumatologist</p>",
        "BOARD–CERTIFIED",
        "She holds a board certification.",
        "Board recertified in 2020",
        "Not only board certified, but kind.",
        "No doctor here is kinder. She is board certified.",
        "Never one to rest, Ada, our president, is now board certified.",
    ],
)
def test_a_claim_is_seen(text):
    assert claims_board_certification([text])


@pytest.mark.parametrize(
    "text",
    [
        "Ada is not board certified.",
        "She isn't yet board certified.",
        "He holds no board certification.",
        "without any board certification",
        "Certified by the board of directors as a good cook",
        "The board is certified.",
        "She sits on the board.",
    ],
)
def test_what_is_no_claim_is_left_alone(text):
    assert not claims_board_certification([text])


CLAIM = "Ada is board certified, which this sentence says at some length."
NAMED = {"wording": "board_certified", "board": "American Board of Ferns"}


def licensed(practice, **facts) -> ClinicianPage:
    rows = {"licenses": [License(jurisdiction="Arizona", license_type="Physician")]}
    return add_clinician(practice.team, "Cora", "Linden", **{**rows, **facts})


def problems_of(page, **facts) -> dict:
    cleaned = {"kind": page.kind, "summary": page.summary, **facts}
    names = ("licenses", "certifications", "education", "memberships")
    return page.publish_problems(
        cleaned, {name: list(getattr(page, name).all()) for name in names}
    )


@pytest.mark.parametrize(
    "field",
    [
        "summary",
        "biography",
        "job_title",
        "practice_role",
        "given_name",
        "family_name",
        "seo_title",
        "search_description",
    ],
)
def test_the_claim_needs_a_board_wherever_it_is_typed(practice, field):
    assert "biography" in problems_of(licensed(practice), **{field: CLAIM})


@pytest.mark.parametrize(
    "rows",
    [
        {"education": [Education(institution="X", degree="Board certified in ferns")]},
        {"memberships": [Membership(organization="X", role="board-certified fellow")]},
        {"licenses": [License(jurisdiction="X", license_type="Board-certified")]},
        {
            "certifications": [
                Certification(wording="certified", board="Board certified")
            ]
        },
    ],
)
def test_a_claim_in_a_record_needs_a_board_too(practice, rows):
    assert "biography" in problems_of(licensed(practice, **rows))


@pytest.mark.parametrize(
    ("row", "fine"),
    [
        (NAMED, True),
        ({**NAMED, "board": " "}, False),
        ({**NAMED, "wording": "diplomate"}, False),
    ],
)
def test_only_a_board_certification_with_its_board_will_do(practice, row, fine):
    page = licensed(practice, certifications=[Certification(**row)])

    assert ("biography" not in problems_of(page, biography=CLAIM)) is fine


def test_a_certification_without_a_board_is_printed_nowhere(practice):
    rows = [Certification(wording="board_certified", board=" ", specialty="Ferns")]
    page = licensed(practice, certifications=rows)
    type(practice.lupus).objects.filter(pk=practice.lupus.pk).update(author=page)

    for seen in (see_page(page), see_page(practice.lupus)):
        assert "Board certified" not in seen.words
        assert "Ferns" not in seen.words


def test_a_certification_is_printed_with_its_board(practice):
    page = licensed(practice, certifications=[Certification(**NAMED)])
    type(practice.lupus).objects.filter(pk=practice.lupus.pk).update(author=page)

    for seen in (see_page(page), see_page(practice.lupus)):
        assert "Board certified, American Board of Ferns" in seen.words


def test_an_owner_cannot_publish_the_claim(owner, practice):
    address = f"/admin/pages/{practice.ada.pk}/edit/"
    html = owner.get(address).content.decode()
    sent = querydict_from_html(html, form_id="page-edit-form").dict()
    answer = owner.post(address, sent | {"summary": CLAIM, "action-publish": "1"})

    assert "no certification names the board" in answer.content.decode()
    assert CLAIM not in see_page(practice.ada).words


def test_no_other_way_publishes_the_claim(owner, practice):
    practice.ada.summary = CLAIM
    user = owner.session["_auth_user_id"]
    revision = practice.ada.save_revision()

    with pytest.raises(NotReady, match="no certification names the board"):
        revision.publish(
            user=practice.ada._meta.model.account.field.related_model.objects.get(
                pk=user
            )
        )


def test_a_licensed_clinician_states_title_license_and_place(practice):
    words = see_page(practice.ada).words

    assert "Physician" in see_page(practice.ada).soup.select_one(".eyebrow").text
    assert "Arizona : Physician" in words


def test_a_clinician_without_a_license_is_not_published(practice):
    page = licensed(practice, licenses=[])

    assert "Add the license" in problems_of(page)["kind"]


def test_other_professions_need_no_license(practice):
    assert problems_of(licensed(practice, licenses=[], kind="other")) == {}


@pytest.mark.parametrize(("expires", "shown"), [(YESTERDAY, False), (SOON, True)])
def test_a_license_that_ran_out_is_claimed_nowhere(practice, expires, shown):
    License.objects.filter(clinician=practice.ada).update(expires=expires)

    assert ("Arizona : Physician" in see_page(practice.ada).words) is shown
    assert ("Licensed in Arizona" in see_page(practice.lupus).words) is shown
    for address in ("/team/", "/", "/search/?query=Ada"):
        assert ("Arizona" in see(address).words) is False


@pytest.mark.parametrize(
    ("expires", "words"), [(YESTERDAY, "ran out on"), (SOON, "runs out on")]
)
@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/{pk}/edit/"])
def test_editors_are_told_of_a_license_that_runs_out(
    editor, practice, expires, words, address
):
    License.objects.filter(clinician=practice.ada).update(expires=expires)
    page = Page.objects.get(pk=practice.ada.pk)
    shown = editor.get(address.format(pk=page.pk)).content.decode()

    # The form shows the latest draft, which is as old as the page.
    if "edit" in address:
        page.specific.save_revision()
        shown = editor.get(address.format(pk=page.pk)).content.decode()
    assert f"Ada Fernhollow: the license in Arizona {words}" in shown


def test_nobody_is_told_of_a_license_that_holds_for_long(editor, practice):
    License.objects.update(expires=timezone.localdate() + timedelta(days=400))

    assert "the license in" not in editor.get("/admin/").content.decode()


def test_licenses_of_those_who_left_are_nobodys_business(editor, practice):
    License.objects.update(expires=YESTERDAY)
    ClinicianPage.objects.filter(pk=practice.ada.pk).update(status="former")

    assert "the license in" not in editor.get("/admin/").content.decode()
