"""Links in the texts of pages that lead nowhere."""

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from home.links import texts_of
from home.models import BasePage
from home.redirects import answers, local_path, one_form
from home.site import PracticeSite

ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.S)
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
TAG = re.compile(r"<[^>]+>")


class StoredLinks:
    """Tells of each page which links in its texts are broken; asks once for all."""

    def __init__(self, pages: Iterable[BasePage], site: PracticeSite) -> None:
        self.site = site
        self._visible = {str(page.pk) for page in pages}
        titles = Page.objects.values_list("pk", "title")
        self._titles = {str(pk): title for pk, title in titles}
        keys = get_document_model().objects.values_list("pk", flat=True)
        self._documents = {str(key) for key in keys}
        self._known: dict[str, bool] = {}

    def broken_on(self, page: BasePage) -> Iterator[tuple[str, str]]:
        """The words of each broken link, and where it was meant to lead."""
        for text in texts_of(page):
            for attributes, words in ANCHOR.findall(text):
                target = self._lost(dict(ATTRIBUTE.findall(attributes)))
                if target is not None:
                    yield html.unescape(TAG.sub("", words)).strip(), target
            if text.startswith("http") and self._is_lost(text):
                yield "", text

    def _lost(self, link: dict[str, str]) -> str | None:
        """Where a link was meant to lead; None where it does."""
        key = link.get("id", "")
        if link.get("linktype") == "page":
            return None if key in self._visible else self._unseen(key)
        if link.get("linktype") == "document":
            return None if key in self._documents else _("something that was deleted")
        address = html.unescape(link.get("href", ""))
        return address if self._is_lost(address) else None

    def _unseen(self, key: str) -> str:
        title = self._titles.get(key)
        if title is None:
            return _("something that was deleted")
        return _("“%(page)s”, which visitors cannot see") % {"page": title}

    def _is_lost(self, address: str) -> bool:
        """Whether this is an address of our own at which nothing is."""
        plain = urldefrag(address).url
        if not plain.startswith(("/", "http://", "https://")):
            return False
        path = local_path(plain, self.site.root_url)
        if path is None or "." in path.rsplit("/", 1)[-1]:
            return False
        if path not in self._known:
            self._known[path] = answers(one_form(path), self.site)
        return not self._known[path]
