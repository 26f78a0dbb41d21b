"""Stores one card for each page that any visitor may see, and none of any other.

A file's name is a hash of what its card says: what has not changed is not drawn again.
"""

import logging
from collections.abc import Iterable, Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import override
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

from home.models.carded import CardedPage
from home.share_cards.card import Card
from home.site import PracticeSite

logger = logging.getLogger(__name__)

FOLDER = "share-cards"


def renew_all(pages: Iterable[Page]) -> Iterator[tuple[Page, bool]]:
    """Bring the cards of these specific pages up to date: page, whether it was drawn.

    A page whose picture cannot be read keeps the card it has, and the log says so.
    """
    known: dict[int, PracticeSite] = {}
    for page in pages:
        if not isinstance(page, CardedPage) or (site := page.get_site()) is None:
            continue
        if site.pk not in known:
            known[site.pk] = PracticeSite.for_request(get_dummy_request(site=site))
        page.practice_site = known[site.pk]
        try:
            yield page, renew(page)
        except OSError:
            logger.exception("No share card could be drawn for page %s", page.pk)


def renew(page: CardedPage) -> bool:
    """Draw the card of a page where it says something new; whether it was drawn."""
    if not page.practice_site.shows(page):
        withdraw([page])
        return False
    with override(page.language_code or "en"):
        card = page.get_share_card()
        name, alt = f"{_folder_of(page)}/{card.hash}.jpg", card.alt
        is_new = not default_storage.exists(name)
        if is_new:
            default_storage.save(name, ContentFile(picture_of(card)))
    if (page.share_card, page.share_card_alt) != (name, alt):
        before = page.share_card
        page.share_card, page.share_card_alt = name, alt
        page.save(update_fields=["share_card", "share_card_alt"], clean=False)
        # Who was just given the page asks for the card that it named.
        _delete_all_but(page, {name, before})
    return is_new


def withdraw(pages: Iterable[Page]) -> None:
    """Delete the cards of these specific pages, when the transaction is done."""
    for page in pages:
        if isinstance(page, CardedPage):
            kind = type(page)._base_manager
            kind.filter(pk=page.pk).exclude(share_card="").update(
                share_card="", share_card_alt=""
            )
            page.share_card = page.share_card_alt = ""
            transaction.on_commit(lambda gone=page: _delete_all_but(gone, set()))


def picture_of(card: Card) -> bytes:
    """The card as a JPEG file."""
    # Here: to draw takes 3 MB of a process, and most answer visitors only.
    from home.share_cards.drawing import draw

    return draw(card, default_storage.open)


def _folder_of(page: Page) -> str:
    return f"{FOLDER}/{page.pk}"


def _delete_all_but(page: Page, kept: set[str]) -> None:
    folder = _folder_of(page)
    try:
        _folders, files = default_storage.listdir(folder)
    except FileNotFoundError:  # Object stores have no folders that could be missing.
        return
    for file in files:
        if (name := f"{folder}/{file}") not in kept:
            default_storage.delete(name)
