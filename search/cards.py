"""The card for somebody in danger, as the results page and the suggestions show it."""

from dataclasses import dataclass

from wagtail.models import Site

from search.emergencies import danger_in
from search.guidance import emergency_cards


@dataclass(frozen=True)
class Card:
    """What somebody in danger reads, and the words and addresses of its buttons."""

    kind: str
    heading: str
    text: str
    calls: list[tuple[str, str]]


def card_for(query: str, site: Site) -> Card | None:
    """The card that a query asks for, None for nearly every query."""
    cards = emergency_cards(site)
    kind = danger_in(query, cards.medical_phrases, cards.crisis_phrases)
    if kind is None:
        return None
    return Card(
        kind=kind.value,
        heading=str(getattr(cards, f"{kind}_heading")),
        text=str(getattr(cards, f"{kind}_text")),
        calls=getattr(cards, f"{kind}_calls"),
    )
