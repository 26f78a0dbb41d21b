"""What search engines and social networks read on each page."""

from collections import Counter
from datetime import datetime
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from home.metadata import TITLE_LENGTH
from home.models import HomePage
from team.models import ClinicianPage
from tests.practice import NAME, add_clinician, add_page
from tests.reading import see, see_page
from treatments.models import ConditionPage

COMPLETE = [
    "description",
    "og:title",
    "og:description",
    "og:image",
    "og:image:width",
    "og:image:height",
    "og:image:type",
    "og:image:alt",
    "og:url",
    "og:type",
    "og:site_name",
    "og:locale",
    "twitter:card",
    "twitter:title",
    "twitter:description",
    "twitter:image",
    "twitter:image:alt",
]


def test_every_page_has_each_piece_of_metadata_once(seen):
    metas = seen.soup.find_all("meta")
    names = Counter(meta.get("name") or meta.get("property") for meta in metas)

    assert {name: names[name] for name in COMPLETE} == dict.fromkeys(COMPLETE, 1)


def test_no_meta_element_is_empty(seen):
    for meta in seen.soup.find_all("meta"):
        assert meta.get("charset") or meta["content"].strip() not in (
            "",
            "@",
            "None",
        ), meta


def test_the_title_names_the_page_and_the_practice_once(seen):
    titles = seen.soup.head.find_all("title")

    assert len(titles) == 1
    has_room = len(f"{seen.page.title} · {NAME}") <= TITLE_LENGTH
    assert titles[0].string.count(NAME) == has_room or seen.page.seo_title
    if not isinstance(seen.page, HomePage):
        assert seen.page.title in titles[0].string


def test_the_canonical_address_is_the_page_s_own(seen):
    assert len(seen.soup.find_all("link", rel="canonical")) == 1
    assert seen.canonical == f"http://localhost{seen.page.get_url()}"
    assert seen.meta("og:url") == seen.canonical


def test_people_and_crawlers_read_one_description(seen):
    expected = seen.page.search_description or seen.page.summary
    shared = seen.meta("og:description")

    assert seen.meta("description") == expected
    # A notice stands before it, or after it on pages that only name such a use.
    assert expected in shared
    assert seen.page.public_notice in shared
    assert seen.meta("twitter:description") == shared


def test_the_card_is_large_and_names_no_unknown_account(seen):
    assert seen.meta("twitter:card") == "summary_large_image"
    assert seen.meta("twitter:site") is None


def test_the_language_is_given_with_its_territory(seen):
    assert seen.meta("og:locale") == "en_US"


def test_the_share_picture_is_as_large_as_it_says(seen):
    address = seen.meta("og:image")
    path = urlsplit(address).path

    assert address.startswith("http://localhost/")
    assert seen.meta("twitter:image") == address
    assert seen.meta("og:image:type") in ("image/jpeg", "image/png")
    assert "original" not in path
    if path.startswith("/media/"):
        with default_storage.open(path.removeprefix("/media/")) as file:
            picture = Image.open(BytesIO(file.read()))
        assert picture.size == (1200, 630)
        assert Image.MIME[picture.format] == seen.meta("og:image:type")
    assert (seen.meta("og:image:width"), seen.meta("og:image:height")) == (
        "1200",
        "630",
    )
    assert len(seen.meta("og:image:alt")) <= 420


def test_a_page_that_lists_nothing_filtered_may_be_indexed(seen):
    assert "noindex" not in (seen.meta("robots") or "")


def test_every_page_names_the_feed_and_an_icon(seen):
    feed = seen.soup.find("link", type="application/atom+xml")

    assert feed["href"].endswith("/feed.xml")
    assert feed["rel"] == ["alternate"]
    assert seen.soup.find("link", rel="icon")


def test_an_author_is_named_by_an_address(seen):
    author = seen.meta("article:author")
    if author is not None:
        assert urlsplit(author).scheme in ("http", "https")
        assert urlsplit(author).netloc


def test_an_article_says_when_it_was_written(practice):
    seen = see_page(practice.news)

    assert seen.meta("og:type") == "article"
    assert seen.meta("article:author") == f"http://localhost{practice.ada.get_url()}"
    for name in ("article:published_time", "article:modified_time"):
        assert datetime.fromisoformat(seen.meta(name)).tzinfo


def test_a_clinician_s_page_is_a_profile(practice):
    assert see_page(practice.ada).meta("og:type") == "profile"


@pytest.mark.parametrize(
    "title",
    [
        "</title><script>alert(1)</script>",
        "She said \"aches\" & 'pains' <b>",
        "Ferns 🌿 and ﬂuﬀ \u202e",
    ],
)
def test_signs_in_a_title_stay_text(practice, title):
    page = add_page(practice.conditions, ConditionPage, title, slug="odd", body=[])
    seen = see_page(page)

    assert seen.soup.title.string == f"{title} · {NAME}"
    assert seen.meta("og:title") == seen.soup.title.string
    assert seen.soup.h1.get_text(strip=True) == title.strip()
    assert "<script>alert" not in seen.response.content.decode()


def test_signs_in_the_practice_s_name_stay_text(practice):
    practice.site.site_name = "Ferns</title><script>x</script>"
    practice.site.save()
    seen = see_page(practice.lupus)

    assert seen.meta("og:site_name") == practice.site.site_name
    assert "<script>x" not in seen.response.content.decode()


def test_the_editor_s_own_title_and_description_come_first(practice):
    page = practice.lupus
    page.seo_title, page.search_description = "Own title", "Own description"
    page.save()
    seen = see_page(page)

    assert seen.soup.title.string == "Own title"
    assert seen.meta("og:title") == "Own title"
    assert seen.meta("description") == "Own description"


def test_the_second_page_of_a_list_is_a_page_of_its_own(practice, monkeypatch):
    monkeypatch.setattr("team.models.TeamIndexPage.page_size", 1)
    seen = see_page(practice.team, "?page=2")

    assert seen.canonical == f"http://localhost{practice.team.get_url()}?page=2"
    assert seen.meta("og:url") == seen.canonical
    assert seen.soup.title.string != see_page(practice.team).soup.title.string
    assert " ".join(seen.soup.h1.text.split()) == f"{practice.team.title} · page 2"
    assert "noindex" not in (seen.meta("robots") or "")


def test_a_filtered_list_is_not_indexed(practice):
    seen = see_page(practice.team, "?language=en")

    assert "noindex" in seen.meta("robots")
    assert practice.ada.get_url() in seen.links


def test_an_unknown_filter_changes_nothing(practice):
    seen = see_page(practice.team, "?language=xx&colour=green")

    assert "noindex" not in (seen.meta("robots") or "")
    assert {practice.ada.get_url(), practice.bela.get_url()} <= seen.links


@pytest.mark.parametrize("address", ["/search/", "/search/?query=lupus", "/nowhere/"])
def test_search_and_errors_are_not_indexed(practice, address):
    assert "noindex" in see(address).meta("robots")


def test_a_picture_of_the_page_is_its_share_picture(practice):
    ada = add_clinician(practice.team, "Cora", "Linden", image=practice.picture)
    seen = see_page(ada)

    assert ClinicianPage.objects.get(pk=ada.pk).image == practice.picture
    assert "fill-1200x630" in seen.meta("og:image")
    assert seen.meta("og:image:alt") == practice.picture.description
    assert seen.meta("og:image:type") == "image/jpeg"
