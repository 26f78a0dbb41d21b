"""What a newsletter can tell: new pages, and pages that were reviewed again.

Floors above register a hook "find_news", which takes a site and a day and gives News
of pages that visitors and search engines may see now.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.coreutils import get_dummy_request
from wagtail.models import Site

from contact.models.newsletters import Newsletter
from contact.models.subscribers import Topic
from contact.models.updates import UpdatePage, give_topics
from home.models import BasePage
from home.models.crawled import indexable
from home.site import PracticeSite

HOOK = "find_news"
# Of each kind of page: nobody reads more, and each of them is looked at closely.
MOST_FOUND = 100


@dataclass(frozen=True)
class News:
    """One page that a newsletter tells of, and what has to be said with it."""

    page_id: int
    topic: str
    title: str
    url: str
    day: date
    summary: str
    # The day of the medical review that holds today; None for a page without one.
    reviewed: date | None = None
    notice: str = ""
    notice_texts: tuple[str, ...] = ()
    is_new: bool = True

    @classmethod
    def of(
        cls, page: BasePage, topic, since: date, reviewed: date | None = None
    ) -> "News":
        """What is told of a page; it is new where it came out since then."""
        first = page.first_published_at
        published = localdate(first) if first else since
        is_new = bool(first) and published >= since
        return cls(
            page_id=page.pk,
            topic=topic,
            title=page.title,
            url=page.seo_canonical_url,
            day=published if is_new else reviewed or published,
            summary=page.summary,
            reviewed=reviewed,
            notice=page.public_notice,
            notice_texts=tuple(one.text for one in page.notices),
            is_new=is_new,
        )

    @property
    def key(self) -> str:
        """The same for the same page as long as nobody reviews it again."""
        return f"{self.page_id} {self.reviewed or ''}".strip()

    @property
    def label(self) -> str:
        """Why the newsletter tells of it."""
        if self.is_new:
            return _("New")
        return _("Medically reviewed again")


def site_of(site: Site) -> PracticeSite:
    """The site as a visitor's request would have it."""
    return PracticeSite.for_request(get_dummy_request(site=site))


def gather_news(newsletter: Newsletter, site: PracticeSite) -> list[News]:
    """All news for a draft, and for any other what its owner saw and is still public.

    Newest first within a topic; what an earlier newsletter told of is left out.
    """
    finders: Iterable[Callable] = hooks.get_hooks(HOOK)
    found = [news for find in finders for news in find(site, newsletter.since)]
    if newsletter.is_draft:
        told = Newsletter.objects.told(site.site)
        news = [one for one in found if one.key not in told]
    else:
        news = [one for one in found if one.key in newsletter.told]
    order = list(Topic)
    return sorted(news, key=lambda one: (order.index(one.topic), -one.day.toordinal()))


def midnight(day: date) -> datetime:
    """When a day begins, where the practice is."""
    return make_aware(datetime.combine(day, time()))


def find_updates(site: PracticeSite, since: date) -> list[News]:
    """The updates of the practice that came out since a day, with their notices."""
    pages = indexable(UpdatePage, site).descendant_of(site.site.root_page)
    fresh = list(
        pages.filter(first_published_at__gte=midnight(since)).order_by(
            "-first_published_at"
        )[:MOST_FOUND]
    )
    for page in fresh:
        page.practice_site = site
    give_topics(fresh, site)
    return [News.of(page, Topic.NEWS, since) for page in fresh]
