"""The pages that name a clinician."""

from django.db.models import F, Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.cards import describe
from home.changes.following import followed_property
from home.changes.reading import only_standing_on
from home.scopes import pages_of, updates_by_tag
from home.site import PracticeSite
from home.tree import any_of

MOST_ARTICLES = 5


class MentionedPage:
    """Of a clinician: the visible pages that name them, only to be read."""

    @followed_property
    def _mentions(self) -> list[Page]:
        """Visible pages that name this clinician, found through the page tree."""
        if self.pk is None:
            return []
        medical = pages_of("treatmentpage", "conditionpage")
        with only_standing_on([*medical, updates_by_tag(self.pk)]):
            mentions = list(_pages_naming(self, self.practice_site))
        describe(mentions, self.practice_site)
        return mentions

    @property
    def treatments(self) -> list[Page]:
        """The visible treatments that name this clinician."""
        return [page for page in self._mentions if page.treatment_id]

    def get_named_pages(self):
        return self.treatments

    @property
    def conditions(self) -> list[Page]:
        """The visible conditions those treatments are for."""
        return [page for page in self._mentions if page.condition_id]

    @property
    def articles(self) -> list[Page]:
        """The latest visible updates by this clinician."""
        updates = [page for page in self._mentions if page.published]
        updates.sort(key=lambda page: page.published, reverse=True)
        return updates[:MOST_ARTICLES]


def _pages_naming(clinician: Page, site: PracticeSite) -> PageQuerySet:
    """Visible treatments, conditions and updates that name a clinician, by title.

    Each with `treatment_id`, `condition_id` or `published`, by what it is.
    """
    offered = Page.objects.filter(treatmentpage__clinicians=clinician)
    shown = site.visible(offered).values("pk")
    treated = Page.objects.filter(conditionpage__indications__treatment__in=shown)
    written = Page.objects.filter(updatepage__author=clinician)
    # Each found by an index: of joins that any page may fulfil, all pages are read.
    naming = any_of(
        Q(pk__in=pages.values("pk")) for pages in (offered, treated, written)
    )
    pages = Page.objects.filter(naming).annotate(
        published=F("updatepage__published"),
        treatment_id=F("treatmentpage__page_ptr_id"),
        condition_id=F("conditionpage__page_ptr_id"),
    )
    return site.visible(pages).order_by("title")
