"""Template tags and filters that every template may use."""

from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

import segno
from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, to_locale

from home.late_script import LATE_SCRIPT

register = template.Library()


@register.filter
def rungs(count: int) -> str:
    """The path of this many rungs of the evidence ladder, from the foot up.

    The ladder stands in a box of 24 × 44 units; its rungs are 4 units apart.
    """
    return "M5 38" + "h14m-14-4" * int(count)


@register.filter
def label_for(status, regulator: str) -> str:
    """The words of a regulatory status with the name of the regulator in them."""
    return status.label_for(regulator)


@register.filter
def host(address: str) -> str:
    """The host of an address, as one would say it."""
    return urlsplit(address).netloc.removeprefix("www.")


@register.filter
def to_the_second(moment: datetime) -> str:
    """A moment as machines read it, the same in head, graph and sitemap."""
    # HTML checkers reject microseconds.
    return moment.astimezone(UTC).isoformat(timespec="seconds")


@register.filter
def og_locale(language_code: str) -> str:
    """The language with its territory, as Open Graph wants it: en_US.

    A language without a territory gets that of the site's language.
    """
    site_language = settings.LANGUAGE_CODE
    if site_language.split("-")[0] == language_code:
        language_code = site_language
    return to_locale(language_code)


@register.simple_tag
def page_links(listing, path: str) -> str:
    """An item for each page of a list; a long list has more than a hundred."""
    here = listing.results.number
    word = format_html('<span class="visually-hidden">{} </span>', gettext("Page"))
    path = escape(path)
    rels = {here - 1: ' rel="prev"', here + 1: ' rel="next"'}
    return mark_safe(  # noqa: S308  What is not a number is escaped.
        "".join(
            '<li><span aria-hidden="true">…</span></li>'
            if number is None
            else f'<li><span class="pagination__here" aria-current="page">{word}{number}</span></li>'
            if number == here
            else f'<li><a href="{path}{escape(query)}"{rels.get(number, "")}>{word}{number}</a></li>'
            for number, query in listing.links
        )
    )


@register.simple_tag
def late_script() -> str:
    """What fetches the site's script when the page is drawn."""
    start = format_html('<script data-src="{}">', static("js/site.js"))
    return start + mark_safe(f"{LATE_SCRIPT}</script>")  # noqa: S308  It is our own.


@register.simple_tag
@cache
def tab_icon() -> str:
    """The icon of the site's tabs as an address that holds all of it.

    It costs a page less than the headers of its own request would.
    """
    drawing = Path(finders.find("icons/favicon.svg")).read_text("utf-8").strip()
    return "data:image/svg+xml," + quote(drawing.replace('"', "'"), safe="/:=',.-;")


@register.simple_tag
def qr_code(address: str) -> str:
    """A drawing of this address that a telephone can read, for the printed page."""
    size, path = qr_path(address)
    return format_html(
        '<svg viewBox="0 -.5 {0} {0}" aria-hidden="true">'
        '<path stroke="#000" d="{1}"/></svg>',
        size,
        path,
    )


@lru_cache(maxsize=2048)
def qr_path(address: str) -> tuple[int, str]:
    """The width of the code in modules, and its dark runs as lines of one path."""
    rows = segno.make_qr(address, error="L", boost_error=False).matrix
    path = ""
    for y, row in enumerate(rows):
        pen = 0
        for start, length in dark_runs(row):
            path += f"m{start - pen} 0h{length}" if pen else f"M{start} {y}h{length}"
            pen = start + length
    return len(rows), path


def dark_runs(row: bytearray) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules in a row."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
