"""The list of pages for crawlers."""

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from home.site import PracticeSite


class PageSitemap(Sitemap):
    """Every page of one site that any visitor may see now."""

    def items(self):
        site = PracticeSite.for_request(self.request)
        pages = Page.objects.descendant_of(site.site.root_page, inclusive=True)
        return site.visible(pages).order_by("path").defer_streamfields().specific()
