"""Which requests a kept page may answer, and under which name it is kept."""

import hashlib
import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from config.page_cache.version import version

# What lists of pages understand; see IndexPage.get_filters.
KNOWN_PARAMETERS = frozenset(
    {
        "condition",
        "evidence",
        "language",
        "location",
        "page",
        "specialty",
        "body_system",
    }
)
IGNORED = re.compile("|".join(settings.WAGTAIL_CACHE_IGNORE_QS), re.IGNORECASE)
LONGEST_QUERY = 500
FILES = (settings.STATIC_URL, settings.MEDIA_URL)
NEVER_KEPT = (*FILES, "/admin/", "/documents/", "/enquiry/")


class Query(NamedTuple):
    """A query string in its one form; foreign parts may mean something to a view."""

    known: str
    is_foreign: bool


class Asked(NamedTuple):
    """One request that a kept page may answer."""

    origin: str
    path: str
    query: Query
    is_head: bool

    @property
    def address(self) -> str:
        return address_of(self.origin, self.path, self.query.known)

    @property
    def key(self) -> str:
        return key_of(self.address)


def address_of(origin: str, path: str, query: str) -> str:
    return f"{origin}{path}?{query}" if query else f"{origin}{path}"


def key_of(address: str) -> str:
    """The name under which this version of the site keeps an address."""
    told = f"{version()} {address}".encode()
    return hashlib.blake2b(told, digest_size=20).hexdigest()


def normal_query(pairs: list[tuple[str, str]]) -> str:
    """Known parameters in their order, without what says nothing."""
    wanted = {name: value for name, value in pairs if value}
    if wanted.get("page") == "1":
        del wanted["page"]
    return urlencode(sorted(wanted.items()))


def read_query(text: str) -> Query:
    if not text:
        return Query("", False)
    if len(text) > LONGEST_QUERY:
        return Query("", True)
    pairs = parse_qsl(text, keep_blank_values=True)
    known = [pair for pair in pairs if pair[0] in KNOWN_PARAMETERS]
    others = [name for name, _value in pairs if name not in KNOWN_PARAMETERS]
    is_foreign = not all(IGNORED.fullmatch(name) for name in others)
    return Query(normal_query(known), is_foreign)


def read(environ: dict) -> Asked | None:
    """What is asked for; None where only Django may answer."""
    method = environ["REQUEST_METHOD"]
    if method not in ("GET", "HEAD") or has_session(environ):
        return None
    path = environ["PATH_INFO"]
    host = environ.get("HTTP_HOST", "")
    if path.startswith(NEVER_KEPT) or not is_own_host(host, environ["SERVER_PORT"]):
        return None
    scheme = scheme_of(environ)
    if settings.SECURE_SSL_REDIRECT and scheme != "https":
        return None
    query = read_query(environ.get("QUERY_STRING", ""))
    return Asked(f"{scheme}://{host}", path, query, method == "HEAD")


def has_session(environ: dict) -> bool:
    """Whether this may be an editor, or somebody who knows a page's password."""
    cookies = environ.get("HTTP_COOKIE", "")
    return settings.SESSION_COOKIE_NAME in cookies or "messages=" in cookies


def scheme_of(environ: dict) -> str:
    if settings.SECURE_PROXY_SSL_HEADER:
        header, secure = settings.SECURE_PROXY_SSL_HEADER
        value = environ.get(header, "").partition(",")[0].strip()
        return "https" if value == secure else environ["wsgi.url_scheme"]
    return environ["wsgi.url_scheme"]


_own_hosts: set[tuple[str, str]] = set()


def is_own_host(host: str, server_port: str) -> bool:
    """Whether the site answers to this name; only with the ports that it listens on.

    Otherwise anybody could fill the store with copies, one for each port.
    """
    if (host, server_port) in _own_hosts:
        return True
    domain, port = split_domain_port(host)
    allowed = [name.lower() for name in settings.ALLOWED_HOSTS]
    if not domain or host != host.lower() or not validate_host(domain, allowed):
        return False
    if (port or "") not in (
        "",
        server_port,
        *re.findall(r":(\d+)$", settings.SITE_URL),
    ):
        return False
    if len(_own_hosts) < 100:
        _own_hosts.add((host, server_port))
    return True
