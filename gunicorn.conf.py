"""How gunicorn serves the site; the variables are explained in docs/operators.md."""

import os
import re
from pathlib import Path

from gunicorn.glogging import Logger
from gunicorn.http.wsgi import Response

from config import environment

# A confirmation link carries a signed token; no page of ours has such a name.
TOKEN = re.compile(r"[^/]*[A-Z:=][^/]*")


class PrivateLogger(Logger):
    """Writes what was asked and how it went, never who asked."""

    def atoms(self, resp, req, environ, request_time):
        atoms = super().atoms(resp, req, environ, request_time)
        # Still percent-encoded, so that no path can break the line in two.
        path = environ["RAW_URI"].partition("?")[0]
        parts = path[:300].split("/")
        atoms["U"] = "/".join(self._without_token(part) for part in parts)
        return atoms

    def warning(self, msg, *args, **kwargs):
        # Gunicorn names the address of whoever sent a request it cannot read.
        super().warning(re.sub(r"\bip=\S+", "ip=-", str(msg)), *args, **kwargs)

    @staticmethod
    def _without_token(part: str) -> str:
        return "…" if len(part) >= 20 and TOKEN.fullmatch(part) else part


def _headers_without_server(response, _default_headers=Response.default_headers):
    headers = _default_headers(response)
    return [header for header in headers if not header.startswith("Server:")]


# There is no setting for this; visitors need not know what serves the site.
Response.default_headers = _headers_without_server


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_host = environment.text("HOST", "127.0.0.1")
_port = environment.integer("PORT", 8000, minimum=1, maximum=65535)
bind = f"[{_host}]:{_port}" if ":" in _host else f"{_host}:{_port}"

# One busy worker a core, one more for the moments one of them waits for the disk.
# Five fit into a gigabyte of memory; who has more of it says so.
workers = environment.integer(
    "WEB_CONCURRENCY", min(_cores() + 1, 5), minimum=1, maximum=64
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
access_log_format = "%(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"
logger_class = PrivateLogger
