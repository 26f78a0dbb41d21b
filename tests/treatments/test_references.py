"""References as an editor keeps them: each publication once, however it is pasted."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from treatments.models import Reference

DOI = "10.5555/ferns-2020"
ADD = reverse("wagtailsnippets_treatments_reference:add")


@pytest.fixture
def known(practice) -> Reference:
    return Reference.objects.create(
        title="Ferns & <cells>",
        doi=DOI,
        pmid="28478399",
        pmcid="PMC4060570",
        nct_id="NCT02633163",
        isbn="9780306406157",
    )


def send(browser, **facts):
    return browser.post(ADD, {"title": "New", "source": "", **facts})


def errors_of(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [error.get_text(" ", strip=True) for error in soup.select(".error-message")]


def test_the_form_begins_with_the_field_to_paste_into(editor):
    soup = BeautifulSoup(editor.get(ADD).content, "html.parser")
    names = [box["name"] for box in soup.select("form input[type=text], form textarea")]

    assert names[0] == "pasted"


def test_a_pasted_citation_fills_the_fields(editor):
    send(
        editor,
        pasted="Ferns 2020. doi: 10.5555/FERNS-2020. PMID: 28478399; PMCID: PMC4060570",
    )
    kept = Reference.objects.get(title="New")

    assert (kept.doi, kept.pmid, kept.pmcid) == (DOI, "28478399", "PMC4060570")


def test_a_pasted_address_without_a_number_is_kept(editor):
    send(editor, pasted="https://ferns.example.org/notice")

    assert Reference.objects.get(title="New").url == "https://ferns.example.org/notice"


def test_what_cannot_be_recognized_is_refused(editor):
    response = send(editor, pasted="10.5555")

    assert any("no complete DOI" in error for error in errors_of(response))
    assert not Reference.objects.filter(title="New").exists()


def test_a_pasted_number_never_replaces_a_typed_one(editor):
    response = send(editor, pasted=DOI, doi="10.5555/other")

    assert any("says otherwise" in error for error in errors_of(response))


def test_the_same_number_pasted_and_typed_is_no_contradiction(editor):
    send(editor, pasted=DOI, doi="https://doi.org/10.5555/FERNS-2020")

    assert Reference.objects.get(title="New").doi == DOI


def test_a_form_with_something_to_mend_comes_back_filled_in(editor):
    response = send(editor, pasted=DOI, title="")
    soup = BeautifulSoup(response.content, "html.parser")

    assert soup.find("input", {"name": "doi"})["value"] == DOI


def test_each_field_takes_an_address_and_keeps_the_number(editor):
    send(editor, nct_id="https://clinicaltrials.gov/ct2/show/nct02633163?term=x")

    assert Reference.objects.get(title="New").nct_id == "NCT02633163"


def test_a_broken_number_is_refused_in_its_field(editor):
    response = send(editor, isbn="978-0-306-40615-8")

    assert any("no ISBN" in error for error in errors_of(response))


@pytest.mark.parametrize(
    "pasted",
    [
        "https://doi.org/10.5555/Ferns-2020",
        "PMID: 28478399",
        "pmc4060570",
        "0-306-40615-2",
    ],
)
def test_a_second_record_is_refused_and_the_first_one_linked(editor, known, pasted):
    response = send(editor, pasted=pasted)
    link = reverse("wagtailsnippets_treatments_reference:edit", args=[known.pk])
    soup = BeautifulSoup(response.content, "html.parser")
    anchor = soup.select_one(f'.error-message a[href="{link}"]')

    assert anchor.get_text() == known.title
    assert not Reference.objects.filter(title="New").exists()


def test_one_address_is_one_reference_where_there_is_no_number(editor, practice):
    first = {"title": "First", "url": "https://ferns.example.org/"}
    Reference.objects.create(**first)
    response = send(editor, url=first["url"])

    assert any("is here already" in error for error in errors_of(response))
    send(editor, url=first["url"], doi=DOI)
    assert Reference.objects.get(title="New").doi == DOI


def test_a_record_is_no_twin_of_itself(known):
    known.full_clean()


def test_a_trial_has_one_record_and_any_number_of_articles(editor, known):
    send(editor, pasted="https://clinicaltrials.gov/study/NCT02633163")
    trial = Reference.objects.get(title="New")
    Reference(title="Later", doi="10.5555/later", nct_id=trial.nct_id).full_clean()

    with pytest.raises(ValidationError, match="is here already"):
        Reference(title="Again", nct_id=trial.nct_id).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Reference.objects.create(title="Again", nct_id=trial.nct_id)


@pytest.mark.parametrize("name", ["doi", "pmid", "pmcid", "isbn"])
def test_the_database_keeps_a_number_once(known, name):
    with pytest.raises(IntegrityError), transaction.atomic():
        Reference.objects.create(title="New", **{name: getattr(known, name)})


def test_references_without_numbers_stand_side_by_side(practice):
    for title in ("One", "Two"):
        reference = Reference(title=title, source="Journal of Ferns")
        reference.full_clean()
        reference.save()


def test_a_reference_says_where_it_can_be_found(practice):
    with pytest.raises(ValidationError, match="Say where it can be found"):
        Reference(title="Nowhere").full_clean()
