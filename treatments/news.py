"""New and freshly reviewed medical pages, for newsletters."""

from datetime import date

from django.db.models import Q

from contact.models import Topic
from contact.newsletters.news import MOST_FOUND, News, midnight
from home.models.crawled import indexable
from home.site import PracticeSite
from treatments.models import ConditionPage, MedicalPage, TreatmentPage
from treatments.oversight import whole_pages

TOPICS: dict[type, object] = {
    ConditionPage: Topic.CONDITIONS,
    TreatmentPage: Topic.TREATMENTS,
}


def find_medical_news(site: PracticeSite, since: date) -> list[News]:
    """Medical pages that came out since a day, or were reviewed and still are as then."""
    fresh = Q(first_published_at__gte=midnight(since)) | Q(last_reviewed__gte=since)
    numbers = {
        pk
        for model in TOPICS
        for pk in indexable(model, site)
        .descendant_of(site.site.root_page)
        .filter(fresh)
        .order_by("-first_published_at")
        .values_list("pk", flat=True)[:MOST_FOUND]
    }
    news = [_news_of(page, since) for page in whole_pages(site.request, pk__in=numbers)]
    return [one for one in news if one.is_new or one.reviewed]


def _news_of(page: MedicalPage, since: date) -> News:
    page.notices = page.notice_texts
    reviewed = page.last_reviewed if page.is_sealed else None
    return News.of(page, TOPICS[type(page)], since, reviewed)
