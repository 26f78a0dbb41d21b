"""What higher floors have to say of pages that are shown as cards or names."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from home.changes.following import followed_property
from home.site import PracticeSite

HOOK = "describe_pages"
NOTICES_HOOK = "find_notices"


def describe(pages: Iterable[Page], site: PracticeSite) -> None:
    """Let each app add to these pages what a card prints besides title and summary.

    A function registered under the hook "describe_pages" is given the pages and the
    site; it sets attributes, such as `uses`, and asks the database once at most.
    """
    known = list(pages)
    for function in hooks.get_hooks(HOOK):
        function(known, site)


def notice_on(pages: Iterable[Page]) -> str:
    """What has to be said where these described pages are spoken of; "" for nothing."""
    marked = (page for page in pages if marks_uses(page) and page.uses.notice)
    return " ".join(f"{page.title}: {page.uses.notice}" for page in marked)


def marks_uses(page: Page) -> bool:
    """Whether the name of this described page is marked where a use is unproven."""
    return bool(page.uses) and page.uses.of_treatment


class NoticedPage:
    """Says what has to be said of the uses that it shows, wherever it is passed on."""

    def get_named_pages(self) -> list[Page]:
        """The described pages of whose uses this page says how sure they are."""
        return []

    @followed_property
    def notices(self) -> list:
        """What has to be said, by the floors above: `text` and its `source`.

        A function of the hook "find_notices" is given the described pages and the site,
        and returns texts.
        """
        pages = self.get_named_pages()
        finders = hooks.get_hooks(NOTICES_HOOK)
        return [text for find in finders for text in find(pages, self.practice_site)]

    @property
    def public_notice(self) -> str:
        """What has to be said first wherever this page is passed on; "" for nothing."""
        return ""

    @property
    def share_description(self) -> str:
        """The description on a share card, with the notice that belongs to it."""
        return self.keep_part("share description", self._describe_for_sharing)

    def _describe_for_sharing(self) -> str:
        notice, after = self.public_notice, ""
        if self.notices and not notice:
            after = _("Some treatments named here are unproven.")
        return " ".join(filter(None, [notice, self.seo_description, after]))
