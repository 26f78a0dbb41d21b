""" "Board certified" on a page that is no clinician's own."""

import html

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from home.models import PracticeImage
from home.objections import objection_problems
from home.publishing import problems_of
from team.models import Certification, ClinicianPage, Credential
from tests.practice import use

CLAIM = (
    "Those who answer the phone are no doctors; the board-certified ones are upstairs."
)


@pytest.fixture
def about(practice):
    practice.about.body = [("text", {"heading": "", "text": f"<p>{CLAIM}</p>"})]
    return practice.about


def certify(clinician: ClinicianPage, board="American Board of Ferns", **facts) -> None:
    facts = {"wording": "board_certified", **facts}
    Certification.objects.create(clinician=clinician, board=board, **facts)


def objections(page) -> dict[str, str]:
    cleaned = {field.name: getattr(page, field.name) for field in page._meta.fields}
    return objection_problems(page, cleaned, {})


def test_the_words_need_somebody_who_is(about, practice):
    assert "board certified" in str(objections(about))
    certify(practice.ada)

    assert objections(about) == {}


@pytest.mark.parametrize("facts", [{"wording": "diplomate"}, {"board": ""}])
def test_another_wording_or_no_board_is_not_enough(about, practice, facts):
    certify(practice.ada, **facts)

    assert objections(about)


def test_a_certificate_of_somebody_who_left_does_not_count(about, practice):
    certify(practice.ada)
    ClinicianPage.objects.filter(pk=practice.ada.pk).update(status="former")

    assert objections(about)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("lupus", "symptoms", ["board-certified doctors see it"]),
        ("lupus", "also_known_as", ["the board certified illness"]),
        ("tablets", "cost_note", CLAIM),
        ("fern_street", "seo_title", "Board certified"),
        ("home", "welcome", CLAIM),
    ],
)
def test_no_field_of_a_page_says_it_for_nobody(practice, name, field, value):
    page = getattr(practice, name)
    assert objections(page) == {}
    setattr(page, field, value)

    assert objections(page)


def test_a_row_and_a_picture_say_it_no_more_than_a_field(practice):
    page = practice.tablets
    row = use(practice.migraine, summary="the board certified illness")
    picture = PracticeImage(description="the board certified illness")

    assert objection_problems(page, {}, {"indications": [row]})
    assert objection_problems(page, {"image": picture}, {})
    assert not objection_problems(page, {"override_reason": CLAIM}, {})


def test_the_words_on_every_page_need_somebody_too(owner, practice):
    practice.settings.tagline = "Board certified and kind"
    with pytest.raises(ValidationError, match="names the board"):
        practice.settings.full_clean()
    certify(practice.ada)

    practice.settings.full_clean()


def test_letters_are_no_certification():
    with pytest.raises(ValidationError, match="is no letters"):
        Credential(abbreviation="B.C.", meaning="Board Certified").clean()


def test_a_denial_needs_nobody(practice):
    practice.about.summary = f"{'x' * 60} Nobody here is board certified."

    assert objections(practice.about) == {}
    assert "page" not in problems_of(practice.about)


FIELDS = {"status": "current", "expire_at": None}


@pytest.fixture
def leaned_on(about, practice):
    """Ada, on whose certification a published page stands."""
    certify(practice.ada)
    about.save_revision().publish()
    return ClinicianPage.objects.get(pk=practice.ada.pk)


def told(clinician: ClinicianPage, **facts) -> str:
    """What speaks against publishing a clinician's page with these values."""
    rows = {"certifications": facts.pop("rows", list(clinician.certifications.all()))}
    return str(objection_problems(clinician, FIELDS | facts, rows))


LEAVING = [
    {"rows": []},
    {"rows": [Certification(wording="board_certified", board=" ")]},
    {"status": "former"},
    {"expire_at": timezone.now()},
]


@pytest.mark.parametrize("facts", LEAVING)
def test_the_last_record_stays_while_the_words_are_read(leaned_on, facts):
    assert told(leaned_on) == "{}"
    # Not even with a reason.
    leaned_on.override_reason = "She is leaving."

    assert "still read on: About" in told(leaned_on, **facts)


@pytest.mark.parametrize("facts", LEAVING)
def test_a_record_goes_where_another_one_carries_the_words(leaned_on, practice, facts):
    certify(practice.bela)

    assert told(leaned_on, **facts) == "{}"


@pytest.mark.parametrize("facts", LEAVING)
def test_a_record_goes_once_the_words_are_gone(leaned_on, practice, facts):
    practice.about.body = []
    practice.about.save_revision().publish()

    assert told(leaned_on, **facts) == "{}"


def test_the_words_on_every_page_keep_the_record_too(practice):
    certify(practice.ada)
    practice.settings.tagline = "Board certified and kind"
    practice.settings.save()

    assert "the practice's settings" in told(practice.ada, rows=[])


@pytest.mark.parametrize("act", ["unpublish", "delete"])
@pytest.mark.parametrize("name", ["ada", "team"])
def test_whoever_carries_the_words_is_not_taken_from_the_site(
    owner, practice, leaned_on, act, name
):
    page = getattr(practice, name)
    facts = {"include_descendants": "on", "confirm": page.title}
    answer = owner.post(f"/admin/pages/{page.pk}/{act}/", facts, follow=True)

    assert "is still read on: About" in html.unescape(answer.content.decode())
    assert ClinicianPage.objects.live().filter(pk=leaned_on.pk).exists()


@pytest.mark.parametrize("act", ["unpublish", "delete"])
def test_nor_with_others_chosen_in_a_list(owner, leaned_on, act):
    address = f"/admin/bulk/wagtailcore/page/{act}/?id={leaned_on.pk}"
    owner.post(address)
    assert ClinicianPage.objects.live().filter(pk=leaned_on.pk).exists()

    Page.objects.filter(title="About").delete()
    owner.post(address)
    assert not ClinicianPage.objects.live().filter(pk=leaned_on.pk).exists()
