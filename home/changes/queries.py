"""Says what an answer stands on that was read with a query, as exactly as is safe.

Most pages read a few rows of the table of pages, by their keys or of one type. They need
not be made anew because some other page was published. What a query is not understood
to leave out may change its answer.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.db import models
from wagtail.models import Page

TABLE = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)
BASE = Page._meta.db_table
# A page's own columns, joined to those that every page has: all rows are of its type.
OF_A_TYPE = re.compile(
    rf'JOIN "{BASE}"(?: \w+)? ON \("?\w+"?\."page_ptr_id" = "?\w+"?\."id"\)'
)
BY_KEY = re.compile(
    r'WHERE "(\w+)"\."(?:id|page_ptr_id)" (?:= %s|IN \(%s(?:, %s)*\))'
    r"(?: ORDER BY [^()]+)?(?: LIMIT \d+)?$"
)
SAME_PAGE = re.compile(
    r'JOIN "\w+"(?: \w+)? ON \("?\w+"?\."(?:id|page_ptr_id)" = '
    r'"?\w+"?\."(?:id|page_ptr_id)"\)'
)
REFERRED_TO = re.compile(rf'JOIN "{BASE}" ON \("\w+"\."\w+_id" = "{BASE}"\."id"\)')
# How columns of a few rows are written without their models, one by one or in bulk.
SET_TO = (
    r'"(\w+)" = (?:%s|NULL|\(?CASE (?:WHEN \(.+? = %s\) THEN %s )+ELSE NULL END.*?)'
)
COLUMN = re.compile(f"{SET_TO}(?:, | )")
WRITTEN = re.compile(rf'UPDATE "\w+" SET ((?:{COLUMN.pattern})+)WHERE \(?(.+)')  # noqa: S608 Reads queries.
OF_KEYS = re.compile(
    r'"\w+"\."(?:id|page_ptr_id)" (?:= %s|IN \(%s(?:, %s)*\))(?!.* OR )'
)
# Every record of a page that is read has this column, and is noted by its key.
OF_RECORDS = '"numchild"'
TITLE = '"title"'
# Of rows in an order, the first or those after the first.
A_PART = re.compile(r" (?:LIMIT|OFFSET) ")


def table_tag(table: str) -> str:
    """Which rows are in a table, and what chooses and orders them."""
    return f"table:{table}"


def titles_tag(table: str) -> str:
    """The titles of all pages that have columns in this table."""
    return f"titles:{table}"


def rewritten_tag(table: str) -> str:
    """Rows of a table of pages, or of one told apart, written without their models."""
    return f"rewritten:{table}"


def page_tag(key: object) -> str:
    """One page, whatever its type."""
    return f"page:{key}"


@cache
def page_tables() -> frozenset[str]:
    """The tables that hold the columns of pages."""
    return frozenset(table for model in _page_models() for table in tables_of(model))


def _page_models() -> Iterable[type[Page]]:
    from django.apps import apps

    return (model for model in apps.get_models() if issubclass(model, Page))


def tables_of(model: type[models.Model]) -> set[str]:
    """The tables that hold the columns of a model."""
    return {field.model._meta.db_table for field in model._meta.concrete_fields}


@dataclass(frozen=True)
class Scope:
    """What queries of pages stand on, and of the rows of some other tables."""

    tags: frozenset[str]
    tables: frozenset[str]


def tags_of(sql: str, parameters: Sequence | None, scope: Scope | None) -> set[str]:
    """The tags of what a query reads.

    Of pages the scope is read, where somebody says that it is all that counts.
    """
    tables = set(TABLE.findall(sql))
    pages = tables & page_tables()
    told = pages | (scope.tables & tables if scope else set())
    others = {table_tag(table) for table in tables - told}
    if not told:
        return others
    rewritten = {rewritten_tag(table) for table in told}
    if scope is not None:
        return others | rewritten | scope.tags
    if (keys := _keys(sql, parameters, pages)) is not None:
        return others | rewritten | {page_tag(key) for key in keys}
    if not _has_base(sql) or _is_only_shown(sql):
        pages.discard(BASE)
    tags = others | rewritten | {table_tag(table) for table in pages}
    if _depends_on_titles(sql):
        tags |= {titles_tag(table) for table in pages}
    return tags


def rows_written(
    sql: str, parameters: Sequence | None
) -> tuple[set[str], Sequence | None] | None:
    """The fields that a statement writes, and the keys of all pages it writes them in.

    The keys are None where that is not so plain, and so is all, where the fields are not.
    """
    written = WRITTEN.match(sql)
    if written is None or parameters is None or "SELECT" in sql:
        return None
    assigned, _last, where = written.groups()
    columns = {name.removesuffix("_id") for name in COLUMN.findall(assigned)}
    by_key = OF_KEYS.match(where)
    if by_key is None:
        return columns, None
    first, number = assigned.count("%s"), by_key.group().count("%s")
    return columns, parameters[first : first + number]


def _keys(sql: str, parameters: Sequence | None, pages: set[str]) -> Sequence | None:
    """The keys of all pages that a query reads; None where that is not so plain."""
    if parameters is None or sql.count("SELECT ") != 1:
        return None
    by_key = BY_KEY.search(sql)
    if by_key is None or by_key.group(1) not in pages:
        return None
    first, *joined = TABLE.findall(SAME_PAGE.sub("", sql[: by_key.start()]))
    if first not in pages or not pages.isdisjoint(joined):
        return None
    return parameters[-by_key.group().count("%s") :]


def _has_base(sql: str) -> bool:
    """Whether pages of any type may be among the rows."""
    return BASE in TABLE.findall(OF_A_TYPE.sub("", sql))


def _is_only_shown(sql: str) -> bool:
    """Whether pages come with other rows that refer to them, and choose none of those."""
    columns, _from, rest = sql.partition(" FROM ")
    return (
        OF_RECORDS in columns
        and TABLE.findall(sql).count(BASE) == 1
        and len(REFERRED_TO.findall(rest)) == rest.count(f'"{BASE}".') == 1
    )


def _depends_on_titles(sql: str) -> bool:
    """Whether a title chooses rows, or is read without a record that is noted."""
    columns, _from, rest = sql.partition(" FROM ")
    if TITLE in columns and OF_RECORDS not in columns:
        return True
    chosen, by, order = rest.rpartition(" ORDER BY ")
    if not by or ")" in order or A_PART.search(order):
        chosen = rest
    return TITLE in chosen or '"' not in sql
