"""Pages in two languages, each language a site of its own."""

from xml.etree import ElementTree

import pytest
from django.test import Client
from wagtail.models import Locale, Page, Site

from tests.practice import SUMMARY, hide, review
from tests.reading import Seen, see, see_page

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
PATH = "/enfermedades/lupus-eritematoso/"
IN_SPANISH = f"http://es.localhost{PATH}"
LANGUAGES = {
    "en": "http://localhost/conditions/lupus/",
    "es": IN_SPANISH,
    "x-default": "http://localhost/conditions/lupus/",
}


def translate(page: Page, locale: Locale, title: str, slug: str) -> Page:
    """Publish the page in another language, below the translation of its parent."""
    copy = page.copy_for_translation(locale).specific
    copy.title, copy.slug, copy.summary = title, slug, SUMMARY.format(title)
    copy.save_revision().publish()
    return type(copy).objects.get(pk=copy.pk)


@pytest.fixture
def spanish(practice, settings) -> Page:
    """A condition in Spanish, below a list and a home page in Spanish."""
    settings.ALLOWED_HOSTS = ["localhost", "es.localhost"]
    settings.LANGUAGES = [("en", "English"), ("es", "Español")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    locale = Locale.objects.create(language_code="es")
    home = translate(practice.home, locale, "Clínica Brackenfold", "clinica")
    Site.objects.create(
        hostname="es.localhost", port=80, root_page=home, site_name=home.title
    )
    translate(practice.conditions, locale, "Enfermedades", "enfermedades")
    return translate(practice.lupus, locale, "Lupus eritematoso", "lupus-eritematoso")


def see_spanish(address: str) -> Seen:
    return see(address, Client(SERVER_NAME="es.localhost"))


def named_in_head(seen: Seen) -> dict[str, str]:
    """Language → address, as the head of a page says."""
    links = seen.soup.head.find_all("link", hreflang=True)
    assert {tuple(link["rel"]) for link in links} <= {("alternate",)}
    assert len({link["hreflang"] for link in links}) == len(links)
    return {link["hreflang"]: link["href"] for link in links}


def named_in_sitemap(seen: Seen) -> dict[str, dict[str, str]]:
    """Address → language → address, as a sitemap says."""
    root = ElementTree.fromstring(seen.response.content)  # noqa: S314
    return {
        url.find(f"{SITEMAP}loc").text: {
            link.get("hreflang"): link.get("href") for link in url.iter(LINK)
        }
        for url in root
    }


def test_both_pages_name_each_other_and_themselves(practice, spanish):
    assert named_in_head(see_page(practice.lupus)) == LANGUAGES
    assert named_in_head(see_spanish(PATH)) == LANGUAGES


def test_each_sitemap_has_its_own_pages_and_names_the_others(practice, spanish):
    english, other = map(
        named_in_sitemap, (see("/sitemap.xml"), see_spanish("/sitemap.xml"))
    )

    assert english[LANGUAGES["en"]] == other[IN_SPANISH] == LANGUAGES
    assert english["http://localhost/conditions/migraine/"] == {}
    assert {address.split("/")[2] for address in english} == {"localhost"}
    assert len(other) == 3


def test_a_page_in_one_language_names_none(practice, spanish):
    assert named_in_head(see_page(practice.migraine)) == {}
    spanish.delete()
    assert named_in_head(see_page(practice.lupus)) == {}


@pytest.mark.parametrize("way", ["draft", "below private", "noindex", "canonical"])
def test_a_translation_that_no_search_engine_may_keep_is_not_named(
    practice, spanish, way
):
    kept_out = {
        "noindex": {"noindex": True},
        "canonical": {"canonical_url": "https://x.org/"},
    }
    if way in kept_out:
        type(spanish).objects.filter(pk=spanish.pk).update(**kept_out[way])
        assert named_in_head(see_spanish(PATH)) == {}
    else:
        hide(spanish, way)

    assert named_in_head(see_page(practice.lupus)) == {}
    assert named_in_sitemap(see("/sitemap.xml"))[LANGUAGES["en"]] == {}


def test_a_filtered_list_and_its_second_page_name_no_translation(
    practice, spanish, monkeypatch
):
    assert (
        named_in_head(see("/conditions/"))["es"] == "http://es.localhost/enfermedades/"
    )
    monkeypatch.setattr("treatments.models.ConditionIndexPage.page_size", 1)

    assert named_in_head(see("/conditions/?page=2")) == {}
    assert named_in_head(see("/conditions/?body_system=immune")) == {}


def test_a_page_says_in_which_language_it_is(practice, spanish):
    seen = see_spanish(PATH)
    trail = seen.soup.find("nav", attrs={"aria-label": "You are here"})

    assert seen.soup.html["lang"] == "es"
    assert seen.canonical == IN_SPANISH
    assert [link["href"] for link in trail.find_all("a")] == ["/", "/enfermedades/"]
    [graph] = seen.soup.find_all("script", type="application/ld+json")
    assert '"inLanguage":"es"' in graph.string
    assert '"inLanguage":"en"' not in graph.string


def test_each_language_has_its_own_menu_search_feed_and_guide(practice, spanish):
    review(spanish, practice.bela)
    found = see_spanish("/search/?query=lupus")
    feed = see_spanish("/feed.xml").response.content.decode()

    assert "/enfermedades/" in found.links
    assert "/conditions/" not in found.links
    assert PATH in found.links
    assert spanish.title not in see("/search/?query=lupus").words
    assert 'xml:lang="es"' in feed
    assert feed.count("<entry>") == 1
    for address in ("/feed.xml", "/llms.txt"):
        assert spanish.title not in see(address).response.content.decode()
        assert spanish.title in see_spanish(address).response.content.decode()
