"""Old and careless addresses lead to the one address in one step, never in a circle."""

import re
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.site import PracticeSite

SLASHES = re.compile(r"/{2,}")
LONGEST_CHAIN = 10


def one_form(path: str) -> str:
    """A path as our addresses are written: small letters, a slash at the end."""
    path = SLASHES.sub("/", path.lower())
    is_file = "." in path.rsplit("/", 1)[-1]
    return path if is_file or path.endswith("/") else f"{path}/"


def target_of(request: HttpRequest) -> tuple[str, bool] | None:
    """Where an address that was not found leads, and whether for good; None if nowhere.

    The target answers at once: no other redirect stands behind it.
    """
    site = PracticeSite.for_request(request)
    wanted = one_form(request.path)
    if redirect := find_redirect([request.get_full_path(), request.path, wanted], site):
        last = _follow(redirect, site)
        return last and (_keeping_query(last[0], request, redirect), last[1])
    if wanted != request.path and answers(wanted, site):
        query = request.META.get("QUERY_STRING", "")
        return f"{wanted}?{query}" if query else wanted, True
    return None


def find_redirect(addresses: list[str], site: PracticeSite) -> Redirect | None:
    """The redirect from the first of these addresses that has one: one query."""
    paths = list(dict.fromkeys(map(Redirect.normalise_path, addresses)))
    found = Redirect.get_for_site(site.site).filter(old_path__in=paths)
    # What was made for this site goes before what holds for all.
    ordered = sorted(
        found.select_related("redirect_page"),
        key=lambda one: (paths.index(one.old_path), one.site_id is None),
    )
    return ordered[0] if ordered else None


def _keeping_query(link: str, request: HttpRequest, redirect: Redirect) -> str:
    query = request.META.get("QUERY_STRING", "")
    kept = query and "?" not in redirect.old_path and not urlsplit(link).query
    return f"{link}?{query}" if kept else link


def _follow(redirect: Redirect, site: PracticeSite) -> tuple[str, bool] | None:
    """The end of a chain of redirects; None where it is a circle or nothing is there."""
    permanent = True
    passed: set[int] = set()
    while redirect.pk not in passed and len(passed) < LONGEST_CHAIN:
        passed.add(redirect.pk)
        permanent = permanent and redirect.is_permanent
        if redirect.redirect_page_id:
            shown = site.shows(redirect.redirect_page)
            return (redirect.link, permanent) if shown and redirect.link else None
        path = local_path(redirect.redirect_link, site.root_url)
        if path is None or answers(one_form(path), site):
            return redirect.redirect_link, permanent
        following = find_redirect([path, one_form(path)], site)
        if following is None:
            return None
        redirect = following
    return None


def local_path(link: str, root_url: str) -> str | None:
    """The path of an address of our own; None for one that is somewhere else."""
    parts = urlsplit(link)
    return (
        (parts.path or "/") if parts.netloc in ("", urlsplit(root_url).netloc) else None
    )


def answers(path: str, site: PracticeSite) -> bool:
    """Whether a visitor is shown something at this path of our own."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if match.url_name != "wagtail_serve":
        # Files are where they are: their names keep their letters.
        return not (match.args or match.kwargs)
    url_path = f"{site.site.root_page.url_path}{path.lstrip('/')}"
    return site.visible(Page.objects.filter(url_path=url_path)).exists()
