"""Every link of the demo practice leads somewhere."""

from collections import deque
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

FROM = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src"}


class NoRedirects(HTTPRedirectHandler):
    """Links of our own lead straight to where they lead."""

    def redirect_request(self, *args):
        return None


class Links(HTMLParser):
    """The addresses on a page, and the places within it that one can link to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: set[str] = set()
        self.places: set[str] = {"", "top"}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if "id" in found:
            self.places.add(found["id"])
        if address := found.get(FROM.get(tag, "")):
            self.addresses.add(address)
        candidates = (found.get("srcset") or "").split(",")
        self.addresses |= {one.split()[0] for one in candidates if one.strip()}


def visit(address: str) -> tuple[int, Links | None]:
    """The status of an address, and the links of the page that is there."""
    try:
        with build_opener(NoRedirects()).open(address, timeout=60) as answer:
            is_page = answer.headers.get_content_type() == "text/html"
            return answer.status, Links(answer.read().decode()) if is_page else None
    except HTTPError as error:
        return error.code, None


def test_every_link_of_the_demo_resolves(practice):
    start = f"{practice.url}/"
    waiting, seen, wanted = deque([start]), {start: None}, []
    broken = []
    while waiting:
        page = waiting.popleft()
        status, links = visit(page)
        seen[page] = links
        if status != 200:
            broken.append(f"{status}: {page}")
        for address in links.addresses if links else ():
            target, place = urldefrag(urljoin(page, address))
            if urlsplit(target).netloc != urlsplit(practice.url).netloc:
                continue
            wanted.append((page, target, place))
            if target not in seen:
                seen[target] = None
                waiting.append(target)

    nowhere = {
        f"{page} → {target}#{place}"
        for page, target, place in wanted
        if seen[target] and place not in seen[target].places
    }
    assert broken == []
    assert nowhere == set()
    assert len([links for links in seen.values() if links]) > 50
