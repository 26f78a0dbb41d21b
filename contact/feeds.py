"""The Atom feed of updates."""

from datetime import UTC, datetime, time

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from contact.models import UpdatePage
from home.site import PracticeSite

LENGTH = 20


def printable(text: str) -> str:
    """The text without control signs, which XML 1.0 cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")


class UpdateFeed(Feed):
    """The latest updates of one site, newest first."""

    feed_type = Atom1Feed

    def get_object(self, request):
        return PracticeSite.for_request(request)

    def title(self, site):
        return _("Updates from %(name)s") % {"name": site.name}

    def subtitle(self, site):
        return site.practice.tagline or None

    def link(self, site):
        return site.root_url + "/"

    def feed_url(self, site):
        return site.absolute_url(reverse("feed"))

    feed_guid = feed_url

    def author_name(self, site):
        return site.name

    def items(self, site):
        updates = UpdatePage.objects.descendant_of(site.site.root_page)
        items = site.visible(updates).for_cards().select_related("author")[:LENGTH]
        for item in items:
            item.practice_site = site
        return items

    def item_title(self, item):
        return printable(item.title)

    def item_description(self, item):
        return printable(item.summary)

    def item_link(self, item):
        return item.seo_canonical_url

    item_guid = item_link

    def item_author_name(self, item):
        return item.seo_author

    def item_author_link(self, item):
        return item.seo_author_url or None

    def item_pubdate(self, item):
        return datetime.combine(
            item.published, time(12), tzinfo=timezone.get_current_timezone()
        )

    def item_updateddate(self, item):
        return (item.last_published_at or datetime.now(UTC)).replace(microsecond=0)
