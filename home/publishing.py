"""The last look before a page goes public, whichever way it goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.signals import page_published

from home.objections import objection_problems

_in_publication: ContextVar[frozenset[UUID]] = ContextVar(
    "in_publication", default=frozenset()
)


class NotReady(Exception):  # noqa: N818 The words say what it is.
    """A page may not be published as it is; the message says what to mend."""

    def __init__(self, page: Page, problems: dict[str, str]) -> None:
        self.problems = problems
        words = " ".join(str(message) for message in problems.values())
        super().__init__(f"{page.title}: {words}")
        self.page = page


def problems_of(page: Page) -> dict[str, str]:
    """What stands between a page as it is stored and the public: field → message."""
    try:
        page.full_clean()
        for field in page._meta.fields:
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))
    except ValidationError as error:
        return {"page": " ".join(_messages(error))}
    cleaned = {field.name: getattr(page, field.name) for field in page._meta.fields}
    rows = {
        name: list(getattr(page, name).all())
        for name in (one.get_accessor_name() for one in get_all_child_relations(page))
    }
    for name, records in rows.items():
        for record in records:
            try:
                record.full_clean(exclude=[record._meta.pk.name, "page", "sort_order"])
            except ValidationError as error:
                return {name: " ".join(_messages(error))}
    problems = page.publish_problems(cleaned, rows)
    return problems | objection_problems(page, cleaned, rows)


def _messages(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return [str(message) for message in error.messages]
    return [
        f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
    ]


def refuse_unready(page: Page) -> None:
    """Raise NotReady, which says why, for a page that may not go public as it is."""
    if problems := problems_of(page):
        raise NotReady(page, problems)


@contextmanager
def publication(page: Page) -> Iterator[None]:
    """Publish a page whole or not at all; `page_published` tells when it is whole."""
    known = _in_publication.set(_in_publication.get() | {page.translation_key})
    try:
        with transaction.atomic():
            yield
    finally:
        _in_publication.reset(known)


def add_page(parent: Page, page: Page, *, live: bool) -> None:
    """Put a new page into the tree with its first revision, public at once if `live`.

    To add a draft and publish it would save the page once more, which doubles the time
    of many pages. No rule of publishing is asked here.
    """
    page.live = live
    page.has_unpublished_changes = not live
    if live:
        page.first_published_at = page.last_published_at = timezone.now()
    with publication(page):
        parent.add_child(instance=page)
        revision = page.save_revision(log_action=False, changed=not live)
        if live:
            Page.objects.filter(pk=page.pk).update(live_revision=revision)
            page_published.send(sender=type(page), instance=page, revision=revision)


def is_in_publication(page: Page) -> bool:
    """Whether a page that was saved is about to be told of by `page_published`."""
    return page.translation_key in _in_publication.get()
