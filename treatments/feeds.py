"""The Atom feed of the site: updates, and medical pages that were reviewed lately."""

from datetime import UTC, date, datetime, time
from uuid import uuid5

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from contact.models import UpdatePage, give_topics
from home.markdown_twins import main_of
from home.models import BasePage
from home.models.crawled import indexable
from home.site import PracticeSite
from team.review import ReviewState
from treatments.models import ConditionPage, MedicalPage, TreatmentPage

LENGTH = 20
# Else a day of many reviews would leave no room for news.
MOST_REVIEWS = 10


def printable(text: str) -> str:
    """The text without control signs, which XML 1.0 cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")


class AtomFeed(Atom1Feed):
    """An Atom feed whose entries carry the whole text of their page."""

    def root_attributes(self):
        return {**super().root_attributes(), "xml:lang": self.feed["spoken"]}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


class SiteFeed(Feed):
    """What is new on one site, newest first, with the whole text and its notices."""

    feed_type = AtomFeed

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

    def feed_extra_kwargs(self, site):
        return {"spoken": site.home.locale.language_code}

    def items(self, site):
        items = [*_latest_updates(site), *_latest_reviews(site)]
        return sorted(items, key=day_of, reverse=True)[:LENGTH]

    def item_title(self, item):
        return printable(item.title)

    def item_description(self, item):
        return printable(" ".join(filter(None, [item.public_notice, item.summary])))

    def item_extra_kwargs(self, item):
        main = main_of(item, item.practice_site.request)
        content = printable(main.decode_contents())
        # Twenty pages in pieces are a lot of memory, which would wait for the collector.
        main.decompose()
        return {"content": content}

    def item_link(self, item):
        return item.seo_canonical_url

    def item_guid(self, item):
        # Stays when the page is renamed or the site moves to another address.
        return uuid5(item.translation_key, item.locale.language_code).urn

    def item_author_name(self, item):
        return item.seo_author or item.practice_site.name

    def item_author_link(self, item):
        return item.seo_author_url or None

    def item_categories(self, item):
        return [_("Medical review") if isinstance(item, MedicalPage) else _("Update")]

    def item_pubdate(self, item):
        return item.seo_published_at

    def item_updateddate(self, item):
        changed = item.last_published_at or datetime.now(UTC)
        if isinstance(item, MedicalPage):
            changed = max(changed, make_aware(datetime.combine(day_of(item), time())))
        return changed.replace(microsecond=0)


def day_of(item: BasePage) -> date:
    """The day on which an update came out or a page was reviewed."""
    return item.last_reviewed if isinstance(item, MedicalPage) else item.published


def _latest_updates(site: PracticeSite) -> list[UpdatePage]:
    updates = indexable(UpdatePage, site).descendant_of(site.site.root_page)
    latest = list(
        updates.order_by("-published", "-pk").select_related("author", "locale")[
            :LENGTH
        ]
    )
    for update in latest:
        update.practice_site = site
    give_topics(latest, site)
    return latest


def _latest_reviews(site: PracticeSite) -> list[MedicalPage]:
    """The medical pages that were reviewed last, as far as their seals hold."""
    found: list[MedicalPage] = []
    for model in (ConditionPage, TreatmentPage):
        pages = indexable(model, site).descendant_of(site.site.root_page)
        reviewed = pages.filter(last_reviewed__isnull=False).select_related("locale")
        found += reviewed.order_by("-last_reviewed", "-pk")[:MOST_REVIEWS]
    found.sort(key=day_of, reverse=True)
    for page in found:
        page.practice_site = site
    latest = found[:MOST_REVIEWS]
    return [page for page in latest if page.review_state == ReviewState.CURRENT]
