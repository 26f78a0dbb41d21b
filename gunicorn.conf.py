"""How gunicorn serves the site; the variables are explained in docs/operators.md."""

import gc
import logging
import os
import sys
from pathlib import Path

from config import environment, machine
from config.web_server import heap, response
from config.web_server.log import PrivateLogger
from config.web_server.worker import ReadyWorker

heap.share_one()
response.install()

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
worker_class = ReadyWorker
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
