"""Says what a change of a page touches, however it was written.

Wagtail writes moved pages, those below a new address and deleted ones without saving
them. Where its statements are understood, each of these pages is told of by itself.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from django.db import models
from wagtail.models import Page, PageViewRestriction

from home.changes.deletion import deletion
from home.changes.journal import CHANGED, WITHDRAWN
from home.changes.queries import (
    BASE,
    page_tag,
    rewritten_tag,
    tables_of,
    titles_tag,
)
from home.changes.reading import row_tag
from home.changes.telling import is_shown, note, note_tables
from home.changes.words import SHOWN_ONLY, UNSEEN, VISIBILITY

_scopes: list[Callable[[Page, dict], Iterable[str]]] = []

OF_A_BRANCH = re.compile(
    r'UPDATE "(\w+)" SET .+ WHERE \(?"\1"\."path"(?:::text)? LIKE %s(?!.* OR )'
)
# Where a page stands in the tree, which decides where it is shown.
PLACE = [Page._meta.get_field(name) for name in ("path", "url_path")]
# Of a larger branch, telling of each page would cost more than making all answers anew.
AT_MOST = 300


def tell_pages_apart(scopes_of: Callable[[Page, dict], Iterable[str]]) -> None:
    """Ask this for the tags of parts of the tree that a change of a page may touch.

    It is given the page and its stored columns; answers stand on these tags instead of on
    all pages.
    """
    _scopes.append(scopes_of)


def note_new_page(page: Page) -> None:
    note_tables(tables_of(type(page)))
    _note_scopes(page, vars(page))


def note_page_change(page: Page, stored: dict, changed: Sequence[models.Field]) -> None:
    """Tell what a change of these fields touches."""
    changed = [field for field in changed if field.name not in UNSEEN]
    if not changed or not (stored["live"] or page.live):
        return
    names = {field.name for field in changed}
    is_withdrawn = stored["live"] and names & VISIBILITY
    note(row_tag(page), WITHDRAWN if is_withdrawn else CHANGED)
    every_table = tables_of(page.specific_class or type(page))
    if "title" in names:
        for table in every_table:
            note(titles_tag(table))
    choosing = [f for f in changed if f.name not in SHOWN_ONLY["page"] | {"title"}]
    tables = {field.model._meta.db_table for field in choosing}
    # Those of a type are found by what every page has.
    note_tables(every_table if BASE in tables else tables)
    if choosing:
        _note_scopes(page, stored)


def _note_scopes(page: Page, stored: dict) -> None:
    for scopes_of in _scopes:
        for tag in scopes_of(page, stored):
            note(tag)


class Branch:
    """A page and all below it, as they were before a statement gives them other places."""

    def __init__(self, path: str) -> None:
        pages = Page.objects.filter(path__startswith=path)
        self._before = {row["id"]: row for row in pages.values()[: AT_MOST + 1]}

    def note(self) -> None:
        """Tell what each of them was part of, and is now."""
        if len(self._before) > AT_MOST:
            note(rewritten_tag(BASE), WITHDRAWN)
            return
        for page in Page.objects.filter(pk__in=self._before).specific():
            note_page_change(page, self._before[page.pk], PLACE)


def branch_rewritten(sql: str, parameters: Sequence | None) -> Branch | None:
    """The pages that a statement will rewrite, if it is one that rewrites a branch."""
    found = OF_A_BRANCH.match(sql)
    if parameters is None or found is None or found.group(1) != BASE:
        return None
    patterns = [p for p in parameters if isinstance(p, str) and p.endswith("%")]
    return Branch(patterns[-1].rstrip("%")) if patterns else None


def before_page_delete(instance: Page, **kwargs) -> None:
    """Tell what a page was part of; its record of all columns is announced as well."""
    if type(instance) is not instance.specific_class:
        return
    deletion.begin(instance)
    if not is_shown(BASE):
        return
    # Wagtail has told the record already that it is not live any more.
    if stored := type(instance)._base_manager.filter(pk=instance.pk).values().first():
        note_page_change(instance, stored, PLACE)


def withdraw_below(instance: PageViewRestriction, **kwargs) -> None:
    """What becomes private may not be shown to anybody from a store."""
    below = Page.objects.filter(path__startswith=instance.page.path)
    for key in below.values_list("pk", flat=True):
        note(page_tag(key), WITHDRAWN)
