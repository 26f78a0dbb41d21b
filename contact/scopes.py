"""The parts of the tree that an update belongs to besides its place; see home.scopes."""

from collections.abc import Iterator

from wagtail.models import Page

from contact.models import UpdatePage, UpdateTopic
from home.scopes import updates_about_tag, updates_by_tag


def scopes_of(page: Page, stored: dict) -> Iterator[str]:
    """The tags of what an update is about and of who wrote it, before and after.

    Its stored topics: what changes those is told where they are written.
    """
    if page.specific_class is not UpdatePage:
        return
    topics = UpdateTopic.objects.filter(update=page.pk)
    yield from map(updates_about_tag, topics.values_list("page", flat=True))
    authors = UpdatePage.objects.filter(pk=page.pk).values_list("author", flat=True)
    for author in {*authors, getattr(page, "author_id", None)} - {None}:
        yield updates_by_tag(author)


def scopes_of_topic(row: dict) -> Iterator[str]:
    """The tag of what a row of topics speaks of."""
    yield updates_about_tag(row["page_id"])
