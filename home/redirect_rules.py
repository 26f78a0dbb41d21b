"""What an owner's redirects may be, and which of them are out of date."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, Site

from home.redirects import LONGEST_CHAIN, find_redirect, local_path
from home.site import PracticeSite


def refuse_circles(redirect: Redirect) -> None:
    """Raise ValidationError where a redirect would lead back to its own address."""
    site = redirect.site or Site.objects.filter(is_default_site=True).first()
    if site is None:
        return
    here = PracticeSite.for_request(get_dummy_request(site=site))
    following: Redirect | None = redirect
    for _step in range(LONGEST_CHAIN):
        path = _path_of_target(following, here)
        if path is None:
            return
        if path == Redirect.normalise_path(redirect.old_path):
            raise ValidationError(
                _("This would lead in a circle: its target leads back to %(path)s.")
                % {"path": redirect.old_path}
            )
        following = find_redirect([path], here)
        if following is None:
            return
    raise ValidationError(_("Too many redirects stand one behind the other."))


def _path_of_target(redirect: Redirect, site: PracticeSite) -> str | None:
    """Where it leads, as redirects write their paths; None for another host."""
    if redirect.redirect_page_id:
        address = redirect.redirect_page.get_url(site.request)
    else:
        address = local_path(redirect.redirect_link, site.root_url)
    return address and Redirect.normalise_path(address)


def forget_stale(page: Page) -> None:
    """Delete redirects from the addresses at which this page and those below are now."""
    for site_id, root_path, *_rest in page._get_relevant_site_root_paths():
        below = Page.objects.descendant_of(page, inclusive=True)
        paths = [
            Redirect.normalise_path(f"/{url_path[len(root_path) :]}")
            for url_path in below.values_list("url_path", flat=True)
        ]
        made = Redirect.objects.filter(automatically_created=True, site=site_id)
        made.filter(old_path__in=paths).delete()
