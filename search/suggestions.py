"""Suggestions while somebody types."""

import math

from wagtail.models import Page

from home.site import PracticeSite
from search.answers import Suggestion
from search.database import engine
from search.database.rows import fetch, marks
from search.kinds import OTHER_PAGES
from search.models import NameKind
from search.public import PublicPage, public_pages
from search.words import LONGEST_QUERY, key_of

# So many names are weighed for each suggestion that is given.
NAMES_FOR_EACH = 15
SPOKEN_OF = 0.5
BREVITY = 0.1


def suggest(prefix: str, site: PracticeSite, limit: int = 8) -> list[Suggestion]:
    """The pages that somebody who typed so far may mean, at most `limit`."""
    key = key_of(prefix[:LONGEST_QUERY])
    if not key:
        return []
    rows = engine().find_beginning(key, limit * NAMES_FOR_EACH)
    common = _how_common({stem for row in rows for stem in row[4].split()})
    names: dict[int, tuple] = {}
    for row in sorted(rows, key=lambda row: _order(row, key, common)):
        names.setdefault(row[0], row)
    pages = public_pages(list(names)[: limit * 3], site)
    # What the menu leads to anyway comes after what people look for.
    pages.sort(
        key=lambda page: page.kind == OTHER_PAGES[0] and names[page.page_id][3] != key
    )
    return [
        Suggestion(
            page_id=page.page_id,
            kind=page.kind,
            title=page.title,
            matched_name=names[page.page_id][2],
            url=_url_of(page, site),
        )
        for page in pages[:limit]
    ]


def _url_of(page: PublicPage, site: PracticeSite) -> str:
    place = Page(url_path=page.url_path, locale_id=page.locale_id)
    return place.get_url(site.request) or ""


def _order(row: tuple, key: str, common: dict[str, int]) -> tuple:
    """Names that begin so, titles, then what is short and much spoken of."""
    _page, kind, _name, own, stems = row
    rarest = min((common.get(stem, 0) for stem in stems.split()), default=0)
    worth = SPOKEN_OF * math.log(rarest + 1) - BREVITY * len(own)
    return not own.startswith(key), own != key, kind > NameKind.TITLE, -worth, own


def _how_common(stems: set[str]) -> dict[str, int]:
    """Stem → the number of pages that have it."""
    wanted = sorted(stems)
    return dict(
        fetch(
            "SELECT stem, pages FROM search_indexedstem "  # noqa: S608
            f"WHERE stem IN ({marks(wanted)})",
            wanted,
        )
        if wanted
        else ()
    )
