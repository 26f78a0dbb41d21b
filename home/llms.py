"""A short guide to the site for machines that read text.

Source: https://llmstxt.org, a proposal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.cards import describe
from home.models import BasePage, IndexPage
from home.models.base import our_page_types
from home.models.crawled import indexable
from home.site import PracticeSite

# Of each kind; the sitemap has all of them.
MOST = 300


@dataclass
class Section:
    """A list of the site with the pages in it, or what is in no list."""

    title: str
    pages: list[BasePage] = field(default_factory=list)


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """Name the pages with their summaries and notices, under the lists they are in."""
    text = "\n".join(_lines(PracticeSite.for_request(request)))
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8")


def _lines(site: PracticeSite) -> Iterator[str]:
    pages = _pages(site)
    home, *others = pages
    yield f"# {_one_line(site.name)}"
    yield f"\n> {_one_line(home.summary)}"
    if site.practice.disclaimer:
        yield f"\n{_one_line(site.practice.disclaimer)}"
    yield "\n" + _(
        "Each link below leads to a page as Markdown. All addresses: %(url)s"
    ) % {"url": site.absolute_url("/sitemap.xml")}
    for section in _sections(others, site.name):
        yield f"\n## {_one_line(section.title)}\n"
        yield from map(_link, section.pages)


def _pages(site: PracticeSite) -> list[BasePage]:
    """Home, then the others as they stand in the page tree."""
    found: list[BasePage] = []
    for model in our_page_types():
        pages = indexable(model, site).descendant_of(
            site.site.root_page, inclusive=True
        )
        found += pages.defer_streamfields().order_by("path")[:MOST]
    found.sort(key=lambda page: page.path)
    for page in found:
        page.practice_site = site
    describe(found, site)
    return found


def _sections(pages: Iterable[BasePage], name: str) -> list[Section]:
    """Each list with what is below it; at the end what is in no list."""
    sections: dict[str, Section] = defaultdict(lambda: Section(_("About %s") % name))
    head = ""
    for page in pages:
        if isinstance(page, IndexPage):
            head = page.path
            sections[head] = Section(page.title)
        in_list = bool(head) and page.path.startswith(head)
        sections[head if in_list else ""].pages.append(page)
    loose = sections.pop("", None)
    return [*sections.values(), *([loose] if loose else [])]


def _link(page: BasePage) -> str:
    notice = page.uses.notice if page.uses else ""
    words = " ".join(filter(None, [notice, page.summary]))
    address = page.practice_site.absolute_url(page.markdown_url)
    return f"- [{_one_line(page.title)}]({address}): {_one_line(words)}"


def _one_line(text: str) -> str:
    return " ".join(text.replace("[", "(").replace("]", ")").split())
