"""How networks frame a page that somebody shares, told from what an editor typed."""

from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from django.core import signing
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.models.practice import ShareNetwork
from home.share_cards.card import Card, Rung

SALT = "share-card"
# How long an open editor may ask for the card that it was told of.
A_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Network:
    """A network's frame: so many characters of title and description have room.

    Networks change this without notice, and a phone cuts earlier than a desk.
    """

    slug: str
    label: str
    title_room: int
    description_room: int = 0


NETWORKS = [
    Network("facebook", ShareNetwork.FACEBOOK.label, 85, 110),
    Network("linkedin", ShareNetwork.LINKEDIN.label, 110),
    Network("x", ShareNetwork.X.label, 70),
    Network("messenger", _("Messengers"), 65, 80),
]


@dataclass(frozen=True)
class Frame:
    """What one network shows beside the picture; "" for no description."""

    network: Network
    title: str
    description: str

    @classmethod
    def of(cls, network: Network, title: str, description: str) -> "Frame":
        room = network.description_room
        shown = Truncator(description).chars(room) if room else ""
        return cls(network, Truncator(title).chars(network.title_room), shown)


@dataclass(frozen=True)
class SharePreview:
    """The picture of a page that is shared, and each network's words beside it."""

    picture: str
    alt: str
    is_own: bool
    notice: str
    host: str
    frames: list[Frame]

    @classmethod
    def of(cls, page: Page) -> "SharePreview":
        """The preview of what was typed, or of the draft as it was saved last."""
        draft = page if page.is_being_previewed else latest_draft(page)
        own, card = bool(draft.og_image), draft.get_share_card()
        title, words = draft.seo_pagetitle, draft.share_description
        return cls(
            picture=draft.share_image.url if own else address_of(card, page.pk),
            alt=draft.share_image.alt if own else card.alt,
            is_own=own,
            notice=draft.public_notice,
            host=urlsplit(draft.seo_canonical_url).hostname or "",
            frames=[Frame.of(one, title, words) for one in NETWORKS],
        )


def latest_draft(page: Page) -> Page:
    """The page as it was saved last, with the rows of that draft."""
    draft = page.get_latest_revision_as_object()
    draft.be_previewed()
    return draft


def address_of(card: Card, page_id: int | None) -> str:
    """Where an editor sees this card drawn; the address carries all of it, signed."""
    said = signing.dumps([page_id, asdict(card)], salt=SALT, compress=True)
    return reverse("draft_card", args=[said])


def card_at(said: str) -> tuple[int | None, Card]:
    """The page and the card that an address carries; raises BadSignature."""
    page_id, facts = signing.loads(said, salt=SALT, max_age=A_DAY)
    facts["rungs"] = tuple(Rung(**one) for one in facts["rungs"])
    return page_id, Card(**facts)
