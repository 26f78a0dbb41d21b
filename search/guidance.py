"""What the practice itself says about searching: its cards, and what it promotes.

Kept until an editor changes it, so that no search asks the database.
"""

from collections import defaultdict
from dataclasses import dataclass

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Site

from home.changes.keeping import keep
from search.models import EmergencySettings
from search.words import key_of


@dataclass(frozen=True)
class Promotion:
    """A page, or an address elsewhere, that an editor put first for some words."""

    page_id: int | None
    title: str
    url: str
    description: str


def emergency_cards(site: Site) -> EmergencySettings:
    """The cards of a site as edited, else those that come with it."""
    edited = keep("emergency cards", _read_cards)
    return edited.get(site.pk) or EmergencySettings(site_id=site.pk)


def promotions() -> dict[str, list[Promotion]]:
    """What editors put first, by the key of the words."""
    return keep("search promotions", _read_promotions)


def _read_cards() -> dict[int, EmergencySettings]:
    return {one.site_id: one for one in EmergencySettings.objects.all()}


def _read_promotions() -> dict[str, list[Promotion]]:
    found: defaultdict[str, list[Promotion]] = defaultdict(list)
    for row in SearchPromotion.objects.select_related("query").order_by("sort_order"):
        found[key_of(row.query.query_string)].append(
            Promotion(
                page_id=row.page_id,
                title="" if row.page_id else row.external_link_text or "",
                url=row.external_link_url,
                description=row.description,
            )
        )
    return dict(found)
