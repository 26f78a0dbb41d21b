"""Sizes of pictures that nobody has drawn yet, on pages that visitors ask for."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django_tasks import default_task_backend
from wagtail.models import Page

from home.models import PracticeRendition
from home.models.images import EMPTY_FRAME
from home.storage import StoreFailure
from home.tasks import ATTEMPTS, draw_sizes
from tests.kept_pages import Worker, committed, find_places_anew
from tests.practice import make_picture
from tests.reading import see

DUMMY = "django_tasks.backends.dummy.DummyBackend"


@pytest.fixture(autouse=True)
def queue(practice, settings):
    """Pictures everywhere, none of them drawn; what is queued is not done."""
    logo = make_picture("Leaf", (600, 600))
    for name in ("about", "fern_street", "ada", "lupus", "tablets", "news", "home"):
        page = getattr(practice, name)
        page.image = practice.picture
        page.save()
    practice.about.og_image = practice.picture
    practice.about.save()
    practice.settings.logo = logo
    practice.settings.save()
    settings.MAKE_PICTURES_AT_PUBLISH = True
    settings.TASKS = {"default": {"BACKEND": DUMMY}}


def queued() -> list[tuple]:
    drawing = "home.tasks.draw_sizes"
    return [
        tuple(one.args)
        for one in default_task_backend.results
        if one.task.module_path == drawing
    ]


def draw_what_is_queued() -> None:
    for image_id, specs in queued():
        draw_sizes.call(image_id, specs)


def addresses() -> list[str]:
    pages = Page.objects.live().public().filter(depth__gt=1).specific()
    return [*(page.url for page in pages), "/search/?query=lupus", "/nowhere/"]


def test_no_page_opens_a_picture_for_a_visitor(practice, monkeypatch):
    def refuse(name, mode="rb"):
        raise AssertionError(f"A visitor waits for {name}")

    monkeypatch.setattr(default_storage, "open", refuse)
    for address in addresses():
        wanted = 404 if address == "/nowhere/" else 200
        assert see(address).response.status_code == wanted, address

    assert not PracticeRendition.objects.exists()
    assert {image_id for image_id, _specs in queued()} >= {practice.picture.pk}


def test_an_empty_frame_keeps_the_place(practice):
    picture = see("/about/").soup.find("img", class_="opening__picture")

    assert EMPTY_FRAME in picture["src"]
    assert (picture["width"], picture["height"]) == ("540", "324")
    assert EMPTY_FRAME not in str(see("/about/").soup.head)


def test_another_size_stands_in(practice):
    drawn = practice.picture.get_rendition("format-jpeg|width-720")
    practice.picture.get_rendition("format-jpeg|width-90")
    practice.picture.get_rendition("max-1065x1065")
    picture = see("/about/").soup.find("img", class_="opening__picture")

    assert picture["src"] == drawn.url
    assert (picture["width"], picture["height"]) == ("540", "324")


def test_the_worker_draws_what_was_missing_and_only_once(practice):
    for _visitor in range(3):
        see("/about/")
    asked = [specs for key, specs in queued() if key == practice.picture.pk]
    draw_what_is_queued()
    page = see("/about/")
    picture = page.soup.find("img", class_="opening__picture")

    assert len(asked) == 1
    assert EMPTY_FRAME not in page.response.content.decode()
    assert picture["src"].endswith("width-540.jpg")
    assert "fill-1200x630" in page.meta("og:image")


def test_a_kept_page_gets_the_size_that_it_lacks(practice, settings, tmp_path):
    see("/about/")
    draw_what_is_queued()
    PracticeRendition.objects.get(
        image=practice.picture, filter_spec="format-webp|width-720"
    ).delete()
    settings.PAGE_CACHE_DIR = tmp_path
    find_places_anew()
    worker = Worker(tmp_path)
    before = worker.ask("/about/").body.decode()
    is_kept = worker.keeps("/about/")
    with committed():
        draw_what_is_queued()
    after = worker.ask("/about/").body.decode()
    find_places_anew()

    assert is_kept
    assert "format-webp.width-720" not in before
    assert "format-webp.width-720" in after


def test_what_cannot_be_drawn_now_is_tried_again(practice, monkeypatch):
    def fail(name, mode="rb"):
        raise StoreFailure("It is away.")

    monkeypatch.setattr(default_storage, "open", fail)
    draw_sizes.call(practice.picture.pk, ["width-90"])
    with pytest.raises(OSError, match="away"):
        draw_sizes.call(practice.picture.pk, ["width-90"], ATTEMPTS)

    assert queued() == [(practice.picture.pk, ["width-90"], 2)]


def test_an_editor_sees_every_size_at_once(practice, owner):
    page = owner.get(f"/admin/pages/{practice.about.pk}/view_draft/")

    assert page.status_code == 200
    assert EMPTY_FRAME not in page.content.decode()
    assert not queued()


def test_a_command_draws_everything_before_visitors_come(practice):
    call_command("make_pictures", verbosity=0)
    for address in addresses():
        assert EMPTY_FRAME not in see(address).response.content.decode(), address

    assert not queued()
