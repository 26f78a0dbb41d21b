"""When share cards are drawn, shown and deleted."""

import json
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image
from wagtail.models import Page, PageViewRestriction

from home.models import BasePage
from home.share_cards.keeping import FOLDER, renew
from tests.practice import (
    NAME,
    add_clinician,
    add_page,
    hide,
    make_picture,
    use,
)
from tests.reading import see, see_page
from treatments.models import ConditionPage, TreatmentPage

pytestmark = pytest.mark.django_db
ADDRESS = "http://localhost/media/"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def worker(settings, django_capture_on_commit_callbacks):
    """What is queued is done at once."""
    settings.MAKE_PICTURES_AT_PUBLISH = True
    return lambda: django_capture_on_commit_callbacks(execute=True)


def files_of(page: Page) -> list[str]:
    folder = f"{FOLDER}/{page.pk}"
    if not default_storage.exists(folder):
        return []
    return sorted(f"{folder}/{name}" for name in default_storage.listdir(folder)[1])


def fresh(page: Page) -> BasePage:
    return type(page).objects.get(pk=page.pk)


def graph_node(graph: dict, end: str) -> dict:
    return next(n for n in graph["@graph"] if n.get("@id", "").endswith(end))


def card_of(page: Page) -> str:
    """The words of the card that a visitor's page names."""
    return see_page(page).meta("og:image:alt")


def test_a_published_page_names_the_card_that_was_drawn_for_it(practice, worker):
    with worker():
        practice.stem_cells_for_lupus.save_revision().publish()
    seen = see_page(practice.stem_cells_for_lupus)
    address = seen.meta("og:image")
    picture = see(address.removeprefix("http://localhost")).response
    graph = json.loads(seen.soup.find("script", type="application/ld+json").string)
    node = graph_node(graph, "#primaryimage")

    assert address.startswith(f"{ADDRESS}{FOLDER}/")
    assert picture.status_code == 200
    assert picture["Content-Type"] == seen.meta("og:image:type") == "image/jpeg"
    assert "immutable" in picture["Cache-Control"]
    size = Image.open(BytesIO(b"".join(picture.streaming_content))).size
    assert size == (1200, 630)
    assert seen.meta("og:image:width") == "1200"
    assert seen.meta("og:image:height") == "630"
    alt = seen.meta("og:image:alt")
    for words in ["For lupus", "Unproven", "Case reports only", NAME]:
        assert words in alt
    assert node["caption"] == alt
    assert (node["width"], node["height"]) == (1200, 630)


def test_what_says_the_same_is_not_drawn_again(practice):
    assert renew(practice.lupus)
    before = files_of(practice.lupus)

    assert not renew(fresh(practice.lupus))
    practice.lupus.save_revision().publish()
    assert not renew(fresh(practice.lupus))
    assert files_of(practice.lupus) == before


def test_a_new_card_takes_the_place_of_the_one_before_the_last(practice):
    names = []
    for title in ["Lupus", "Lupus one", "Lupus two"]:
        page = fresh(practice.lupus)
        page.title = title
        page.save()
        renew(page)
        names.append(page.share_card)

    # Who was given the page a moment ago still finds the card that it names.
    assert files_of(practice.lupus) == sorted(names[1:])


def test_no_visitor_has_a_card_drawn(practice, monkeypatch):
    def refuse(*args):
        raise AssertionError

    monkeypatch.setattr("home.share_cards.keeping.picture_of", refuse)
    for page in [practice.lupus, practice.stem_cells, practice.ada, practice.home]:
        address = see_page(page).meta("og:image")
        assert FOLDER not in address
        assert files_of(page) == []


def test_an_editor_s_own_picture_comes_before_the_card(practice):
    page = practice.lupus
    page.og_image = make_picture("Leaf")
    page.save()
    renew(page)

    assert "fill-1200x630" in see_page(page).meta("og:image")


def test_a_clinician_s_card_shows_the_portrait(practice):
    photo = make_picture("Portrait of Cora", color="#d01fd0")
    cora = add_clinician(practice.team, "Cora", "Linden", image=photo)
    renew(cora)
    with default_storage.open(cora.share_card) as file:
        picture = Image.open(BytesIO(file.read()))
    red, green, blue = picture.getpixel((960, 250))

    assert red > 180 > green
    assert blue > 180
    assert "portrait" in card_of(cora)


