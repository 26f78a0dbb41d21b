"""The worker's part: no visitor waits for a card, or has one drawn."""

from django_tasks import task
from wagtail import hooks
from wagtail.models import Page

from home.share_cards.keeping import renew_all

HOOK = "find_cards_showing"


def pages_showing(page: Page) -> set[int]:
    """The pages whose cards say something of this one.

    A function registered under the hook "find_cards_showing" is given the page and
    returns a query of pages.
    """
    found: set[int] = set()
    for function in hooks.get_hooks(HOOK):
        found.update(function(page).values_list("pk", flat=True))
    return found - {page.pk}


@task()
def renew_cards(page_ids: list[int]) -> None:
    """Bring the cards of these pages up to date."""
    pages = Page.objects.filter(pk__in=page_ids).specific()
    for _page, _is_new in renew_all(pages.iterator(chunk_size=100)):
        pass


@task()
def renew_cards_showing(page_id: int) -> None:
    """Bring those cards up to date that say something of this page."""
    page = Page.objects.filter(pk=page_id).specific().first()
    if page is not None:
        renew_cards.call(sorted(pages_showing(page)))
