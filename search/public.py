"""Which of the pages that were found visitors may see, in one small query."""

import json
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from home.site import PracticeSite
from search.database.rows import fetch, marks

# What PracticeSite.visible() asks for; the ORM would take longer to write it down than
# all the rest of a search takes.
_PUBLIC = """
    SELECT p.id, i.kind, i.title, i.facets, p.url_path, p.locale_id
    FROM wagtailcore_page p JOIN search_indexedpage i ON i.page_id = p.id
    WHERE p.id IN ({ids}) AND p.live AND (p.expire_at IS NULL OR p.expire_at > %s)
    AND substr(p.path, 1, %s) = %s AND NOT EXISTS (
        SELECT 1 FROM wagtailcore_pageviewrestriction r
        JOIN wagtailcore_page q ON q.id = r.page_id
        WHERE substr(p.path, 1, length(q.path)) = q.path
    )
"""
_ROOTS = """
    SELECT p.path FROM wagtailcore_site s JOIN wagtailcore_page p
    ON p.id = s.root_page_id
"""


class PublicPage(NamedTuple):
    """What the index and the tree know of a page that any visitor may see."""

    page_id: int
    kind: str
    title: str
    facets: dict[str, list[str]]
    url_path: str
    locale_id: int


def public_pages(page_ids: list[int], site: PracticeSite) -> list[PublicPage]:
    """Those of the pages that stand on this site and are public now, in their order."""
    if not page_ids:
        return []
    root = _root_of(site)
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    rows = fetch(
        _PUBLIC.format(ids=marks(page_ids)),
        [*page_ids, now, len(root), root],
    )
    found = {row[0]: row for row in rows}
    return [_page(found[pk]) for pk in page_ids if pk in found]


def _root_of(site: PracticeSite) -> str:
    """The path of the home page; only where there are several must one choose."""
    if "site" in vars(site):
        # Somebody has asked for it already.
        return site.site.root_page.path
    roots = fetch(_ROOTS, [])
    return roots[0][0] if len(roots) == 1 else site.site.root_page.path


def _page(row: tuple) -> PublicPage:
    page_id, kind, title, facets, url_path, locale_id = row
    read = json.loads(facets) if isinstance(facets, str) else facets
    return PublicPage(page_id, kind, title, read, url_path, locale_id)
