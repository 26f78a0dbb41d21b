#!/usr/bin/env python3
"""Says whether the PORT that the site is to use is a port and is free."""

import os
import socket
import sys


def find_problem(value: str) -> str | None:
    """Return what is wrong with the port, in words, or None."""
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= 65535):
        return f"PORT is {value!r}; it must be a whole number from 1 to 65535."
    port = int(value)
    try:
        # Where a browser will look: the other protocol family counts as well.
        with socket.create_connection(("localhost", port), timeout=1):
            return f"Port {port} is taken by another program."
    except OSError:
        pass
    with socket.socket() as listener:
        # As gunicorn does: a server that has just stopped is no reason to wait.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError as error:
            return f"Port {port} cannot be used: {error.strerror}."
    return None


if problem := find_problem(os.environ.get("PORT") or "8000"):
    sys.exit(f"{problem}\nChoose another one:  make {' '.join(sys.argv[1:])} PORT=8001")
