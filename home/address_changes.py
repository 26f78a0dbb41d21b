"""What has to follow when a page comes, changes, moves or goes."""

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from home.indexnow import remember_changed
from home.redirect_rules import forget_stale, refuse_circles
from home.site import PracticeSite
from home.translations import Addresses


def connect() -> None:
    """Follow Wagtail's signals; once, when the site starts."""
    uid = "home.address_changes"
    for signal, function in [
        (page_published, _came_or_changed),
        (page_unpublished, _went),
        (page_slug_changed, _renamed),
        (post_page_move, _moved),
    ]:
        signal.connect(function, weak=False, dispatch_uid=uid)
    _check_redirects()


def _check_redirects() -> None:
    # Form, CSV import and command ask the model's own clean(), and nothing of ours.
    clean = Redirect.clean

    def clean_without_circles(redirect: Redirect) -> None:
        clean(redirect)
        refuse_circles(redirect)

    Redirect.clean = clean_without_circles  # type: ignore[method-assign]


def _came_or_changed(instance: Page, **kwargs) -> None:
    _tell([(instance, instance.url_path)])


def _went(instance: Page, **kwargs) -> None:
    # Of a page that was private nobody outside has ever heard.
    if not instance.get_view_restrictions():
        _tell([(None, instance.url_path)])


def _renamed(instance: Page, instance_before: Page, **kwargs) -> None:
    forget_stale(instance)
    _tell_of_branch(instance, instance_before.url_path)


def _moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs) -> None:
    if url_path_before != url_path_after:
        forget_stale(instance)
        _tell_of_branch(instance, url_path_before)


def _tell_of_branch(page: Page, path_before: str) -> None:
    """Tell of a page and all below it, where they are now and where they were."""
    if settings.INDEXNOW_KEY:
        branch = list(Page.objects.descendant_of(page, inclusive=True).specific())
        now = [(one, one.url_path) for one in branch]
        cut = len(page.url_path)
        _tell([*now, *((one, path_before + path[cut:]) for one, path in now)])


def _tell(changed: list[tuple[Page | None, str]]) -> None:
    """Tell of these addresses, but not of a page that is kept from search engines."""
    if settings.INDEXNOW_KEY:
        site = PracticeSite.for_request(get_dummy_request())
        addresses = Addresses()
        remember_changed(
            addresses.of(path)
            for page, path in changed
            if page is None or (site.shows(page) and not page.noindex)
        )
