"""Which page leads to which, and how many clicks each is from home."""

from collections import defaultdict, deque
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from home.models import BasePage, IndexPage, StandardPage
from home.models.listing import MOST_NUMBERS
from home.site import PracticeSite


class LinkMap:
    """The links between these visible pages, from what the editor stored.

    `leads` has pairs (page, clicks) for each page: in a long list some are behind
    further pages of the list.
    """

    def __init__(self, pages: Iterable[BasePage], site: PracticeSite) -> None:
        self.pages = {page.pk: page for page in pages}
        self._home = site.site.root_page_id
        foot = {place.url for place in site.places_at_the_foot}
        self._everywhere = {
            page.pk
            for page in site.linked_from_every_page
            if not page.location_id or page.get_url(site.request) in foot
        }
        self.leads: dict[int, dict[int, int]] = defaultdict(dict)
        self._follow_lists()
        self._follow_references()

    def _add(self, start: int, end: int, clicks: int = 1) -> None:
        if start != end and {start, end} <= self.pages.keys():
            known = self.leads[start].get(end, clicks)
            self.leads[start][end] = min(known, clicks)

    def _follow_lists(self) -> None:
        for page in self.pages.values():
            if isinstance(page, IndexPage):
                listed = page.get_listing_pages()
                for number, other in enumerate(listed):
                    self._add(page.pk, other.pk, 1 + _turns(number, listed, page))
            elif isinstance(page, StandardPage):
                for child in page.children:
                    self._add(page.pk, child.pk)

    def _follow_references(self) -> None:
        """Links in texts lead one way; a row that names a page is shown on both."""
        of_pages = ContentType.objects.get_for_model(Page)
        rows = ReferenceIndex.objects.filter(
            base_content_type=of_pages, to_content_type=of_pages
        )
        found = rows.values_list("object_id", "to_object_id", "model_path")
        for start, end, path in found:
            self._add(int(start), int(end))
            if ".item." in path:
                self._add(int(end), int(start))

    def clicks_from_home(self) -> dict[int, int]:
        """Page → the fewest clicks from home; a page that is not in it has no way."""
        clicks = {self._home: 0}
        waiting = deque([self._home])
        while waiting:
            page = waiting.popleft()
            here = self.leads[page] | dict.fromkeys(self._everywhere, 1)
            for end, more in here.items():
                if clicks[page] + more < clicks.get(end, len(self.pages) + more):
                    clicks[end] = clicks[page] + more
                    waiting.append(end)
        return clicks

    def orphans(self) -> list[BasePage]:
        """The pages that no other page leads to."""
        linked = {end for ends in self.leads.values() for end in ends}
        linked |= self._everywhere | {self._home}
        return [page for pk, page in self.pages.items() if pk not in linked]


def _turns(number: int, listed: list[Page], index: IndexPage) -> int:
    """How often one turns the pages of a list to get to its entry of this number."""
    last, turned = (len(listed) - 1) // index.page_size, number // index.page_size
    if last < MOST_NUMBERS:
        return min(turned, 1)
    # From the first page one gets to the next and to the last.
    return min(turned, 1 + last - turned)
