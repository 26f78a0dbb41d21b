"""Says what an answer stands on that was read with a query, as exactly as is safe.

Most pages read a few rows of the table of pages, by their keys or of one type. They need
not be made anew because some other page was published. What a query is not understood
to leave out may change its answer.
"""

import re
from collections.abc import Iterable, Sequence
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
# How a few columns of one row are written without its model.
OF_ONE_ROW = re.compile(
    r'UPDATE "(\w+)" SET ((?:"\w+" = %s(?:, )?)+) '
    r'WHERE \(?"(\w+)"\."(?:id|page_ptr_id)" = %s\b(?!.* OR )'
)
COLUMN = re.compile(r'"(\w+)" = %s')
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
    """Rows of this table of pages that were written without their models."""
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


def tags_of(
    sql: str, parameters: Sequence | None, scope: Iterable[str] | None
) -> set[str]:
    """The tags of what a query reads.

    Of pages the scope is read, where somebody says that it is all that counts.
    """
    tables = set(TABLE.findall(sql))
    pages = tables & page_tables()
    others = {table_tag(table) for table in tables - pages}
    if not pages:
        return others
    rewritten = {rewritten_tag(table) for table in pages}
    if scope is not None:
        return others | rewritten | set(scope)
    if (keys := _keys(sql, parameters, pages)) is not None:
        return others | rewritten | {page_tag(key) for key in keys}
    if not _has_base(sql) or _is_only_shown(sql):
        pages.discard(BASE)
    tags = others | rewritten | {table_tag(table) for table in pages}
    if _depends_on_titles(sql):
        tags |= {titles_tag(table) for table in pages}
    return tags


def row_written(
    sql: str, parameters: Sequence | None
) -> tuple[set[str], object] | None:
    """The columns and the key, where a statement writes them in at most one page."""
    one = OF_ONE_ROW.match(sql)
    if one is None or parameters is None or one.group(1) != one.group(3):
        return None
    columns = COLUMN.findall(one.group(2))
    return set(columns), parameters[len(columns)]


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
