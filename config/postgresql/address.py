"""How libpq and its programs are told where the database is."""

from typing import Any

from psycopg.conninfo import make_conninfo

# What Django tells psycopg besides.
NOT_OF_LIBPQ = {"context", "cursor_factory", "prepare_threshold"}


def address_of(parameters: dict[str, Any]) -> dict[str, Any]:
    """Of what Django connects with, the part that libpq knows."""
    return {k: v for k, v in parameters.items() if k not in NOT_OF_LIBPQ}


def in_public(address: dict[str, Any]) -> str:
    """An address that others on this machine may read: it has no password."""
    return make_conninfo(**{k: v for k, v in address.items() if k != "password"})
