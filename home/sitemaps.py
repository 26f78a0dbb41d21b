"""The list of pages for crawlers, made from columns: no page is loaded for it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.contrib.sitemaps.views import index
from django.contrib.sitemaps.views import sitemap as one_sitemap
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page, ReferenceIndex

from home.changes.reading import note_pages
from home.metadata import SHARE_IMAGE_SPEC
from home.models import PracticeImage, PracticeRendition
from home.models.base import our_page_types
from home.models.crawled import indexable
from home.site import PracticeSite
from home.templatetags.practice import to_the_second
from home.translations import Addresses, Translation, are_there_languages, in_order

SECTION = "pages"
COLUMNS = ["pk", "path", "url_path", "last_published_at", "image_id"]
COLUMNS += ["translation_key", "locale__language_code"]


class Entry(NamedTuple):
    """A page that any visitor and any search engine may see."""

    pk: int
    path: str
    url_path: str
    changed: datetime | None
    image: int | None
    key: object
    language: str


def indexable_entries(site: PracticeSite) -> list[Entry]:
    """Every page of the site, and of its other languages: a query for each page type."""
    root = site.site.root_page
    found: list[Entry] = []
    for model in our_page_types():
        pages = indexable(model, site)
        if not are_there_languages():
            pages = pages.descendant_of(root, inclusive=True)
        found += map(Entry._make, pages.values_list(*COLUMNS))
    note_pages(entry.pk for entry in found)
    return sorted(found, key=lambda entry: entry.path)


class Pictures:
    """The pictures of all pages in sizes that exist already: two queries."""

    def __init__(self) -> None:
        sizes = (
            PracticeRendition.objects.filter(filter_spec__contains="format-jpeg")
            # The share card is no picture of the page.
            .exclude(filter_spec=SHARE_IMAGE_SPEC)
            .order_by("width")
        )
        self._files = dict(sizes.values_list("image_id", "file"))
        rows = ReferenceIndex.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            to_content_type=ContentType.objects.get_for_model(PracticeImage),
        ).exclude(model_path="og_image")
        self._in_text: dict[str, list[int]] = defaultdict(list)
        for page, image in rows.values_list("object_id", "to_object_id"):
            self._in_text[page].append(int(image))

    def of(self, entry: Entry) -> list[str]:
        """The addresses of a page's pictures, the one beside its title first."""
        keys = dict.fromkeys([entry.image, *self._in_text.get(str(entry.pk), [])])
        files = (self._files.get(key) for key in keys)
        return [default_storage.url(file) for file in files if file]


class PageSitemap(Sitemap):
    """Every page of one site that any visitor may see now, and search engines too."""

    limit = 50_000

    @cached_property
    def site(self) -> PracticeSite:
        return PracticeSite.for_request(self.request)

    @cached_property
    def entries(self) -> list[Entry]:
        return indexable_entries(self.site)

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses()

    def items(self) -> list[Entry]:
        own = f"{self.site.root_url}/"
        at = self.addresses.of
        return [entry for entry in self.entries if at(entry.url_path).startswith(own)]

    def get_latest_lastmod(self) -> datetime | None:
        return _latest(self.items())

    def _urls(self, page, protocol, domain):
        entries = self.paginator.page(page).object_list
        self.latest_lastmod = _latest(entries)
        return list(self._told(entries))

    def _told(self, entries: Iterable[Entry]) -> Iterator[str]:
        """An element for each page: there are thousands, so no template writes them."""
        pictures = Pictures()
        languages = self._languages()
        for entry in entries:
            changed = to_the_second(entry.changed) if entry.changed else ""
            yield "".join(
                [
                    f"<url><loc>{escape(self.addresses.of(entry.url_path))}</loc>",
                    f"<lastmod>{changed}</lastmod>" if changed else "",
                    *(
                        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" '
                        f'href="{escape(url)}"/>'
                        for language, url in languages.get(entry.key, [])
                    ),
                    *(
                        "<image:image><image:loc>"
                        f"{escape(self.site.absolute_url(picture))}"
                        "</image:loc></image:image>"
                        for picture in pictures.of(entry)
                    ),
                    "</url>\n",
                ]
            )

    def _languages(self) -> dict[object, list[Translation]]:
        """Translation key → the page in each of its languages."""
        if not are_there_languages():
            return {}
        found: dict[object, dict[str, str]] = defaultdict(dict)
        for entry in self.entries:
            if url := self.addresses.of(entry.url_path):
                found[entry.key][entry.language] = url
        return {key: in_order(pages) for key, pages in found.items()}


def _latest(entries: Iterable[Entry]) -> datetime | None:
    moments = (entry.changed for entry in entries if entry.changed)
    latest = max(moments, default=None)
    return latest and latest.replace(microsecond=0)


def sitemap(request: HttpRequest) -> HttpResponse:
    """The whole list, or past 50,000 addresses the list of its parts."""
    sitemaps = {SECTION: PageSitemap(request)}
    if sitemaps[SECTION].paginator.num_pages > 1:
        return index(request, sitemaps, sitemap_url_name="sitemap_part")
    return one_sitemap(request, sitemaps)


def sitemap_part(request: HttpRequest, section: str) -> HttpResponse:
    """A part of a list that is too long for one file; `p` says which."""
    return one_sitemap(request, {SECTION: PageSitemap(request)}, section=section)