@pytest.mark.parametrize("how", ["draft", "private", "expired", "below private"])
def test_a_hidden_page_has_no_card(practice, how, worker):
    page = practice.lupus
    renew(page)
    assert files_of(page)
    hide(page, how)
    with worker():
        call_command("make_share_cards", verbosity=0)
        renew(fresh(page))

    assert files_of(page) == []
    assert fresh(page).share_card == ""


def test_the_card_goes_at_once_when_its_page_is_unpublished(practice, worker):
    renew(practice.lupus)
    address = f"/media/{practice.lupus.share_card}"
    with worker():
        fresh(practice.lupus).unpublish()

    assert see(address).response.status_code == 404
    assert files_of(practice.lupus) == []


def test_the_card_goes_with_its_page(practice, worker):
    page = add_page(practice.conditions, ConditionPage, "Rash", body=[])
    renew(page)
    with worker():
        fresh(page).delete()

    assert files_of(page) == []


def test_the_card_goes_at_once_when_a_part_of_the_site_becomes_private(
    practice, worker
):
    renew(practice.lupus)
    with worker():
        rule = PageViewRestriction.objects.create(
            page=practice.conditions, restriction_type=PageViewRestriction.LOGIN
        )
    assert files_of(practice.lupus) == []

    with worker():
        rule.delete()
    assert files_of(practice.lupus)


def test_an_author_s_new_name_is_on_the_cards_of_their_pages(practice, worker):
    renew(practice.lupus)
    assert "By Ada Fernhollow" in card_of(practice.lupus)
    with worker():
        ada = practice.ada
        ada.family_name = "Greenmoss"
        ada.full_clean()
        ada.save_revision().publish()

    assert "By Ada Greenmoss" in card_of(practice.lupus)


def test_a_new_use_is_on_the_cards_of_treatment_and_condition(practice, worker):
    with worker():
        tablets = practice.tablets
        tablets.indications.add(use(practice.migraine, "no_evidence", "not_approved"))
        tablets.save_revision().publish()
    assert "Migraine: No evidence found" in card_of(practice.tablets)
    assert "Tablets" in card_of(practice.migraine)

    with worker():
        tablets = TreatmentPage.objects.get(pk=practice.tablets.pk)
        tablets.indications.remove(tablets.indications.get(condition=practice.migraine))
        tablets.save_revision().publish()
    assert "Tablets" not in card_of(practice.migraine)


def test_new_colours_of_the_practice_are_on_every_card(practice, worker):
    renew(practice.lupus)
    before = practice.lupus.share_card
    with worker():
        practice.settings.palette = "plum"
        practice.settings.save()

    assert fresh(practice.lupus).share_card not in ("", before)


def test_a_draft_changes_no_card(practice, worker):
    with worker():
        practice.lupus.save_revision().publish()
        before = fresh(practice.lupus).share_card
        page = fresh(practice.lupus)
        page.title = "Not yet to be seen"
        page.save_revision()

    assert before
    assert fresh(practice.lupus).share_card == before
    assert "Not yet" not in card_of(practice.lupus)


def test_an_old_version_brings_no_old_card_back(practice):
    page = practice.lupus
    revision = page.save_revision()
    renew(page)
    revision.publish()

    assert fresh(page).share_card == page.share_card != ""


def test_a_copy_has_no_card_of_another_page(practice):
    renew(practice.lupus)
    copy = practice.lupus.copy(update_attrs={"slug": "lupus-2", "title": "Lupus 2"})

    assert copy.share_card == copy.share_card_alt == ""


def test_a_picture_that_cannot_be_read_keeps_no_other_page_from_its_card(practice):
    photo = make_picture("Gone")
    cora = add_clinician(practice.team, "Cora", "Linden", image=photo)
    photo.get_file_hash()
    photo.file.storage.delete(photo.file.name)
    call_command("make_share_cards", verbosity=0)

    assert fresh(cora).share_card == ""
    assert fresh(practice.lupus).share_card


def test_the_command_says_how_many_it_drew(practice, capsys):
    call_command("make_share_cards")
    call_command("make_share_cards")
    lines = capsys.readouterr().out.splitlines()

    assert lines[-1] == "Share cards drawn: 0; the others are up to date."
    assert Page.objects.live().filter(depth__gt=1).count() == len(
        [page for page in Page.objects.live().filter(depth__gt=1) if files_of(page)]
    )
