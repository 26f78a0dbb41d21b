"""The same page in other languages, for search engines."""

from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page, Site
from wagtail.query import PageQuerySet

DEFAULT = "x-default"


class Translation(NamedTuple):
    """A language as `hreflang` names it, and the whole address of the page in it."""

    language: str
    url: str


def are_there_languages() -> bool:
    """Whether the site can have pages in more than one language."""
    return len(settings.WAGTAIL_CONTENT_LANGUAGES) > 1


class Addresses:
    """Whole addresses of pages from their path in the tree, without a query for each."""

    def __init__(self) -> None:
        # The longest path first: one site may stand within another.
        roots = sorted(
            Site.get_site_root_paths(), key=lambda root: -len(root.root_path)
        )
        self._roots = [
            (root.root_path, f"{root.root_url}{_prefix(root.language_code)}")
            for root in roots
        ]

    def of(self, url_path: str) -> str:
        """The address of the page at this path; "" where no site shows it."""
        for path, address in self._roots:
            if url_path.startswith(path):
                return address + url_path[len(path) :]
        return ""


def _prefix(language: str) -> str:
    with translation.override(language):
        return reverse("wagtail_serve", args=[""])


def in_order(pages: dict[str, str]) -> list[Translation]:
    """Language → address as links name them, with the default; none for one language."""
    if len(pages) < 2:
        return []
    found = [Translation(language, url) for language, url in sorted(pages.items())]
    default = pages.get(Locale.get_default().language_code, found[0].url)
    return [*found, Translation(DEFAULT, default)]


def translations_of(page: Page, indexable: PageQuerySet) -> list[Translation]:
    """This page in each language in which search engines may keep it.

    `indexable` holds the pages of its type that they may keep.
    """
    twins = indexable.filter(translation_key=page.translation_key)
    rows = twins.values_list("pk", "locale__language_code", "url_path")
    if page.pk not in {pk for pk, _language, _path in rows}:
        return []
    addresses = Addresses()
    found = {language: addresses.of(path) for _pk, language, path in rows}
    return in_order({language: url for language, url in found.items() if url})
