"""A small application for the web server: some answers are at hand, others take long."""

import time

LARGE = b"0123456789" * 1_000_000


class Application:
    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] == "/slow/":
            time.sleep(3)
        return self._answer(b"made", environ, start_response)

    def at_hand(self, environ, start_response):
        path = environ["PATH_INFO"]
        if path == "/broken/":
            raise ValueError(path)
        if path == "/unchanged/":
            start_response("304 Not Modified", [("ETag", '"1"')])
            return []
        if not path.startswith("/kept/"):
            return None
        body = LARGE if "large" in path else b"kept"
        return self._answer(body, environ, start_response)

    def _answer(self, body, environ, start_response):
        headers = [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))]
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


application = Application()
