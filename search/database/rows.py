"""Rows by hand-written SQL: the ORM would take longer than the database does."""

from django.db import connection

NAME = "n.entry_id, n.kind, n.name, n.key, n.stems"


def fetch(sql: str, parameters: list) -> list[tuple]:
    """Run one query; `%s` stands for each parameter."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def marks(values: list) -> str:
    """As many marks for parameters as there are values, for `IN (…)`."""
    return ", ".join(["%s"] * len(values)) or "NULL"


def named(keys: list[str], limit: int, others: str = "") -> tuple[str, list]:
    """A query for the names that have one of the keys, then for `others`."""
    by_key = (
        f"SELECT {NAME} FROM search_pagename n WHERE n.key IN ({marks(keys)}) "  # noqa: S608
        "LIMIT %s"
    )
    if others:
        by_key = f"SELECT * FROM ({by_key}) a UNION ALL SELECT * FROM ({others}) b"  # noqa: S608
    return by_key, [*keys, limit]
