"""What every page of one site shares, fetched once a request."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet
from wagtailseo.models import SeoSettings

from home.addresses import address_lines
from home.models.practice import PracticeSettings


@dataclass(frozen=True)
class MainLocation:
    """The main place of the practice: the address of its page, and of its door."""

    url: str
    address_lines: list[str]


class PracticeSite:
    """The site of a request with its settings, menu and legal notices."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self._way: list[str] = []

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
    def restrictions(self) -> list[PageViewRestriction]:
        """Every rule that keeps a part of the tree private."""
        return list(PageViewRestriction.objects.select_related("page"))

    @cached_property
    def _is_visible(self) -> Q:
        # The worker unpublishes an expired page a little after its time.
        now = timezone.now()
        rule = Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=now))
        for path in sorted({one.page.path for one in self.restrictions}):
            rule &= ~Q(path__startswith=path)
        return rule

    def visible(self, pages: PageQuerySet) -> PageQuerySet:
        """Keep what any visitor may see now: live, not expired, not private."""
        return pages.filter(self._is_visible)

    def shows(self, page: Page) -> bool:
        """Whether any visitor may see this page now; asks the database nothing."""
        expired = page.expire_at is not None and page.expire_at <= timezone.now()
        private = any(page.path.startswith(one.page.path) for one in self.restrictions)
        return page.live and not expired and not private

    def url_of(self, page: Page | None) -> str:
        """The address of a page that any visitor may see; "" for any other."""
        if page is None or not self.shows(page):
            return ""
        return page.get_url(self.request) or ""

    def absolute_url_of(self, page: Page | None) -> str:
        """The same with the site's own address before it."""
        address = self.url_of(page)
        return self.absolute_url(address) if address else ""

    def find(self, slugs: list[str]) -> Page | None:
        """The page at this address below home, live or not; None where there is none."""
        root = self.site.root_page.url_path
        self._way = [f"{root}{'/'.join(slugs[:n])}/" for n in range(1, len(slugs) + 1)]
        pages = (page for page in self._framing_pages if page.url_path == self._way[-1])
        return next(pages, None)

    def way_to(self, page: Page) -> list[Page]:
        """The pages above this one, from home down."""
        root = self.site.root_page
        if page.url_path == root.url_path:
            return []
        if page.url_path not in self._way:
            return list(page.get_ancestors().filter(depth__gte=root.depth))
        above = [p for p in self._framing_pages if page.path.startswith(p.path)]
        return [root, *(p for p in above if p.depth < page.depth)]

    @cached_property
    def _framing_pages(self) -> list[Page]:
        """What stands around any text: the way to it, menu, notices, fixed links."""
        root = self.site.root_page
        pages = Page.objects.descendant_of(root).annotate(
            notice_kind=F("standardpage__notice_kind"),
            contact_id=F("contactpage__page_ptr_id"),
            evidence_id=F("evidencelevelspage__page_ptr_id"),
            is_main_location=F("locationpage__is_primary"),
            street=F("locationpage__struct_org_address_street"),
            city=F("locationpage__struct_org_address_locality"),
            region=F("locationpage__struct_org_address_region"),
            postal_code=F("locationpage__struct_org_address_postal"),
        )
        in_menu = Q(depth=root.depth + 1, show_in_menus=True)
        fixed = (
            Q(notice_kind__gt="")
            | Q(contact_id__isnull=False)
            | Q(evidence_id__isnull=False)
            | Q(is_main_location=True)
        )
        on_the_way = Q(url_path__in=self._way)
        # An address leads to its page even where a menu would not.
        chosen = on_the_way | (self._is_visible & (in_menu | fixed))
        return list(pages.filter(chosen).order_by("path"))

    @cached_property
    def _linked_from_every_page(self) -> list[Page]:
        return [page for page in self._framing_pages if self.shows(page)]

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
    def main_location(self) -> MainLocation | None:
        """The place whose address stands at the foot of each page."""
        pages = self._linked_from_every_page
        page = next((page for page in pages if page.is_main_location), None)
        if page is None:
            return None
        lines = address_lines(page.street, page.city, page.region, page.postal_code)
        return MainLocation(page.get_url(self.request), lines)

    @cached_property
    def appointment_url(self) -> str:
        """Where people book: the practice's own system, or the contact page."""
        return self.practice.appointment_url or self.contact_url
