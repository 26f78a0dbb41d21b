"""What robots and sitemaps say to crawlers."""

from datetime import datetime, timedelta
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Page

from tests.practice import WAYS_TO_HIDE, hide
from tests.reading import see

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read_sitemap() -> dict[str, str]:
    """Address → when the page was last changed."""
    response = see("/sitemap.xml").response
    assert response.status_code == 200
    root = ElementTree.fromstring(response.content)  # noqa: S314
    assert root.tag == f"{SITEMAP}urlset"
    return {
        url.find(f"{SITEMAP}loc").text: url.find(f"{SITEMAP}lastmod").text
        for url in root.iter(f"{SITEMAP}url")
    }


def whole(page) -> str:
    return f"http://localhost{page.get_url()}"


def test_every_live_page_is_in_the_sitemap_once(practice):
    names = ["home", "treatments", "tablets", "stem_cells_for_lupus", "lupus", "ada"]
    names += ["fern_street", "news", "privacy", "evidence", "contact", "about"]

    assert {whole(getattr(practice, name)) for name in names} <= set(read_sitemap())
    assert len(read_sitemap()) == Page.objects.filter(live=True, depth__gt=1).count()


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_a_hidden_page_is_not_in_the_sitemap(practice, way):
    hide(practice.lupus, way)

    assert whole(practice.lupus) not in read_sitemap()
    assert whole(practice.tablets) in read_sitemap()


def test_search_and_errors_are_not_in_the_sitemap(practice):
    assert not [address for address in read_sitemap() if "search" in address]


def test_every_address_in_the_sitemap_answers(practice):
    for address in read_sitemap():
        assert see(address.removeprefix("http://localhost")).response.status_code == 200


def test_the_sitemap_tells_when_each_page_was_changed(practice):
    long_ago = timezone.now() - timedelta(days=400)
    type(practice.lupus).objects.update(last_published_at=long_ago)
    changed = datetime.fromisoformat(read_sitemap()[whole(practice.lupus)])

    assert changed == long_ago.replace(microsecond=0)


def test_robots_may_go_everywhere_but_to_the_editor(practice):
    response = see("/robots.txt").response
    robots = RobotFileParser()
    robots.parse(response.content.decode().splitlines())

    assert response["Content-Type"].startswith("text/plain")
    for address in (
        "/",
        "/conditions/lupus/",
        "/search/?query=x",
        "/feed.xml",
        "/media/a.jpg",
    ):
        assert robots.can_fetch("AnyBot", f"http://localhost{address}")
    assert not robots.can_fetch("AnyBot", "http://localhost/admin/pages/")
    assert robots.site_maps() == ["http://localhost/sitemap.xml"]


@pytest.mark.parametrize("address", ["/robots.txt", "/sitemap.xml", "/feed.xml"])
def test_what_crawlers_read_sets_no_cookie(practice, address):
    assert not see(address).response.cookies
