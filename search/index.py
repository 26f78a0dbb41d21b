"""Keeps the index in step with what is public, in the transaction that changes it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from home.models import BasePage
from search.models import (
    LONGEST_NAME,
    IndexedPage,
    IndexedStem,
    IndexState,
    NameKind,
    PageName,
)
from search.reading import PageText, dependents, read
from search.words import key_of, name_stems, stems

BATCH = 100
_COLUMNS = ("names", "summary", "headings", "body")
_FIELDS = ("kind", "title", "facets", *_COLUMNS)


def index_pages(page_ids: Iterable[int], *, with_dependents: bool = True) -> None:
    """Write these pages anew, or take out those that visitors may not see."""
    ids = sorted(set(page_ids))
    if with_dependents:
        ids += dependents(ids)
    with transaction.atomic():
        for start in range(0, len(ids), BATCH):
            _write(ids[start : start + BATCH])


def rebuild() -> Iterator[tuple[int, int]]:
    """Write the whole index anew; yields (done, total) as it goes."""
    with transaction.atomic():
        IndexedPage.objects.all().delete()
        IndexedStem.objects.all().delete()
        ids = sorted(_public().values_list("pk", flat=True))
        for start in range(0, len(ids), BATCH):
            _write(ids[start : start + BATCH])
            yield min(start + BATCH, len(ids)), len(ids)
        renew_version()


def _public() -> PageQuerySet:
    """Live pages whose time has not passed, and that no rule keeps private."""
    lasting = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    pages = Page.objects.live().filter(lasting, depth__gt=1)
    for path in PageViewRestriction.objects.values_list("page__path", flat=True):
        pages = pages.exclude(path__startswith=path)
    return pages


def _write(ids: list[int]) -> None:
    pages = _public().filter(pk__in=ids).specific()
    texts = {page.pk: read(page) for page in pages if isinstance(page, BasePage)}
    old = IndexedPage.objects.in_bulk(ids)
    new = {pk: _entry(pk, text) for pk, text in texts.items()}
    gone = [pk for pk in old if pk not in new]
    if gone:
        IndexedPage.objects.filter(pk__in=gone).delete()
    changed = [pk for pk in old if pk in new and _differ(old[pk], new[pk])]
    added = [pk for pk in new if pk not in old]
    if not changed and not added:
        return
    names = PageName.objects.filter(entry__in=changed)
    known = {(row.entry_id, row.name) for row in names}
    counts = _count([old[pk] for pk in changed], names, -1)
    names.delete()
    IndexedPage.objects.bulk_update([new[pk] for pk in changed], _FIELDS)
    IndexedPage.objects.bulk_create([new[pk] for pk in added])
    rows = [row for pk in changed + added for row in _name_rows(pk, texts[pk])]
    PageName.objects.bulk_create(rows, batch_size=500)
    counts.update(_count([new[pk] for pk in changed + added], rows, 1))
    _add_to_stems(counts)
    if known != {(row.entry_id, row.name) for row in rows}:
        renew_version()


def forget(entry: IndexedPage) -> None:
    """Take the words of a page that is about to leave the index from the counts."""
    _add_to_stems(_count([entry], entry.name_rows.all(), -1))
    renew_version()


def _differ(one: IndexedPage, other: IndexedPage) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in _FIELDS)


def _entry(pk: int, text: PageText) -> IndexedPage:
    return IndexedPage(
        page_id=pk,
        kind=text.kind,
        title=text.title,
        facets=text.facets,
        names=" ".join(" ".join(name_stems(name)) for _kind, name in text.names),
        summary=_stemmed(text.summary),
        headings=_stemmed(text.headings),
        body=_stemmed(text.body),
    )


def _stemmed(parts: Iterable[str]) -> str:
    return " ".join(" ".join(stems(part)) for part in parts).strip()


def _name_rows(pk: int, text: PageText) -> list[PageName]:
    rows: dict[str, PageName] = {}
    for kind, name in sorted(_with_parts(text.names)):
        key = key_of(name)[:LONGEST_NAME]
        if key and key not in rows:
            rows[key] = PageName(
                entry_id=pk,
                kind=kind,
                name=name[:LONGEST_NAME],
                key=key,
                stems=" ".join(name_stems(name))[:LONGEST_NAME],
            )
    return list(rows.values())


def _with_parts(names: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """With what stands before and inside parentheses: "Lupus (SLE)"."""
    parts = []
    for kind, name in names:
        before, opened, rest = name.partition("(")
        inside = rest.partition(")")[0]
        if opened and kind != NameKind.SYMPTOM:
            parts += [
                (NameKind.PART, part) for part in (before, inside) if part.strip()
            ]
    return [*names, *parts]


def _count(entries: list[IndexedPage], names: Iterable[PageName], sign: int) -> Counter:
    """Pages and names for each stem, as {(stem, "pages" or "names"): number}."""
    counts: Counter = Counter()
    for entry in entries:
        words = {w for name in _COLUMNS for w in getattr(entry, name).split()}
        for word in words:
            counts[word, "pages"] += sign
    for row in names:
        for word in set(row.stems.split()):
            counts[word, "names"] += sign
    return counts


def _add_to_stems(counts: Counter) -> None:
    words = sorted({word for (word, _what), number in counts.items() if number})
    rows = [(w[:60], counts[w, "pages"], counts[w, "names"]) for w in words]
    table = IndexedStem._meta.db_table
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (stem, pages, names) VALUES (%s, %s, %s) "  # noqa: S608
            "ON CONFLICT (stem) DO UPDATE SET "
            f"pages = {table}.pages + excluded.pages, "
            f"names = {table}.names + excluded.names",
            rows,
        )


def renew_version() -> None:
    """Tell the workers that names have changed."""
    # A number that counts could come back with other names after a rollback.
    IndexState.objects.update_or_create(
        pk=1, defaults={"version": get_random_string(32)}
    )
