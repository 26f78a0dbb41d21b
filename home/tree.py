"""Questions to the page tree that an index of the database can serve."""

import operator
from collections.abc import Iterable
from functools import reduce

from django.db.models import Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.changes.reading import only_standing_on
from home.scopes import address_tag

# What a page needs to be named and linked, of some thirty columns.
NAMED = ["title", "slug", "path", "depth", "numchild", "url_path"]
NAMED += ["content_type", "locale", "live", "expire_at"]
# Sorts after each digit, with which the steps of a path begin, in every collation.
AFTER_ALL_STEPS = "a"


def below_path(path: str) -> Q:
    """The pages below this path. LIKE, as Wagtail asks, makes SQLite read them all."""
    return Q(path__gt=path, path__lt=path + AFTER_ALL_STEPS)


def children_of(page: Page) -> PageQuerySet:
    """The pages right below this one."""
    return Page.objects.filter(below_path(page.path), depth=page.depth + 1)


def pages_at(addresses: list[str]) -> list[Page]:
    """The pages with these url_paths, live or not, from the top of the tree down."""
    # Only slugs have an index: without them every page of the site is looked at.
    slugs = {address.rstrip("/").rpartition("/")[2] for address in addresses}
    pages = Page.objects.filter(slug__in=slugs, url_path__in=addresses)
    with only_standing_on(map(address_tag, addresses)):
        return list(pages.only(*NAMED).order_by("path"))


def any_of(conditions: Iterable[Q]) -> Q:
    """What fits at least one of these, or everything where there is none."""
    return reduce(operator.or_, conditions, Q())
