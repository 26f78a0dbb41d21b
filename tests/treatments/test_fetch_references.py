"""The command that asks the registers, against recorded answers on this machine."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from tests.treatments.local_registers import serve
from treatments.models import Reference

FERNS, MOSS, REED = "10.5555/ferns-2014", "10.5555/moss-2019", "10.5555/reed-2020"
TITLE = "Ferns in vitro and in the blood"


@pytest.fixture
def registers(db, settings):
    with serve() as local:
        settings.CROSSREF_URL = settings.PUBMED_URL = local.url
        settings.DEFAULT_FROM_EMAIL = "Practice <web@brackenfold.example.org>"
        yield local


def fetch(*options: str) -> str:
    said = StringIO()
    call_command("fetch_references", "--pause=0", *options, stdout=said)
    return said.getvalue()


def test_a_doi_is_enough_to_fill_the_rest(registers):
    ferns = Reference.objects.create(title=TITLE, doi=FERNS)
    said = fetch()
    ferns.refresh_from_db()

    assert ferns.authors == "Fern A, Linden JLB, Fern Study Group"
    assert ferns.source == "Fern Research & Therapy 16(2):R79–R88"
    assert ferns.year == 2014
    assert (ferns.pmid, ferns.pmcid) == ("55500001", "PMC5550001")
    assert "year 2014" in said
    assert "1 filled in, 0 retracted, 0 unchanged, 0 not answered." in said
    ferns.full_clean()


@pytest.mark.parametrize("number", [{"pmid": "55500001"}, {"pmcid": "PMC5550001"}])
def test_a_number_of_pubmed_is_enough_too(registers, number):
    ferns = Reference.objects.create(title=TITLE, **number)
    fetch()
    ferns.refresh_from_db()

    assert ferns.source == "Fern Res Ther 16(2):R79–R88"
    assert (ferns.year, ferns.doi) == (2014, FERNS)


def test_what_an_editor_typed_stays(registers):
    typed = {"authors": "Ours", "source": "Our words", "year": 1999}
    ferns = Reference.objects.create(title=f"{TITLE}!", doi=FERNS, **typed)
    fetch("--all")
    ferns.refresh_from_db()

    assert ferns.title == f"{TITLE}!"
    assert {name: getattr(ferns, name) for name in typed} == typed
    assert ferns.pmid == "55500001"


def test_complete_references_are_asked_about_only_with_all(registers):
    whole = {"authors": "Fern A", "source": "Ferns", "year": 2014}
    Reference.objects.create(title=TITLE, doi=FERNS, **whole)
    Reference.objects.create(title="No number", source="Ferns")

    assert "No reference" in fetch()
    assert registers.asked == []
    assert "1/1" in fetch("--all")


def test_a_dry_run_tells_and_saves_nothing(registers):
    ferns = Reference.objects.create(title=TITLE, doi=FERNS)
    said = fetch("--dry-run")
    ferns.refresh_from_db()

    assert "year 2014" in said
    assert "Nothing was saved." in said
    assert (ferns.year, ferns.authors) == (None, "")


def test_crossref_tells_of_a_retraction(registers):
    moss = Reference.objects.create(title="Moss cures everything", doi=MOSS)
    said = fetch()
    moss.refresh_from_db()

    assert moss.retracted
    assert "RETRACTED: Retraction, doi:10.5555/moss-retraction (Crossref)" in said


def test_pubmed_tells_of_a_retraction(registers):
    lichen = Reference.objects.create(title="Lichens and the skin", pmid="55500002")
    said = fetch()
    lichen.refresh_from_db()

    assert lichen.retracted
    assert lichen.year == 1998
    assert "Retraction in: Lichen Lett. 2010" in said


def test_corrections_and_concerns_are_no_retractions(registers):
    reed = Reference.objects.create(title="Reeds and sleep", doi=REED)
    fetch()
    reed.refresh_from_db()

    assert not reed.retracted
    assert reed.source == "Reed Letters 3:e12"


def test_an_editor_s_own_mark_of_retraction_stays(registers):
    reed = Reference.objects.create(title="Reeds and sleep", doi=REED, retracted=True)
    fetch()
    reed.refresh_from_db()

    assert reed.retracted


def test_the_number_of_another_publication_fills_nothing(registers):
    wrong = Reference.objects.create(title="Knees after a year of walking", doi=FERNS)
    said = fetch()
    wrong.refresh_from_db()

    assert (wrong.authors, wrong.year, wrong.pmid) == ("", None, "")
    assert f"the register has another title: “{TITLE}” (Crossref)" in said


def test_a_number_that_another_record_has_is_left_to_the_editor(registers):
    Reference.objects.create(title="Twin", pmid="55500001", source="Ferns", year=2014)
    ferns = Reference.objects.create(title=TITLE, doi=FERNS)
    said = fetch()
    ferns.refresh_from_db()

    assert ferns.pmid == ""
    assert "the same publication as “Twin (2014)”" in said


def test_what_no_register_knows_stays_as_it_is(registers):
    Reference.objects.create(title="Unknown", doi="10.5555/none")

    assert "nothing new" in fetch()


def test_the_registers_are_told_who_asks(registers):
    Reference.objects.create(title=TITLE, doi=FERNS)
    fetch()
    (agent,) = registers.agents

    assert "mailto:web@brackenfold.example.org" in agent
    assert any(
        "email=web%40brackenfold.example.org" in path for path in registers.asked
    )


def test_a_busy_register_is_asked_again(registers):
    registers.refusals = [429, 503]
    Reference.objects.create(title=TITLE, doi=FERNS)

    assert "1 filled in" in fetch()


def test_a_register_that_fails_is_reported_and_the_next_one_asked(registers):
    registers.refusals = [403]
    Reference.objects.create(title=TITLE, pmid="55500001")
    reed = Reference.objects.create(title="Reeds and sleep", doi=REED)

    with pytest.raises(CommandError, match="Some were not answered"):
        fetch()
    reed.refresh_from_db()
    assert reed.year == 2020


@pytest.mark.parametrize(
    "nonsense", [b"<html>", b"{}", b"[]", b'{"message": 3}', b"\xff"]
)
def test_nonsense_is_no_answer(registers, nonsense):
    registers.nonsense = nonsense
    ferns = Reference.objects.create(title=TITLE, doi=FERNS)

    with pytest.raises(CommandError):
        fetch()
    ferns.refresh_from_db()
    assert ferns.year is None


def test_after_three_failures_in_a_row_it_gives_up(registers, settings):
    settings.CROSSREF_URL = settings.PUBMED_URL = "http://127.0.0.1:9"
    for number in range(5):
        Reference.objects.create(title=TITLE, doi=f"10.5555/{number}")

    with pytest.raises(CommandError, match="do not answer"):
        fetch()


def test_a_change_is_in_the_record_s_history(registers):
    ferns = Reference.objects.create(title=TITLE, doi=FERNS)
    fetch()

    assert ModelLogEntry.objects.filter(object_id=ferns.pk, action="wagtail.edit")


def test_nothing_is_asked_while_pages_and_forms_are_used(registers):
    reference = Reference(title=TITLE, doi=FERNS)
    reference.full_clean()
    reference.save()

    assert registers.asked == []
