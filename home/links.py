"""Links from text to pages, looked up once for a whole page of text."""

import re
from collections.abc import Iterator

from asgiref.local import Local
from django.utils.html import escape
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from home.site import PracticeSite

LINK = re.compile(r"<a\b[^>]*>")
PAGE_ID = re.compile(r"""\bid=["'](\d+)["']""")

# What the text now being rendered may link to; a link handler is given no request.
_shown = Local()


def remember_links(page: Page, site: PracticeSite) -> None:
    """Look up every page that the texts of this page link to: at most one query."""
    keys = {key for text in texts_of(page) for key in _linked_ids(text)}
    linked = site.keep_many("linked pages", keys, Page.objects.in_bulk)
    _shown.pages = {str(key): one for key, one in linked.items()}
    _shown.site = site


def address_of(page: Page) -> str:
    """The address of a page that the text now being rendered leads to; "" for none."""
    site = getattr(_shown, "site", None)
    return page.get_url(site.request if site else None) or ""


def texts_of(page: Page) -> Iterator[str]:
    """Every text of a page's own columns as it is stored, in their order."""
    for field in page._meta.concrete_fields:
        if isinstance(field, RichTextField):
            yield getattr(page, field.attname)
        elif isinstance(field, StreamField):
            yield from _strings(list(getattr(page, field.attname).raw_data))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _linked_ids(text: str) -> list[int]:
    anchors = (link for link in LINK.findall(text) if 'linktype="page"' in link)
    found = (PAGE_ID.search(anchor) for anchor in anchors)
    return [int(match[1]) for match in found if match]


class VisiblePageLinkHandler(PageLinkHandler):
    """Links to what a visitor may see; a link to anything else is plain text."""

    @classmethod
    def get_many(cls, attrs_list):
        known = getattr(_shown, "pages", {})
        keys = [attrs.get("id", "") for attrs in attrs_list]
        missing = [key for key in keys if key.isdigit() and key not in known]
        if missing:
            found = Page.objects.in_bulk(missing)
            known = known | {str(key): page for key, page in found.items()}
        return [known.get(key) for key in keys]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [cls._anchor(page) for page in cls.get_many(attrs_list)]

    @staticmethod
    def _anchor(page: Page | None) -> str:
        site = getattr(_shown, "site", None)
        if page is None or not (site.shows(page) if site else page.live):
            return "<a>"
        url = page.get_url(site.request if site else None)
        return f'<a href="{escape(url)}">' if url else "<a>"
