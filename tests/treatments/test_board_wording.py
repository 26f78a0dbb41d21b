"""“Board certified” on a page whose certification has gone since."""

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from team.board_claims import RULE
from team.models import Certification, ClinicianPage
from tests.practice import use
from treatments.models import PublishedClaim

CLAIM = (
    "Those who answer the phone are no doctors; the board-certified ones are upstairs."
)
NAMED = {"wording": "board_certified", "board": "American Board of Ferns"}


@pytest.fixture
def about(practice):
    """A published page that says it, and Ada, whose certification carries it."""
    certify(practice.ada)
    practice.about.body = [("text", {"heading": "", "text": f"<p>{CLAIM}</p>"})]
    practice.about.save_revision().publish()
    assert not PublishedClaim.objects.exists()
    return practice.about


def certify(clinician: ClinicianPage) -> None:
    clinician.certifications = [Certification(**NAMED)]
    publish(clinician)


def publish(clinician: ClinicianPage) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        clinician.save_revision().publish()


def take_away(clinician: ClinicianPage) -> None:
    clinician.certifications = []
    publish(clinician)


def leave(clinician: ClinicianPage) -> None:
    clinician.status = "former"
    publish(clinician)


def hide(clinician: ClinicianPage) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        clinician.unpublish()


def delete(clinician: ClinicianPage) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        clinician.delete()


@pytest.mark.parametrize("change", [take_away, leave, hide, delete])
def test_the_words_are_told_of_the_moment_the_record_goes(
    owner, practice, about, change
):
    change(practice.ada)

    for address in ("/admin/", "/admin/reports/claims/"):
        words = owner.get(address).content.decode()
        assert CLAIM in words
        assert "no certification of anybody here names the board" in words


def test_they_are_fine_again_once_somebody_is_certified(practice, about):
    take_away(practice.ada)
    certify(practice.bela)

    assert not PublishedClaim.objects.exists()


def test_the_daily_check_keeps_them_and_fails(practice, about):
    Certification.objects.all().delete()
    with pytest.raises(CommandError):
        call_command("check_claims", verbosity=0)

    (claim,) = PublishedClaim.objects.to_fix()
    assert (claim.page_id, claim.quote) == (about.pk, "board-certified")


def test_a_clinician_is_judged_by_their_own_record(practice):
    certify(practice.ada)
    practice.bela.biography = f"<p>{CLAIM}</p>"
    publish(practice.bela)
    (claim,) = PublishedClaim.objects.all()
    assert claim.page_id == practice.bela.pk

    publish(practice.ada)
    assert PublishedClaim.objects.filter(page=practice.bela).exists()


def test_a_row_says_it_no_more_than_a_text(practice, about):
    row = use(practice.migraine, summary="Given by board-certified doctors.")
    practice.tablets.indications = [row]
    practice.tablets.save_revision().publish()
    take_away(practice.ada)

    found = PublishedClaim.objects.filter(page=practice.tablets, rule=RULE)
    assert [one.sentence for one in found] == ["Given by board-certified doctors."]
