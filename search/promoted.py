"""What an editor puts first for some words, as far as that is honest."""

from dataclasses import dataclass

from wagtail.models import Page

from home.site import PracticeSite
from search.answers import Answer, Hit
from search.guidance import Promotion, promotions
from search.models import IndexedPage
from search.ranking import condition_named, is_unproven
from search.words import key_of


@dataclass(frozen=True)
class Promoted:
    """A promotion that visitors may see; `hit` is its page, None for another site's."""

    promotion: Promotion
    hit: Hit | None = None


def promoted_for(query: str, answer: Answer, site: PracticeSite) -> list[Promoted]:
    """The promotions for what was typed, or for what was searched instead.

    A hidden page is left out, and so is a treatment that is unproven where the bare
    name of a condition was searched: its own page comes first.
    """
    known = promotions()
    keys = dict.fromkeys(map(key_of, (query, answer.searched_for)))
    found = [one for key in keys if key for one in known.get(key, [])]
    hits = _hits([one.page_id for one in found if one.page_id], answer, site)
    if condition_named(answer, query):
        hits = {pk: hit for pk, hit in hits.items() if not is_unproven(hit)}
    return [
        Promoted(one, hits.get(one.page_id) if one.page_id else None)
        for one in dict.fromkeys(found)
        if not one.page_id or one.page_id in hits
    ]


def _hits(page_ids: list[int], answer: Answer, site: PracticeSite) -> dict[int, Hit]:
    """Page → what a result says of it, for pages that visitors may see."""
    found = {hit.page_id: hit for hit in answer.hits if hit.page_id in page_ids}
    missing = [pk for pk in page_ids if pk not in found]
    if missing:
        below_home = Page.objects.descendant_of(site.site.root_page, inclusive=True)
        pages = site.visible(below_home.filter(pk__in=missing))
        rows = IndexedPage.objects.filter(page__in=pages.values("pk"))
        for row in rows.only("kind", "title", "facets"):
            hit = Hit(row.page_id, row.kind, row.title, score=0, facets=row.facets)
            found[row.page_id] = hit
    return found
