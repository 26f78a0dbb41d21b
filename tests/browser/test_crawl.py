"""The whole demo practice as a crawler reads it: each page once, all its links."""

import json
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from tests.browser.nu_checker import complaints, why_there_is_none

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINKS = [("a", "href"), ("link", "href"), ("img", "src"), ("script", "src")]
PICTURES = [("source", "srcset"), ("img", "srcset")]
MOST_CLICKS = 3


class NoRedirects(HTTPRedirectHandler):
    """A link of our own leads straight to where it leads."""

    def redirect_request(self, *args):
        return None


@dataclass
class Crawled:
    """What one address answered, and how many clicks it is from home."""

    url: str
    status: int
    kind: str
    body: bytes
    clicks: int

    def __post_init__(self) -> None:
        is_page = self.kind == "text/html"
        self.soup = BeautifulSoup(self.body, "html.parser") if is_page else None

    def meta(self, name: str) -> str:
        for key in ("name", "property"):
            if found := self.soup.find("meta", attrs={key: name}):
                return found["content"]
        return ""

    @property
    def canonical(self) -> str:
        return self.soup.find("link", rel="canonical")["href"]

    @property
    def graph(self) -> list[dict]:
        """The nodes of structured data on the page."""
        script = self.soup.find("script", type="application/ld+json")
        return json.loads(script.string)["@graph"] if script else []

    @property
    def modified(self) -> str:
        """When the page changed, as its structured data say."""
        dates = (n["dateModified"] for n in self.graph if n["@id"].endswith("#webpage"))
        return next(dates, "")

    @property
    def is_indexable(self) -> bool:
        return bool(self.soup) and "noindex" not in self.meta("robots")

    @property
    def addresses(self) -> Iterator[tuple[str, str]]:
        """Each address on the page, and the place within what it leads to."""
        for name, attribute in LINKS:
            for tag in self.soup.find_all(name, attrs={attribute: True}):
                yield urldefrag(urljoin(self.url, tag[attribute]))
        for name, attribute in PICTURES:
            for tag in self.soup.find_all(name, attrs={attribute: True}):
                for one in tag[attribute].split(","):
                    yield urljoin(self.url, one.split()[0]), ""

    @property
    def places(self) -> set[str]:
        return {"", *(tag["id"] for tag in self.soup.find_all(id=True))}


def ask(url: str, clicks: int = 0) -> Crawled:
    request = Request(url, headers={"User-Agent": "tests"})  # noqa: S310
    try:
        with build_opener(NoRedirects()).open(request, timeout=90) as answer:
            kind = answer.headers.get_content_type()
            return Crawled(url, answer.status, kind, answer.read(), clicks)
    except HTTPError as error:
        return Crawled(url, error.code, "", b"", clicks)


@pytest.fixture(scope="module")
def crawl(practice) -> dict[str, Crawled]:
    """Address → what it answers, the nearest to home first."""
    start = f"{practice.url}/"
    waiting, seen = deque([(start, 0)]), {start}
    found: dict[str, Crawled] = {}
    while waiting:
        url, clicks = waiting.popleft()
        found[url] = one = ask(url, clicks)
        for target, _place in one.addresses if one.soup else ():
            ours = urlsplit(target).netloc == urlsplit(start).netloc
            if ours and target not in seen:
                seen.add(target)
                waiting.append((target, clicks + 1))
    return found


@pytest.fixture(scope="module")
def pages(crawl) -> list[Crawled]:
    """The pages that search engines may keep."""
    return [one for one in crawl.values() if one.is_indexable]


def test_every_link_leads_somewhere_without_a_redirect(crawl):
    wrong = [f"{one.status} {url}" for url, one in crawl.items() if one.status != 200]
    nowhere = [
        f"{one.url} → {target}#{place}"
        for one in crawl.values()
        for target, place in (one.addresses if one.soup else ())
        if place and crawl.get(target) and crawl[target].soup
        if place not in crawl[target].places
    ]

    assert wrong == []
    assert nowhere == []
    assert len([one for one in crawl.values() if one.soup]) > 50


def test_the_sitemap_is_what_search_engines_may_keep(practice, pages):
    root = ElementTree.fromstring(ask(f"{practice.url}/sitemap.xml").body)  # noqa: S314
    listed = {
        entry.find(f"{SITEMAP}loc").text: entry.find(f"{SITEMAP}lastmod").text
        for entry in root
    }

    assert {page.canonical for page in pages} == set(listed)
    for page in pages:
        if page.url in listed:
            told = {page.meta("article:modified_time"), page.modified} - {""}
            assert told == {listed[page.url]}, page.url


def test_no_page_is_far_from_home(pages):
    assert {page.url for page in pages if page.clicks > MOST_CLICKS} == set()


def test_every_page_is_the_only_one_with_its_words_and_its_address(pages):
    titles = Counter(page.soup.title.string for page in pages)
    descriptions = Counter(page.meta("description") for page in pages)

    assert [words for words, count in titles.items() if count > 1] == []
    assert [words for words, count in descriptions.items() if count > 1] == []
    assert [page.url for page in pages if page.canonical != page.url] == []


def test_heads_are_of_a_length_that_is_shown_whole(pages):
    for page in pages:
        assert 10 <= len(page.soup.title.string) <= 60, page.url
        assert 50 <= len(page.meta("description")) <= 160, page.url


def test_every_page_has_one_heading_a_language_and_a_card(pages):
    for page in pages:
        assert len(page.soup.find_all("h1")) == 1, page.url
        assert page.soup.html["lang"] == "en", page.url
        for part in ("title", "description", "image", "url", "type", "site_name"):
            assert page.meta(f"og:{part}"), page.url
        for part in ("card", "title", "description", "image", "image:alt"):
            assert page.meta(f"twitter:{part}"), page.url


def test_breadcrumbs_are_the_same_for_people_machines_and_in_the_address(pages):
    for page in pages:
        trail = page.soup.find("nav", attrs={"aria-label": "You are here"})
        if trail is None or not page.graph:
            continue
        links = trail.find_all("a")
        shown = [*(a.get_text(strip=True) for a in links), trail.select("li")[-1].text]
        told = next(one for one in page.graph if one["@type"] == "BreadcrumbList")
        above = [urlsplit(urljoin(page.url, a["href"])).path for a in links]
        parts = urlsplit(page.url).path.strip("/").split("/")
        steps = ["/", *(f"/{'/'.join(parts[:n])}/" for n in range(1, len(parts)))]

        assert [one["name"] for one in told["itemListElement"]] == [
            words.strip() for words in shown
        ]
        assert above == steps, page.url


def test_the_feed_and_the_guide_lead_to_pages(practice, crawl, pages):
    known = {page.url for page in pages}
    feed = ElementTree.fromstring(ask(f"{practice.url}/feed.xml").body)  # noqa: S314
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")

    assert {entry.find(f"{atom}link").get("href") for entry in entries} <= known
    assert any("Unproven" in entry.find(f"{atom}content").text for entry in entries)
    guide = ask(f"{practice.url}/llms.txt").body.decode()
    for url in known - {f"{practice.url}/"}:
        assert f"{url}page.md" in guide


def test_the_checker_of_html_has_nothing_to_say(crawl, tmp_path):
    if reason := why_there_is_none():
        pytest.skip(reason)
    pages = {url: one.body for url, one in crawl.items() if one.soup}

    assert complaints(pages, tmp_path) == []
