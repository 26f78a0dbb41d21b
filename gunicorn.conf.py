"""How gunicorn serves the site; the variables are explained in docs/operators.md."""

import gc
import logging
import os
import re
import sys
from datetime import timedelta
from pathlib import Path

from gunicorn.glogging import Logger
from gunicorn.http import wsgi

from config import environment, machine
from config.logs.lines import chosen_line
from config.logs.privacy import path_without_personal_data

# Asked every few seconds; an answer that says all is well is no news.
HEALTH_CHECKS = ("/healthz", "/readyz")
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
LINE = "%(method)s %(path)s %(status)s %(bytes)s bytes %(milliseconds)s ms"


class PrivateLogger(Logger):
    """Writes what was asked and how it went, never who asked."""

    def setup(self, cfg):
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.setFormatter(chosen_line())

    def access(self, resp, req, environ, request_time):
        # Still percent-encoded, so that no path can break the line in two.
        path = environ["RAW_URI"].partition("?")[0]
        status = getattr(resp, "status_code", None) or 0
        if status == 200 and path in HEALTH_CHECKS:
            return
        facts = {
            "method": environ["REQUEST_METHOD"],
            "path": path_without_personal_data(path[:300]),
            "status": status,
            "bytes": resp.sent,
            "milliseconds": request_time // timedelta(milliseconds=1),
        }
        # Made by hand: to find out which line of code writes it takes longer than to
        # answer from a kept page.
        record = logging.LogRecord(
            self.access_log.name, logging.INFO, __file__, 0, LINE, (facts,), None
        )
        record.facts, record.is_private = facts, True
        self.access_log.handle(record)

    def warning(self, msg, *args, **kwargs):
        # Gunicorn names the address of whoever sent a request it cannot read.
        super().warning(re.sub(r"\bip=\S+", "ip=-", str(msg)), *args, **kwargs)


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


# There is no setting for either; two writes wake whoever waits for the answer twice.
wsgi.Response = QuietResponse


_host = environment.text("HOST", "127.0.0.1")
_port = environment.integer("PORT", 8000, minimum=1, maximum=65535)
bind = f"[{_host}]:{_port}" if ":" in _host else f"{_host}:{_port}"

# No line of ours names them, and to find them out costs more than to write the line.
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False

workers = environment.integer(
    "WEB_CONCURRENCY",
    machine.workers(machine.cores(), machine.memory()),
    minimum=1,
    maximum=machine.MOST_WORKERS,
)
worker_class = "gthread"
threads = 4
preload_app = True  # The workers share the memory of the loaded code.
max_requests = 5000  # A slow leak in a library never grows old,
max_requests_jitter = 500  # and the workers do not all start again at once.
timeout = 60  # Room for one very large picture on a slow machine.
graceful_timeout = 20
keepalive = 5
if Path("/dev/shm").is_dir():  # noqa: S108
    worker_tmp_dir = "/dev/shm"  # noqa: S108  A heartbeat must not wait for a disk.

limit_request_line = 8190  # Long enough that our own pages answer a long address.
limit_request_fields = 100
limit_request_field_size = 8190

control_socket_disable = True  # Nobody steers it, so nobody can.
accesslog = "-"
logger_class = PrivateLogger


def when_ready(server):
    """Leave alone what is loaded: a page that a collector writes on is shared no more."""
    gc.collect()
    gc.freeze()


def worker_exit(server, worker):
    """End at once, where all went well.

    To take apart all that a process has loaded takes Python seconds, and until it is
    done no other process takes the place of this one.
    """
    ending = sys.exc_info()[1]
    if isinstance(ending, SystemExit) and not ending.code:
        logging.shutdown()
        sys.stdout.flush()
        os._exit(0)
