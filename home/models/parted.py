"""Parts of pages that each process keeps until something that they show changes."""

from collections.abc import Callable, Iterator

from django.utils.translation import get_language
from wagtail.models import Page

from home.changes.following import followed_property
from home.changes.reading import note_keys, note_record, note_row
from home.links import remember_links
from home.pictures import load_pictures


class PartedPage:
    """A page of which parts are kept: markup, or the text for machines.

    A part may be made from the page's own record, from what `note_as_read` notes, from
    what is asked for while it is made, and from any `followed_property`. A plain
    `cached_property` may have been asked for before: nobody would be told of a change.
    """

    @property
    def may_keep_parts(self) -> bool:
        """Whether this is a visitor's look."""
        return self._is_routed and not self.is_being_previewed

    def keep_part(self, name: str, make: Callable[[], str]) -> str:
        """What `make` returned last in this language, made anew after any change.

        It may not look at the request. What an editor previews is never kept.
        """
        if not self.may_keep_parts:
            return make()

        def make_noted() -> str:
            _ = self._as_read
            return make()

        view = f"{self.pk}{self.understood_query}"
        key = f"{name} of page {view} in {get_language()}"
        return self.practice_site.keep(key, make_noted)

    @followed_property
    def _as_read(self) -> None:
        self.note_as_read()

    def note_as_read(self) -> None:
        """Note all that was read of this page before a part of it is made."""
        site = self.practice_site
        note_record(self)
        for page in site.way_to(self):
            note_row(page)
        for model, key in self._referred_to():
            note_keys(model, [key])
        load_pictures([self, site.practice, site.seo])
        remember_links(self, site)

    def _referred_to(self) -> Iterator[tuple[type[Page], str]]:
        """Model and key of each picture, document, page or source in its texts."""
        for field in self._meta.concrete_fields:
            if hasattr(field, "extract_references"):
                value = getattr(self, field.attname)
                for model, key, *_path in field.extract_references(value):
                    yield model, key
