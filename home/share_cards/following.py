"""Has cards drawn again when something that they show has changed; the worker draws."""

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from home.models.practice import PracticeSettings
from home.share_cards.keeping import withdraw
from home.share_cards.tasks import renew_cards, renew_cards_showing


def connect() -> None:
    """Follow what changes pages, settings and privacy; once, when the site starts."""
    for signal, function, sender in [
        (page_published, _came_or_went, None),
        (page_unpublished, _went, None),
        (page_unpublished, _came_or_went, None),
        (post_page_move, _moved, None),
        (post_save, _became_private, PageViewRestriction),
        (post_delete, _became_public, PageViewRestriction),
        (post_save, _all_changed, PracticeSettings),
        (post_save, _all_changed, Site),
    ]:
        uid = f"share_cards.{function.__name__}"
        signal.connect(function, sender=sender, weak=False, dispatch_uid=uid)


def _came_or_went(instance: Page, **kwargs) -> None:
    # The page's own card comes with its pictures.
    if settings.MAKE_PICTURES_AT_PUBLISH:
        renew_cards_showing.enqueue(instance.pk)


def _went(instance: Page, **kwargs) -> None:
    withdraw([instance.specific])


def _moved(instance: Page, **kwargs) -> None:
    if instance.get_view_restrictions():
        withdraw(_branch(instance.path))
    _renew(_branch(instance.path))


def _became_private(instance: PageViewRestriction, **kwargs) -> None:
    withdraw(_branch(instance.page.path))


def _became_public(instance: PageViewRestriction, **kwargs) -> None:
    _renew(_branch(instance.page.path))


def _all_changed(**kwargs) -> None:
    _renew(Page.objects.live())


def _branch(path: str) -> QuerySet[Page]:
    return Page.objects.filter(path__startswith=path).specific()


def _renew(pages: QuerySet[Page]) -> None:
    if settings.MAKE_PICTURES_AT_PUBLISH:
        renew_cards.enqueue(list(pages.values_list("pk", flat=True)))
