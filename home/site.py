"""What every page of one site shares, fetched once a request."""

from urllib.parse import urlsplit

from django.apps import apps
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet
from wagtailseo.models import SeoSettings

from home.models.practice import PracticeSettings


class PracticeSite:
    """The site of a request with its settings, menu and legal notices."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @classmethod
    def for_request(cls, request: HttpRequest) -> "PracticeSite":
        """Return the request's own instance, made on first use."""
        if not hasattr(request, "practice_site"):
            request.practice_site = cls(request)
        return request.practice_site

    @cached_property
    def site(self) -> Site:
        return Site.find_for_request(self.request)

    @cached_property
    def name(self) -> str:
        return self.site.site_name or self.site.hostname

    @cached_property
    def practice(self) -> PracticeSettings:
        return PracticeSettings.for_request(self.request)

    @cached_property
    def seo(self) -> SeoSettings:
        return SeoSettings.for_request(self.request)

    @cached_property
    def root_url(self) -> str:
        """The address of the site without a slash at its end."""
        return self.site.root_url

    def absolute_url(self, address: str) -> str:
        """Put the site's own address before a path; leave whole addresses alone."""
        return address if urlsplit(address).netloc else f"{self.root_url}{address}"

    @cached_property
    def _private_paths(self) -> list[str]:
        restrictions = PageViewRestriction.objects.order_by("page__path")
        return list(restrictions.values_list("page__path", flat=True).distinct())

    def visible(self, pages: PageQuerySet) -> PageQuerySet:
        """Keep what any visitor may see now: live, not expired, not private."""
        pages = pages.live().filter(
            # The worker unpublishes an expired page a little after its time.
            Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
        )
        for path in self._private_paths:
            pages = pages.exclude(path__startswith=path)
        return pages

    @cached_property
    def _linked_from_every_page(self) -> list[Page]:
        root = self.site.root_page
        pages = Page.objects.descendant_of(root).annotate(
            notice_kind=F("standardpage__notice_kind"),
            contact_id=F("contactpage__page_ptr_id"),
            evidence_id=F("evidencelevelspage__page_ptr_id"),
        )
        in_menu = Q(depth=root.depth + 1, show_in_menus=True)
        others = (
            Q(notice_kind__gt="")
            | Q(contact_id__isnull=False)
            | Q(evidence_id__isnull=False)
        )
        return list(self.visible(pages).filter(in_menu | others).order_by("path"))

    @cached_property
    def menu(self) -> list[Page]:
        """The main menu, in the order of the page tree."""
        depth = self.site.root_page.depth + 1
        return [
            page
            for page in self._linked_from_every_page
            if page.show_in_menus and page.depth == depth
        ]

    @cached_property
    def notices(self) -> list[Page]:
        """The legal notices, in the order of the page tree."""
        return [page for page in self._linked_from_every_page if page.notice_kind]

    @cached_property
    def contact_url(self) -> str:
        """The address of the contact page, or "" where there is none."""
        pages = self._linked_from_every_page
        contact = next((page for page in pages if page.contact_id), None)
        return contact.get_url(self.request) if contact else ""

    @cached_property
    def evidence_url(self) -> str:
        """The address of the page that explains the badges, or ""."""
        pages = self._linked_from_every_page
        levels = next((page for page in pages if page.evidence_id), None)
        return levels.get_url(self.request) if levels else ""

    @cached_property
    def main_location(self) -> Page | None:
        """The place whose address stands at the foot of each page."""
        # By name: locations are pages, and pages stand on this module.
        places = apps.get_model("home.LocationPage").objects.filter(is_primary=True)
        return self.visible(places.descendant_of(self.site.root_page)).first()

    @cached_property
    def appointment_url(self) -> str:
        """Where people book: the practice's own system, or the contact page."""
        return self.practice.appointment_url or self.contact_url
