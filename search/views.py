"""The results page."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.metadata import ViewHead
from home.models import Filter, Listing
from home.site import PracticeSite
from search.excerpts import highlight
from search.queries import (
    LONGEST_QUERY,
    count_types,
    find_pages,
    type_of,
    uses_of_treatments,
    words_of,
)
from treatments.models import Indication

PAGE_SIZE = 10


@dataclass
class Hit:
    """One result as it is shown."""

    page: Page
    label: str
    url: str
    excerpt: SafeString
    indications: list[Indication] = field(default_factory=list)


@dataclass
class SearchListing(Listing):
    """Results whose addresses carry the query along."""

    search_query: str = ""

    def query(self, number: int) -> str:
        return self._joined([("page", str(number))] if number > 1 else [])

    def _joined(self, more: list[tuple[str, str]]) -> str:
        pairs = [("query", self.search_query)] if self.search_query else []
        pairs += [(one.name, one.selected) for one in self.filters if one.selected]
        return "?" + urlencode(pairs + more)


def _hits(pages: list[Page], words: list[str], request: HttpRequest) -> list[Hit]:
    specific = Page.objects.filter(pk__in=[page.pk for page in pages]).specific()
    by_id = {page.pk: page for page in specific.defer_streamfields()}
    site = PracticeSite.for_request(request)
    for page in by_id.values():
        page.practice_site = site
    uses = uses_of_treatments(list(by_id), site)
    return [
        Hit(
            page=by_id[page.pk],
            label=by_id[page.pk].card_label,
            url=page.get_url(request),
            excerpt=highlight(by_id[page.pk].summary, words),
            indications=uses[page.pk],
        )
        for page in pages
        if page.pk in by_id
    ]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what a query finds; any query string gets an answer."""
    site = PracticeSite.for_request(request)
    query = " ".join(request.GET.get("query", "").replace("\0", "").split())
    query = query[:LONGEST_QUERY]
    found = find_pages(query, site)
    types = count_types(found)
    options = [(name, f"{label} ({count})") for name, label, count in types]
    wanted = request.GET.get("type", "")
    kind = Filter("type", _("Kind of page"), options)
    if wanted in dict(options):
        kind.selected = wanted
        found = [page for page in found if type_of(page) == wanted]
    results = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    total = len(found)
    results.object_list = _hits(list(results.object_list), words_of(query), request)
    title = (
        _("Search results for “%(query)s”") % {"query": query} if query else _("Search")
    )
    context = {
        "self": ViewHead(
            practice_site=site,
            title=title,
            description=_("Search the website of %(name)s.") % {"name": site.name},
            path=reverse("search"),
        ),
        "query": query,
        "results": results,
        "listing": SearchListing(results, [kind], search_query=query),
        "total": total,
    }
    return render(request, "search/search.html", context)
