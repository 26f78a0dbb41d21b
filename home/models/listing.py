"""Pages that list their children, filtered and page by page."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.models.base import BasePage


@dataclass
class Filter:
    """One way to narrow a list: its name in the address, its label, its options."""

    name: str
    label: str
    options: list[tuple[str, str]]
    selected: str = ""


@dataclass
class Listing:
    """What a list shows now: one page of results, and how it came about."""

    results: PageOfResults
    filters: list[Filter] = field(default_factory=list)

    @property
    def is_filtered(self) -> bool:
        return any(one.selected for one in self.filters)

    def query(self, number: int) -> str:
        """The query string of another page of the same list."""
        pairs = [(one.name, one.selected) for one in self.filters if one.selected]
        if number > 1:
            pairs.append(("page", str(number)))
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def links(self) -> list[tuple[int | None, str]]:
        """Page numbers with their query strings; None stands for a gap."""
        paginator = self.results.paginator
        elided = paginator.get_elided_page_range(
            self.results.number, on_each_side=1, on_ends=1
        )
        return [
            (number, self.query(number)) if isinstance(number, int) else (None, "")
            for number in elided
        ]


class IndexPage(BasePage):
    """A page that lists its children; one hook decides which."""

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        max_length=1000,
        help_text=_("A short paragraph above the list."),
    )

    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, "introduction"]
    page_size = 24
    empty_message = _("There is nothing here yet. Please look in again soon.")

    class Meta:
        abstract = True

    # How the home page shows this list's highlights: "names", "cards" or "portraits".
    highlight_style = "cards"

    @classmethod
    def get_highlights(cls, children: PageQuerySet) -> list[Page]:
        """The few of these visible children that the home page shows."""
        return list(children.specific()[:3])

    def get_listing_pages(self) -> list[Page]:
        """The visible pages that this page lists, in their order."""
        raise NotImplementedError

    def get_filters(self, pages: list[Page]) -> list[Filter]:
        """The ways to narrow this list, from the pages that are in it."""
        return []

    def matches(self, page: Page, name: str, value: str) -> bool:
        """Whether a listed page has this value of the filter of this name."""
        raise NotImplementedError

    def get_listing(self, parameters) -> Listing:
        """Filter and cut the list by the parameters of an address.

        An unknown value of a filter is ignored; a page number beyond the end
        gives the last page.
        """
        pages = self.get_listing_pages()
        filters = self.get_filters(pages)
        for one in filters:
            wanted = parameters.get(one.name, "")
            if wanted in dict(one.options):
                one.selected = wanted
                pages = [p for p in pages if self.matches(p, one.name, wanted)]
        results = Paginator(pages, self.page_size).get_page(parameters.get("page"))
        return Listing(results, filters)

    def get_own_context(self, request):
        listing = self.get_listing(request.GET)
        number = listing.results.number
        # A filtered list is not a page of its own for search engines.
        self.is_indexable = not listing.is_filtered
        self.canonical_query = f"?page={number}" if number > 1 else ""
        self.page_note = (
            __("page %(number)d") % {"number": number} if number > 1 else ""
        )
        return {"listing": listing}

    def get_pictured_pages(self, context):
        return list(context["listing"].results)


class AlphabeticalIndexPage(IndexPage):
    """An index from A to Z that one can scan."""

    page_size = 300

    class Meta:
        abstract = True

    def get_own_context(self, request):
        context = super().get_own_context(request)
        return {**context, "letters": by_letter(context["listing"].results)}

    def get_pictured_pages(self, context):
        return []


def by_letter(pages) -> list[tuple[str, list[Page]]]:
    """Group pages by the first letter of their title; other signs under "#"."""
    letters: dict[str, list[Page]] = {}
    for page in sorted(pages, key=lambda page: page.title.casefold()):
        # slugify strips accents: "École" stands under E.
        first = slugify(page.title)[:1].upper()
        letters.setdefault(first if first.isalpha() else "#", []).append(page)
    return sorted(letters.items())
