"""What robots and sitemaps say to crawlers."""

from datetime import datetime, timedelta
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import PracticeRendition, StandardPage
from home.robots import validate_robots
from tests.filling import add_full
from tests.practice import WAYS_TO_HIDE, add_page, hide
from tests.reading import our_page_models, see, see_page
from treatments.models import ConditionPage

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
OF_ALL = 6  # site, root paths, private paths, sizes of pictures, which page has which


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


@pytest.mark.parametrize(
    "kept_out", [{"noindex": True}, {"canonical_url": "https://example.org/"}]
)
def test_a_page_that_is_kept_out_of_search_engines_is_not_in_it(practice, kept_out):
    type(practice.lupus).objects.filter(pk=practice.lupus.pk).update(**kept_out)

    assert whole(practice.lupus) not in read_sitemap()
    assert whole(practice.migraine) in read_sitemap()


def test_a_page_that_is_kept_out_says_so_itself(practice):
    practice.lupus.noindex = True
    practice.lupus.save_revision().publish()

    assert see_page(practice.lupus).meta("robots") == "noindex"
    assert practice.lupus.get_url() in see("/search/?query=lupus").links


def test_a_copy_that_follows_another_page_is_not_in_it(practice):
    copy = practice.about.create_alias(update_slug="about-us")

    assert whole(copy) not in read_sitemap()
    assert see(copy.get_url()).canonical == whole(practice.about)


def test_the_sitemap_names_pictures_that_are_on_the_page(practice):
    page = add_full(StandardPage, practice.about, practice)
    see_page(page)
    response = see("/sitemap.xml").response
    root = ElementTree.fromstring(response.content)  # noqa: S314
    [entry] = [one for one in root if one.find(f"{SITEMAP}loc").text == whole(page)]
    named = [one.text for one in entry.iter(f"{IMAGE}loc")]

    assert named
    for address in named:
        path = address.removeprefix("http://localhost")
        assert path in see_page(page).response.content.decode()
        assert see(path).response.status_code == 200


def test_the_sitemap_makes_no_picture_and_asks_little(practice):
    for number in range(30):
        add_page(
            practice.conditions,
            ConditionPage,
            f"Rash {number}",
            body=[],
            image=practice.picture,
        )
    before = PracticeRendition.objects.count()
    with CaptureQueriesContext(connection) as captured:
        assert len(read_sitemap()) > 30

    assert PracticeRendition.objects.count() == before
    assert len(captured) <= len(our_page_models()) + OF_ALL


def test_a_long_list_comes_in_parts(practice, monkeypatch):
    monkeypatch.setattr("home.sitemaps.PageSitemap.limit", 5)
    root = ElementTree.fromstring(see("/sitemap.xml").response.content)  # noqa: S314
    parts = [one.text for one in root.iter(f"{SITEMAP}loc")]
    found = [
        loc.text
        for part in parts
        for loc in ElementTree.fromstring(  # noqa: S314
            see(part.removeprefix("http://localhost")).response.content
        ).iter(f"{SITEMAP}loc")
    ]

    assert root.tag == f"{SITEMAP}sitemapindex"
    assert len(parts) > 2
    assert len(found) == len(set(found)) == Page.objects.live().count() - 1
    assert "." not in root.find(f"{SITEMAP}sitemap/{SITEMAP}lastmod").text
    assert (
        see(f"{parts[-1]}9".removeprefix("http://localhost")).response.status_code
        == 404
    )


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


GOOD_RULES = [
    "User-agent: *\nDisallow: /admin/\nDisallow: /documents/\nCrawl-delay: 5",
    "# Words of ours\nuser-agent: FernBot\ndisallow: /",
]
BAD_RULES = {
    "Disallow: /admin/": "The first rule",
    "User-agent: *\nDisallow: /": "close /",
    "User-agent: *\nDisallow: /search": "close /search/",
    "User-agent: *\nHide: /admin/": "Line 2 is no rule",
    "User-agent: *\nSitemap: https://example.org/": "Line 2: the sitemap",
    "User-agent: *\nDisallow /admin/": "Line 2 is no rule",
}


@pytest.mark.parametrize("rules", GOOD_RULES)
def test_an_owner_s_rules_are_told_with_the_sitemap(practice, rules):
    practice.settings.robots = rules
    practice.settings.full_clean()
    practice.settings.save()
    text = see("/robots.txt").response.content.decode()

    assert text == f"{rules}\n\nSitemap: http://localhost/sitemap.xml\n"


@pytest.mark.parametrize("rules", BAD_RULES)
def test_rules_that_hide_the_site_or_say_nothing_are_refused(rules):
    with pytest.raises(ValidationError, match=BAD_RULES[rules]):
        validate_robots(rules)


def test_owners_edit_the_rules_and_editors_do_not(owner, editor, practice):
    address = reverse(
        "wagtailsettings:edit", args=["home", "practicesettings", practice.site.pk]
    )

    assert 'name="robots"' in owner.get(address).content.decode()
    assert editor.get(address).status_code in (302, 403)


@pytest.mark.parametrize("address", ["/robots.txt", "/sitemap.xml", "/feed.xml"])
def test_what_crawlers_read_sets_no_cookie(practice, address):
    assert not see(address).response.cookies
