"""The people of the practice."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.models import LocationPage
from team.models import ClinicianCredential, ClinicianPage, Credential, License
from team.vocabulary import SpokenLanguage
from tests.practice import WAYS_TO_HIDE, add_clinician, add_page, hide
from tests.reading import see_page


def test_the_title_is_the_name(practice):
    page = ClinicianPage(
        given_name="Cora", family_name="Linden", slug="c", title="Other", summary=" "
    )
    practice.team.add_child(instance=page)

    assert page.title == "Cora Linden"


def test_a_changed_name_changes_the_title(practice):
    practice.ada.family_name = "Fern"
    practice.ada.full_clean()

    assert practice.ada.title == "Ada Fern"


def test_credentials_follow_the_name_in_their_order(practice):
    letters = [
        Credential.objects.create(abbreviation=short, meaning=meaning)
        for short, meaning in [("Z.D.", "Doctor of Zest"), ("A.B.", "Able Body")]
    ]
    page = add_clinician(
        practice.team,
        "Cora",
        "Linden",
        credential_rows=[
            ClinicianCredential(credential=one, sort_order=place)
            for place, one in enumerate(letters)
        ],
    )

    assert page.name_with_credentials == "Cora Linden, Z.D., A.B."
    assert page.credential_words == "Z.D. Doctor of Zest A.B. Able Body"
    assert "Doctor of Zest" in see_page(page).words


def test_a_former_clinician_keeps_the_page_but_is_not_listed(practice):
    page = add_clinician(practice.team, "Cora", "Linden", status="former")

    assert see_page(page)
    assert page.get_url() not in see_page(practice.team).links
    assert page.get_url() not in see_page(practice.home).links


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_a_hidden_clinician_is_nowhere(practice, way):
    hide(practice.ada, way)
    address = practice.ada.get_url()

    for page in ("team", "home", "tablets", "fern_street"):
        assert address not in see_page(getattr(practice, page)).links, page


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
@pytest.mark.parametrize("page", ["lupus", "news"])
def test_a_hidden_author_is_not_linked(practice, way, page):
    hide(practice.ada, way)
    seen = see_page(getattr(practice, page))

    assert practice.ada.get_url() not in seen.links
    assert practice.ada.get_url() not in (seen.meta("article:author") or "")


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_a_hidden_reviewer_is_not_linked(practice, way):
    hide(practice.bela, way)

    assert practice.bela.get_url() not in see_page(practice.lupus).links


def test_what_a_clinician_treats_is_derived(practice):
    assert [page.title for page in practice.ada.treatments] == ["Stem cells", "Tablets"]
    assert [page.title for page in practice.ada.conditions] == ["Lupus", "Migraine"]
    assert [page.title for page in practice.ada.articles] == ["Open on Saturdays"]
    assert practice.bela.treatments == practice.bela.conditions == []


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_hidden_treatments_and_places_are_not_derived(practice, way):
    for name in ("tablets", "migraine", "fern_street", "news"):
        hide(getattr(practice, name), way)

    assert [page.title for page in practice.ada.treatments] == ["Stem cells"]
    assert practice.ada.conditions == []
    assert practice.ada.visible_locations == []
    assert practice.ada.articles == []


def test_the_team_is_filtered_by_specialty_place_and_language(practice):
    other = add_page(practice.locations, LocationPage, "Moss Street")
    cora = add_clinician(
        practice.team,
        "Cora",
        "Linden",
        specialties=["Neurologic"],
        languages=["es"],
        locations=[other],
    )
    for query in ("specialty=Neurologic", "location=moss-street", "language=es"):
        links = see_page(practice.team, f"?{query}").links
        assert cora.get_url() in links
        assert practice.ada.get_url() not in links


def test_only_what_somebody_has_is_offered_as_a_filter(practice):
    filters = practice.team.get_filters()
    offered = {one.name: [value for value, _label in one.options] for one in filters}

    assert offered == {"specialty": [], "location": ["fern-street"], "language": ["en"]}


@pytest.mark.parametrize(("days", "valid"), [(-1, False), (0, True), (1, True)])
def test_a_license_is_valid_to_its_last_day(days, valid):
    expires = timezone.localdate() + timedelta(days=days)

    assert License(expires=expires).is_valid is valid


def test_a_license_without_an_end_is_valid():
    assert License().is_valid


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("ase", "American Sign Language")]
)
def test_languages_have_names(code, name):
    assert SpokenLanguage.label(code) == name


def test_no_language_is_offered_twice():
    assert len(SpokenLanguage.values) == len(set(SpokenLanguage.values))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("npi", "1234567890"),
        ("specialties", ["Immunologic"]),
        ("languages", ["xx"]),
        ("in_practice_since", 1786),
    ],
)
def test_a_wrong_fact_is_refused(db, field, value):
    page = ClinicianPage(given_name="Cora", family_name="Linden", **{field: value})
    with pytest.raises(ValidationError) as error:
        page.clean_fields(exclude=["path", "depth", "slug", "title"])

    assert field in error.value.message_dict
