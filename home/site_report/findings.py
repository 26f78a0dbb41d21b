"""Every finding about the whole site, page by page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from home.models import BasePage
from home.models.base import our_page_types
from home.site import PracticeSite
from home.site_report.links import LinkMap
from home.site_report.stored_links import StoredLinks

MOST_CLICKS = 3


# What is wrong, the worst first: key → words.
KINDS = {
    "broken_link": _("Broken link"),
    "orphan": _("Not linked from any page"),
    "too_deep": _("More than three clicks from home"),
    "missing_title": _("No title"),
    "duplicate_title": _("Title used twice"),
    "missing_description": _("No description"),
    "duplicate_description": _("Description used twice"),
}


@dataclass(frozen=True)
class Finding:
    """Something about one page that somebody should mend."""

    kind: str
    page: BasePage
    detail: str = ""

    @property
    def label(self) -> str:
        return str(KINDS[self.kind])

    @property
    def type_name(self) -> str:
        return capfirst(self.page._meta.verbose_name)


def find_faults(request: HttpRequest) -> list[Finding]:
    """Look at every visible page of a site: queries for page types, not for pages."""
    site = PracticeSite.for_request(request)
    pages = [
        page
        for model in our_page_types()
        for page in site.visible(model.objects.descendant_of(site.site.root_page, True))
    ]
    for page in pages:
        page.practice_site = site
    found = [*_in_texts(pages, site), *_in_the_map(pages, site), *_in_heads(pages)]
    order = list(KINDS)
    return sorted(found, key=lambda one: (order.index(one.kind), one.page.path))


def _in_texts(pages: list[BasePage], site: PracticeSite) -> Iterator[Finding]:
    links = StoredLinks(pages, site)
    for page in pages:
        for words, target in links.broken_on(page):
            told = __("“%(words)s” leads to %(target)s")
            told %= {"words": words, "target": target}
            yield Finding("broken_link", page, told)


def _in_the_map(pages: list[BasePage], site: PracticeSite) -> Iterator[Finding]:
    link_map = LinkMap(pages, site)
    orphans = {page.pk for page in link_map.orphans()}
    clicks = link_map.clicks_from_home()
    for page in pages:
        count = clicks.get(page.pk)
        if page.pk in orphans:
            yield Finding("orphan", page)
        elif count is None:
            told = __("Only pages that nothing leads to lead here.")
            yield Finding("orphan", page, told)
        elif count > MOST_CLICKS:
            told = __("%(count)d clicks") % {"count": count}
            yield Finding("too_deep", page, told)


HEADS = {"title": "seo_pagetitle", "description": "seo_description"}


def _in_heads(pages: list[BasePage]) -> Iterator[Finding]:
    shown = [page for page in pages if page.is_indexable]
    for part, name in HEADS.items():
        words = {page.pk: (getattr(page, name) or "").strip() for page in shown}
        used = Counter(words.values())
        for page in shown:
            if not words[page.pk]:
                yield Finding(f"missing_{part}", page)
            elif used[words[page.pk]] > 1:
                yield Finding(f"duplicate_{part}", page, words[page.pk])
