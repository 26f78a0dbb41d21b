"""What an editor should mend so that a page is found and looks well where it is shared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, ReferenceIndex

from home.metadata import DESCRIPTION_LENGTH, TITLE_LENGTH


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the field it is about, and what to do."""

    field: str
    text: str


def findings_of(page: Page) -> list[Finding]:
    """What stands between a page and a good place in a list of results."""
    return [
        *title_findings(page.seo_title or page.title),
        *description_findings(page.search_description or page.summary),
        *picture_findings(_pictures(page)),
        *link_findings(is_linked(page)),
    ]


def title_findings(title: str) -> Iterator[Finding]:
    extra = len(title) - TITLE_LENGTH
    if extra > 0:
        words = ngettext(
            "The title is %(count)d character longer than a search result shows.",
            "The title is %(count)d characters longer than a search result shows.",
            extra,
        )
        yield Finding("seo_title", words % {"count": extra})


def description_findings(description: str) -> Iterator[Finding]:
    shortest, longest = DESCRIPTION_LENGTH
    length = len(description)
    if not length:
        words = _("There is no description. Write a summary, or a description here.")
    elif length < shortest:
        words = _("The description is short: search engines may choose other words.")
    elif length > longest:
        words = _(
            "The description is longer than the 160 characters that a search result "
            "shows. Put the most important words first, or write a shorter one here."
        )
    else:
        return
    yield Finding("search_description", words)


def picture_findings(pictures: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """`pictures` are titles and descriptions."""
    for title, description in pictures:
        if not description.strip():
            words = _("The picture “%(title)s” has no description.")
            yield Finding("image", words % {"title": title})


def _pictures(page: Page) -> Iterator[tuple[str, str]]:
    for image in dict.fromkeys([page.image, page.og_image]):
        if image:
            yield image.title, image.description
    for block in getattr(page, "body", None) or []:
        if block.block_type == "image" and (image := block.value["image"]):
            told = image.contextual_alt_text or ""
            is_bare = not (told or image.decorative)
            yield image.title, "" if is_bare else "told"


def link_findings(is_linked: bool) -> Iterator[Finding]:
    if not is_linked:
        words = _(
            "No other page leads here. Link to it from a text, or put it into a list or "
            "the menu, so that people and search engines can find it."
        )
        yield Finding("slug", words)


def is_linked(page: Page) -> bool:
    """Whether anything leads to a page: the frame of all pages, a list, or a text.

    A page that is not saved yet will be in the list above it.
    """
    site = page.practice_site
    if page.pk is None or site.leads_to(page) or page.get_parent().specific.lists(page):
        return True
    links = ReferenceIndex.get_references_to(page)
    # A page that names itself is not found by that.
    return links.exclude(object_id=str(page.pk)).exists()
