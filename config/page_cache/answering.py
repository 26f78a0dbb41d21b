"""How a kept page answers: in which encoding, and whether it need be sent at all."""

import re
from collections.abc import Callable, Iterable
from email.utils import parsedate_to_datetime
from functools import lru_cache

from django.conf import settings

from config.page_cache.entries import Entry, Headers

BROWSERS_KEEP = 0  # They ask again, with the ETag: what has changed shows at once.


def cache_control() -> str:
    """What browsers and proxies may do; much more where proxies are told of changes."""
    at_proxies, after_errors = (3600, 86_400) if settings.PURGE_URLS else (60, 600)
    return (
        f"public, max-age={BROWSERS_KEEP}, s-maxage={at_proxies}, "
        f"stale-while-revalidate=60, stale-if-error={after_errors}"
    )


@lru_cache(maxsize=512)
def accepted(header: str) -> frozenset[str]:
    """The encodings a client names and does not refuse; "" is no encoding.

    Source: RFC 9110, section 12.5.3.
    """
    wanted = {"": True}
    for part in header.lower().split(","):
        name, _, quality = part.strip().partition(";")
        refused = re.fullmatch(r"q=0(\.0*)?", quality.strip()) is not None
        name = name.strip()
        if name == "*":
            # Nobody asked for brotli by name.
            wanted.setdefault("gzip", not refused)
            wanted[""] = wanted[""] and not refused
        else:
            wanted["" if name == "identity" else name] = not refused
    return frozenset(name for name, is_wanted in wanted.items() if is_wanted)


def choose_encoding(entry: Entry, header: str) -> str:
    """The smallest that the client takes."""
    wanted = accepted(header)
    for name in ("br", "gzip"):
        if name in wanted and name in entry.bodies:
            return name
    return ""


def is_unchanged(entry: Entry, etag: str, environ: dict) -> bool:
    """Whether the client has these very bytes. Source: RFC 9110, section 13.1."""
    if given := environ.get("HTTP_IF_NONE_MATCH"):
        tags = {tag.strip().removeprefix("W/") for tag in given.split(",")}
        return etag in tags or "*" in tags
    if since := environ.get("HTTP_IF_MODIFIED_SINCE"):
        if since == entry.last_modified:
            return True
        try:
            return parsedate_to_datetime(since).timestamp() >= entry.facts.changed
        except (TypeError, ValueError):
            return False
    return False


def headers_for(entry: Entry, encoding: str) -> Headers:
    """All that is said with this encoding, in the order Django gave it."""
    found = [*entry.facts.headers, ("Vary", "Accept-Encoding")]
    found.append(("Cache-Control", cache_control()))
    found.append(("ETag", entry.etags[encoding]))
    found.append(("Last-Modified", entry.last_modified))
    if encoding:
        found.append(("Content-Encoding", encoding))
    return found


def answer(
    entry: Entry, environ: dict, start_response: Callable, how: str
) -> Iterable[bytes]:
    """Send a kept page, or say that the client has it already."""
    encoding = choose_encoding(entry, environ.get("HTTP_ACCEPT_ENCODING", ""))
    if encoding not in entry.prepared:
        entry.prepared[encoding] = headers_for(entry, encoding)
    headers = [*entry.prepared[encoding]]
    if settings.WAGTAIL_CACHE_HEADER:
        headers.append((settings.WAGTAIL_CACHE_HEADER, how))
    if is_unchanged(entry, entry.etags[encoding], environ):
        without = {"content-type", "content-encoding", "content-language"}
        start_response(
            "304 Not Modified",
            [one for one in headers if one[0].lower() not in without],
        )
        return []
    body = entry.body(encoding)
    headers.append(("Content-Length", str(len(body))))
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
