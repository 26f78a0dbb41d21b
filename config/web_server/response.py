"""How an answer is written to a client."""

from gunicorn.http import wsgi

# Policies and types; whoever writes them writes them the same for all pages.
SAID_ON_EVERY_PAGE = {
    "Cache-Control",
    "Content-Encoding",
    "Content-Security-Policy",
    "Content-Type",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "Vary",
    "X-Content-Type-Options",
    "X-Frame-Options",
}
MOST_CHECKED = 200


class QuietResponse(wsgi.Response):
    """Does not say what serves the site, and sends head and body in one piece."""

    # Headers that every page has: to check the same words anew takes as long as to
    # find the page.
    _checked: set[tuple[str, str]] = set()
    _head = b""

    def process_headers(self, headers):
        checked = self._checked
        known = [pair for pair in headers if pair in checked]
        super().process_headers([pair for pair in headers if pair not in checked])
        if len(checked) < MOST_CHECKED:
            checked.update(p for p in self.headers if p[0] in SAID_ON_EVERY_PAGE)
        self.headers += known

    def default_headers(self):
        headers = super().default_headers()
        return [header for header in headers if not header.startswith("Server:")]

    def write(self, data):
        if not self.headers_sent and not self.chunked:
            lines = [
                *self.default_headers(),
                *(f"{n}: {v}\r\n" for n, v in self.headers),
            ]
            self._head = "".join([*lines, "\r\n"]).encode("latin-1")
            self.headers_sent = True
        super().write(data)
        self._emit_body(b"")

    def _emit_body(self, data):
        head, self._head = self._head, b""
        if head or data:
            super()._emit_body(head + data)


def install() -> None:
    """Let gunicorn answer so: there is no setting for it."""
    wsgi.Response = QuietResponse
