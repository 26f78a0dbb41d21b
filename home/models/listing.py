"""Pages that list their children, filtered and page by page."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.core.paginator import Page as PageOfResults
from django.db import models
from django.http import Http404
from django.utils.text import slugify
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home import schema_org
from home.catalogues import Catalogue, Entry
from home.changes.following import followed_property
from home.models.base import BasePage
from home.pictures import load_pictures

# More are no choice for anybody; thousands made each page of a list half a megabyte.
MOST_OPTIONS = 200
# So many pages of a list are all one click away; more would be a wall of numbers.
MOST_NUMBERS = 110


@dataclass
class Filter:
    """One way to narrow a list: its name in the address, its label, its options."""

    name: str
    label: str
    options: Collection[tuple[str, str]]
    selected: str = ""

    @property
    def offered(self) -> Collection[tuple[str, str]]:
        """The options to choose from; of too many only the one that is chosen."""
        if len(self.options) <= MOST_OPTIONS:
            return self.options
        return [pair for pair in self.options if pair[0] == self.selected]


def chosen_of(filters: Iterable[Filter]) -> dict[str, str]:
    """Name and value of those that narrow the list."""
    return {one.name: one.selected for one in filters if one.selected}


@dataclass
class Listing:
    """What a list shows now: one page of results, and how it came about.

    The results of an `IndexPage` are places in its catalogue.
    """

    results: PageOfResults
    filters: list[Filter] = field(default_factory=list)

    # What a form that narrows the list sends along besides, and how to leave it.
    kept: ClassVar[list[tuple[str, str]]] = []
    unfiltered: ClassVar[str] = ""

    @property
    def is_filtered(self) -> bool:
        return any(one.selected for one in self.filters)

    @property
    def offers_choice(self) -> bool:
        """Whether there is anything that a visitor could choose."""
        return any(one.offered for one in self.filters)

    def query(self, number: int) -> str:
        """The query string of another page of the same list."""
        pairs = list(chosen_of(self.filters).items())
        if number > 1:
            pairs.append(("page", str(number)))
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def links(self) -> list[tuple[int | None, str]]:
        """Page numbers with their query strings; None stands for a gap."""
        paginator = self.results.paginator
        if paginator.num_pages <= MOST_NUMBERS:
            elided = paginator.page_range
        else:
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

    def get_listed(self) -> PageQuerySet:
        """The pages that this page lists, in their order, as it shows them."""
        raise NotImplementedError

    def get_listing_pages(self) -> list[Page]:
        """All visible ones of them."""
        return list(self.practice_site.visible(self.get_listed()))

    def get_entries(self) -> Iterable[Entry]:
        """An entry of the catalogue for each visible page, in the order of the list."""
        listed = self.practice_site.visible(self.get_listed())
        return (Entry(*pair) for pair in listed.values_list("pk", "expire_at"))

    @followed_property
    def catalogue(self) -> Catalogue:
        """The order of the list, and what its pages can be found by."""
        return self.practice_site.keep(
            f"list {self.pk}", lambda: Catalogue.of(self.get_entries())
        )

    def get_filters(self) -> list[Filter]:
        """The ways to narrow this list, by what is in its catalogue."""
        return []

    def get_places(self, chosen: dict[str, str]) -> Sequence[int]:
        """Where in the catalogue those stand that fit: name of a filter → value."""
        return self.catalogue.fitting(chosen.items())

    def load(self, keys: list[int], chosen: dict[str, str]) -> list[Page]:
        """The pages with these keys in this order, as the list shows them."""
        found = {page.pk: page for page in self.get_listed().filter(pk__in=keys)}
        pages = [found[key] for key in keys if key in found]
        load_pictures(pages)
        return pages

    # What the address asks for: its first page where nobody asked for another.
    _parameters: Mapping[str, str] = {}

    @followed_property
    def listing(self) -> Listing:
        """The list, filtered and cut by the parameters of the address.

        An unknown value of a filter is ignored. Raises Http404 for a page number that
        the list does not have.
        """
        filters = self.get_filters()
        for one in filters:
            wanted = self._parameters.get(one.name, "")
            if wanted and wanted in dict(one.options):
                one.selected = wanted
        paginator = Paginator(self.get_places(chosen_of(filters)), self.page_size)
        try:
            return Listing(paginator.page(self._parameters.get("page") or 1), filters)
        except InvalidPage as error:
            raise Http404(str(error)) from error

    @followed_property
    def listed(self) -> list[Page]:
        """The pages that the list shows now."""
        keys = [self.catalogue.keys[place] for place in self.listing.results]
        return self.load(keys, chosen_of(self.listing.filters))

    @property
    def may_keep_parts(self):
        # Too many to keep are the lists that somebody may narrow this one to.
        return super().may_keep_parts and not self.is_narrowed

    def get_own_context(self, request):
        self._parameters = request.GET
        listing, number = self.listing, self.listing.results.number
        # A filtered list is not a page of its own for search engines.
        self.is_narrowed = listing.is_filtered
        self.understood_query = listing.query(number)
        self.canonical_query = f"?page={number}" if number > 1 else ""
        self.page_note = (
            __("page %(number)d") % {"number": number} if number > 1 else ""
        )
        return {}

    def lists(self, page):
        return True

    @property
    def linked_pages(self) -> list[Page]:
        """The pages that the list links to now, in the order of the page."""
        return self.listed

    schema_page_type = "CollectionPage"

    def get_schema_page(self):
        shown = {"@id": f"{self.seo_canonical_url}#list"} if self.linked_pages else {}
        return schema_org.extended(super().get_schema_page(), mainEntity=shown)

    def get_schema_entities(self):
        whole = self.practice_site.absolute_url_of
        entries = [(page.title, whole(page)) for page in self.linked_pages]
        listed = schema_org.item_list(self.seo_canonical_url, self.title, entries)
        return [*([listed] if entries else []), *super().get_schema_entities()]


class AlphabeticalIndexPage(IndexPage):
    """An index from A to Z that one can scan."""

    # 10,000 pages make 100 of these lists, each one click from the first.
    page_size = 100

    class Meta:
        abstract = True

    @property
    def letters(self) -> list[tuple[str, list[Page]]]:
        """The shown pages by the first letter of their title."""
        return by_letter(self.listed)

    @property
    def letter_index(self) -> tuple[tuple[str, str | None], ...]:
        """Each letter of the whole list, with the query of the page it begins on."""
        return pages_of_letters(self.catalogue, self.listing)

    @property
    def linked_pages(self):
        return [page for _letter, pages in self.letters for page in pages]


def place_in_index(page: Page) -> tuple[str, str]:
    """The first letter of a title, "#" for another sign, and its place among the others.

    An accent or a capital makes no difference: "École" stands under E, before "eczema".
    """
    return _place_of(page.title)


# Of thousands that are sorted anew, one has another title than the last time.
@lru_cache(maxsize=20_000)
def _place_of(title: str) -> tuple[str, str]:
    words = slugify(title)
    return words[0].upper() if words[:1].isalpha() else "#", words or title


def by_letter(pages: Iterable[Page]) -> list[tuple[str, list[Page]]]:
    """Group pages by the first letter of their title; other signs under "#"."""
    letters: dict[str, list[Page]] = {}
    for page in sorted(pages, key=place_in_index):
        letters.setdefault(place_in_index(page)[0], []).append(page)
    return list(letters.items())


def pages_of_letters(
    catalogue: Catalogue, listing: Listing
) -> tuple[tuple[str, str | None], ...]:
    """Each letter of the whole list, with the query string of the page it begins on.

    A letter that is on the shown page has None.
    """
    paginator = listing.results.paginator
    shown = {catalogue.letter_at(place) for place in listing.results}
    begins = starts_of_letters(catalogue, paginator.object_list)
    return tuple(
        (
            letter,
            None if letter in shown else listing.query(at // paginator.per_page + 1),
        )
        for letter, at in begins.items()
    )


def starts_of_letters(catalogue: Catalogue, places: Sequence[int]) -> dict[str, int]:
    """Each letter that is among these places, with the first of them, counted from 0."""
    begins: dict[str, int] = {}
    for letter, (start, end) in zip(catalogue.letters, catalogue.spans, strict=True):
        at = bisect_left(places, start)
        if at < len(places) and places[at] < end:
            begins.setdefault(letter, at)
    return begins
