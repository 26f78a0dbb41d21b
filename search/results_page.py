"""What the page of results holds: found, narrowed, promoted, and the card above it."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from home.metadata import ViewHead
from home.site import PracticeSite
from search.answers import Answer, Hit
from search.cards import card_for
from search.emergencies import Danger
from search.filters import narrow, values_of
from search.promoted import Promoted, promoted_for
from search.ranking import condition_first, is_unproven
from search.results import (
    SearchListing,
    places_of,
    popular_pages,
    show,
    show_promoted,
    uses_of,
)
from treatments.notices import notices_of_uses

PAGE_SIZE = 10


class ResultsPage:
    """One query's answer, narrowed by the parameters of an address."""

    def __init__(
        self,
        query: str,
        answer: Answer,
        parameters: Mapping[str, str],
        site: PracticeSite,
        *,
        as_typed: bool,
    ) -> None:
        self.query, self.answer, self.site = query, answer, site
        self.as_typed = as_typed
        self.card = card_for(query, site.site)
        self.hits = [hit for hit in condition_first(answer, query) if self._suits(hit)]
        promoted = [
            one
            for one in promoted_for(query, answer, site)
            if one.hit is None or self._suits(one.hit, is_chosen=True)
        ]
        self.uses = uses_of([*self.hits, *_hits_of(promoted)], site)
        self.places = places_of(self.hits, site)
        values = [values_of(h, self.uses[h.page_id], self.places) for h in self.hits]
        (kind, *filters), self.fitting = narrow(values, parameters)
        self.results = Paginator(
            [self.hits[at] for at in self.fitting], PAGE_SIZE
        ).get_page(parameters.get("page"))
        pairs = [("query", query), *([("as_typed", "1")] if as_typed else [])]
        self.listing = SearchListing(self.results, filters, kind, pairs)
        self.promoted = promoted if self.is_first_look else []

    @property
    def is_first_look(self) -> bool:
        """Whether nobody has narrowed, turned a page or refused a correction yet."""
        changed = self.as_typed or self.listing.is_filtered
        return self.results.number == 1 and not changed

    def _suits(self, hit: Hit, *, is_chosen: bool = False) -> bool:
        """Nobody in danger is offered what is unproven, nor what only has such words."""
        if self.card is None:
            return True
        is_meant = is_chosen or bool(hit.matched_name)
        return not is_unproven(hit) and (is_meant or self.card.kind != Danger.CRISIS)

    def context(self) -> dict[str, object]:
        """What the template prints; the pages of this page are read from here on."""
        on_page = list(self.results.object_list)
        wanted = [*_hits_of(self.promoted), *on_page]
        shown = show(wanted, self.answer.words, self.uses, self.places, self.site)
        by_id = {one.page.pk: one for one in shown}
        self.results.object_list = [
            by_id[hit.page_id] for hit in on_page if hit.page_id in by_id
        ]
        uses = (row for one in shown for row in one.indications)
        return {
            "notices": notices_of_uses(uses, self.site),
            "self": self._head(),
            "query": self.query,
            "ping": f"{reverse('followed')}?{urlencode({'query': self.query}, quote_via=quote)}",
            "card": self.card,
            "promoted": show_promoted(self.promoted, by_id),
            "answer": self.answer,
            "as_typed": self.as_typed,
            "results": self.results,
            "listing": self.listing,
            "total": len(self.fitting),
            "unfiltered": len(self.hits),
            "popular": [] if self.hits or self.card else popular_pages(self.site),
        }

    def _head(self) -> ViewHead:
        return ViewHead(
            practice_site=self.site,
            # What a screen reader says first, and what stands in the tab.
            title=self.card.heading if self.card else self._title(),
            description=_("Search the website of %(name)s.") % {"name": self.site.name},
            path=reverse("search"),
        )

    def _title(self) -> str:
        words = {"query": self.query, "number": self.results.number}
        if not self.query:
            return _("Search")
        if not self.hits:
            return _("Nothing found for “%(query)s”") % words
        if self.results.number > 1:
            return _("Search results for “%(query)s”, page %(number)d") % words
        return _("Search results for “%(query)s”") % words


def _hits_of(promoted: list[Promoted]) -> list[Hit]:
    return [one.hit for one in promoted if one.hit]
