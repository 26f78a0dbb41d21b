"""What is not public is in nothing that the public is given."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.practice import WAYS_TO_HIDE, hide
from tests.reading import see

# Two words, so that a search for one of them must not bring the other.
ASKED, SECRET = "quellwort", "vornikel"
HIDDEN = ["lupus", "tablets", "stem_cells", "ada", "news", "about", "matrix"]
QUERIES = [ASKED, "quellwart", "quel", "lupus"]
FILES = ["/feed.xml", "/sitemap.xml", "/llms.txt", "/robots.txt"]


def tell_the_secret(page) -> None:
    page.title = page.draft_title = f"{ASKED} {SECRET}"
    page.summary = f"{ASKED} and {SECRET}: a sentence that only staff may read today."
    page.seo_title = f"{SECRET} for search engines"
    if hasattr(page, "also_known_as"):
        page.also_known_as = [f"{ASKED} {SECRET}"]
    if hasattr(page, "family_name"):
        page.given_name, page.family_name = ASKED, SECRET


def hide_in_this_way(page, way: str) -> None:
    if way in WAYS_TO_HIDE:
        hide(page, way)
    elif way == "password":
        PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.PASSWORD, password=ASKED
        )
    else:
        page.unpublish()
        if way == "scheduled":
            page.go_live_at = timezone.now() + timedelta(days=1)
            page.save_revision().publish()


def public_addresses(practice) -> list[str]:
    pages = Page.objects.filter(path__startswith=practice.home.path).order_by("path")
    addresses = [page.get_url() for page in pages]
    twins = [f"{address}page.md" for address in addresses]
    searches = [f"/search/?query={query}" for query in QUERIES]
    suggestions = [f"/search/suggest/?q={query}" for query in QUERIES]
    return [*addresses, *twins, *searches, *suggestions, *FILES]


def where_it_is_told(practice) -> set[str]:
    return {
        address
        for address in public_addresses(practice)
        if SECRET in see(address).response.content.decode().lower()
    }


def test_what_is_public_is_told_in_all_these_places(practice):
    for name in HIDDEN:
        page = getattr(practice, name)
        tell_the_secret(page)
        page.save_revision().publish()
    told = where_it_is_told(practice)

    assert {"/", "/conditions/lupus/", "/team/", "/feed.xml", "/llms.txt"} <= told
    assert f"/search/?query={ASKED}" in told
    assert f"/search/suggest/?q={ASKED}" in told
    assert "/conditions/lupus/page.md" in told


@pytest.mark.parametrize(
    "way", ["draft", "private", "password", "expired", "scheduled"]
)
def test_what_is_hidden_is_told_nowhere(practice, way):
    for name in HIDDEN:
        page = getattr(practice, name)
        tell_the_secret(page)
        page.save_revision().publish()
    for name in HIDDEN:
        hide_in_this_way(getattr(practice, name), way)

    assert where_it_is_told(practice) == set()


def test_a_draft_of_a_public_page_is_told_nowhere(practice):
    for name in HIDDEN:
        page = getattr(practice, name)
        tell_the_secret(page)
        page.save_revision()

    assert where_it_is_told(practice) == set()


@pytest.mark.parametrize("way", ["draft", "private", "expired"])
def test_a_page_below_a_hidden_one_does_not_name_it(practice, way):
    tell_the_secret(practice.stem_cells)
    practice.stem_cells.save_revision().publish()
    child = practice.stem_cells_for_lupus
    assert SECRET in see(child.get_url()).response.content.decode()
    hide_in_this_way(practice.stem_cells, way)

    assert SECRET not in see(child.get_url()).response.content.decode()
