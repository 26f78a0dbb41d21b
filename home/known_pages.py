"""Pages that many others show, read once and kept until they change."""

from collections.abc import Callable, Iterable

from wagtail.models import Page

from home.models import LocationPage
from home.pictures import load_pictures
from home.site import PracticeSite


def known_pages(
    site: PracticeSite,
    model: type[Page],
    keys: Iterable[int],
    complete: Callable[[list[Page]], None] = lambda pages: None,
) -> dict[int, Page]:
    """These pages of one type with their pictures, visible or not; only to be read.

    `complete` is given those that nobody has kept yet, to load what their cards print.
    Each has `markup`, where the tag "once_for" remembers what it wrote of them.
    """

    def fetch(missing: list[int]) -> dict[int, Page]:
        pages = list(model.objects.filter(pk__in=missing))
        complete(pages)
        return {page.pk: page for page in _with_pictures(pages)}

    return site.keep_many(model._meta.label_lower, keys, fetch)


def known_places(site: PracticeSite) -> list[LocationPage]:
    """Every place of the practice, of which there are few; only to be read."""
    return site.keep(
        "places", lambda: _with_pictures(list(LocationPage.objects.live()))
    )


def _with_pictures(pages: list[Page]) -> list[Page]:
    load_pictures(pages)
    for page in pages:
        page.markup = {}
    return pages
