"""Template tags and filters that every template may use."""

from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import urlsplit

import qrcode
from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import to_locale

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
def qr_code(address: str) -> str:
    """A drawing of this address that a telephone can read, for the printed page."""
    size, path = qr_path(address)
    return format_html(
        '<svg viewBox="0 0 {0} {0}" aria-hidden="true"><path d="{1}"/></svg>',
        size,
        path,
    )


@lru_cache(maxsize=2048)
def qr_path(address: str) -> tuple[int, str]:
    """The width of the code in modules, and its dark runs as one path."""
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_L)
    code.add_data(address)
    code.make(fit=True)
    rows = code.get_matrix()
    runs = [
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in dark_runs(row)
    ]
    return len(rows), "".join(runs)


def dark_runs(row: list[bool]) -> list[tuple[int, int]]:
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
