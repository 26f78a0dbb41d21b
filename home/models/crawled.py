"""What a page tells search engines of itself, besides its words."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from home.markdown import MARKDOWN_NAME
from home.site import PracticeSite
from home.translations import Translation, are_there_languages, translations_of


class CrawledPage(models.Model):
    """A page with one address of its own, in the index of search engines or not."""

    noindex = models.BooleanField(
        _("keep out of search engines"),
        default=False,
        help_text=_(
            "Search engines, the sitemap and the feed leave this page out. Visitors "
            "still find it here."
        ),
    )

    # A filtered list is one of many views of the same page.
    is_narrowed = False
    canonical_query = ""

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs):
        # Addresses are asked for in any letters and answered in small ones only.
        self.slug = self.slug.lower().replace("_", "-")
        super().full_clean(*args, **kwargs)

    @property
    def is_indexable(self) -> bool:
        return not (self.noindex or self.is_narrowed)

    @property
    def seo_canonical_url(self) -> str:
        # A copy that follows another page is not a page of its own.
        page = self.alias_of or self
        own = page.get_full_url(self.practice_site.request) or ""
        return (self.canonical_url or own) + self.canonical_query

    @property
    def markdown_url(self) -> str:
        """Where the same words are as plain text, for machines."""
        return f"{self.get_url(self.practice_site.request)}{MARKDOWN_NAME}"

    @cached_property
    def translations(self) -> list[Translation]:
        """This page in each of its languages; empty where there is only one."""
        # The second page of a list has no twin: other languages list other pages.
        if not are_there_languages() or self.is_narrowed or self.canonical_query:
            return []
        return translations_of(self, indexable(type(self), self.practice_site))


def indexable(model: type[CrawledPage], site: PracticeSite) -> PageQuerySet:
    """The pages of this type that visitors and search engines may see now."""
    seen = site.visible(model.objects.all())
    return seen.filter(noindex=False, canonical_url="", alias_of=None)
