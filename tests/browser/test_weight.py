"""What a phone has to load for a first look at a page: little, and from here only."""

import pytest
from playwright.sync_api import Response

from tests.browser.addresses import ALL, PAGE_TYPES
from tests.browser.reading import PHONE

PHONE_390 = PHONE | {"viewport": {"width": 390, "height": 844}}
KB = 1024
MOST = 120 * KB
MOST_OF = {"stylesheet": 10 * KB, "script": 3 * KB}
MOST_REQUESTS = 5  # page, style, script, first picture, one more
# What is drawn before the reader scrolls must not wait, and must not move the rest.
PICTURES = """() => [...document.images].map((one) => ({
  source: one.currentSrc, lazy: one.loading === "lazy",
  first: one.fetchPriority === "high", face: one.classList.contains("portrait"),
  sized: one.hasAttribute("width") && one.hasAttribute("height"),
  spare: one.naturalWidth / (one.clientWidth * devicePixelRatio || 1),
}))"""
PERHAPS_TWICE = 2  # as wide as it is drawn; the sizes are made in steps of about two


@pytest.fixture
def first_look(open_window):
    """Loads a page as a phone does that knows nothing of the site."""

    def look(path: str) -> tuple[list[Response], list[dict]]:
        page = open_window(**PHONE_390).new_page()
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(path, wait_until="networkidle")
        return answers, page.evaluate(PICTURES)

    return look


def size(answer: Response) -> int:
    return answer.request.sizes()["responseBodySize"]


@pytest.mark.parametrize("path", ALL.values(), ids=ALL.keys())
def test_a_page_is_light_on_a_phone(first_look, path):
    answers, pictures = first_look(path)
    # Who works here is shown however many they are.
    faces = {one["source"] for one in pictures if one["lazy"] and one["face"]}
    sizes = {one.url: size(one) for one in answers}

    assert sum(sizes.values()) <= MOST, sizes
    assert len(sizes.keys() - faces) <= MOST_REQUESTS, sizes
    for kind, most in MOST_OF.items():
        loaded = [one for one in answers if one.request.resource_type == kind]
        assert loaded
        assert sum(map(size, loaded)) <= most, kind


@pytest.mark.parametrize("path", PAGE_TYPES.values(), ids=PAGE_TYPES.keys())
def test_pictures_have_their_place_and_their_turn(first_look, path):
    _answers, pictures = first_look(path)

    assert all(one["sized"] for one in pictures)
    assert sum(one["first"] for one in pictures) <= 1
    assert not any(one["first"] and one["lazy"] for one in pictures)
    shown = [
        one for one in pictures if one["source"] and not one["source"].endswith("svg")
    ]
    assert all(one["spare"] <= PERHAPS_TWICE for one in shown), shown
