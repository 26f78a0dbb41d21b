"""What every page of one site shares, fetched once a request."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet
from wagtailseo.models import SeoSettings

from home.addresses import address_lines
from home.changes.keeping import Key, is_in_transaction, keep, keep_many, known
from home.changes.reading import keep_nothing, read_since, this_moment
from home.frame import Frame, fetch_frame, fetch_framing_pages, fetch_restrictions
from home.models.practice import PracticeSettings
from home.places import MOST_AT_THE_FOOT, Place
from home.tree import pages_at

PRIVACY = "privacy_practices"
# Beside what templates wrote of a page that is kept; see home.known_pages.
ADDRESS = "address"


class PracticeSite:
    """The site of a request with its settings, menu and legal notices."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        # Whatever this request has read, it has read since then.
        self.began = this_moment()
        self._way: list[str] = []

    @classmethod
    def for_request(cls, request: HttpRequest) -> "PracticeSite":
        """Return the request's own instance, made on first use."""
        if not hasattr(request, "practice_site"):
            request.practice_site = cls(request)
        return request.practice_site

    @property
    def visitor_may_be_editor(self) -> bool:
        """Whether it is worth asking who this is; to ask makes a page personal."""
        return settings.SESSION_COOKIE_NAME in self.request.COOKIES

    @property
    def _kept_as(self) -> str:
        return f"frame of {self.request.get_host()}"

    @cached_property
    def _frame(self) -> Frame | None:
        """What earlier requests found; None for who is changing something right now."""
        if is_in_transaction():
            return None
        frame = keep(self._kept_as, lambda: fetch_frame(self.request)).own_copy()
        frame.give_to(self.request)
        return frame

    def keep(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` returned last for this site; see home.changes.keeping."""
        return self.keep_many(name, [""], lambda _keys: {"": make()})[""]

    def keep_many(
        self,
        kind: str,
        keys: Iterable[Key],
        make: Callable[[list[Key]], dict[Key, Any]],
    ) -> dict[Key, Any]:
        """The same for many records of one kind."""

        def make_here(missing: list[Key]) -> dict[Key, Any]:
            self._note_as_read()
            return make(missing)

        return keep_many(f"{kind} of {self.request.get_host()}", keys, make_here)

    def _note_as_read(self) -> None:
        # Private parts, settings, addresses: what was read before.
        if self._frame is not None:
            read_since(self.began)
            if known(self._kept_as) is None:
                keep_nothing()

    def use_what_is_kept(self) -> None:
        """Let Wagtail find what an earlier request found, if that still holds."""
        if known(self._kept_as) is not None:
            _ = self._frame

    @property
    def markup(self) -> dict | None:
        """Where the tag "once_for" remembers what stands around every page."""
        return self._frame.markup if self._frame else None

    @cached_property
    def site(self) -> Site:
        return self._frame.site if self._frame else Site.find_for_request(self.request)

    @cached_property
    def name(self) -> str:
        return self.site.site_name or self.site.hostname

    @cached_property
    def practice(self) -> PracticeSettings:
        if self._frame:
            practice = self._frame.practice
            name = PracticeSettings.get_cache_attr_name()
            setattr(self.request, name, practice)
        else:
            practice = PracticeSettings.for_request(self.request)
        if hasattr(practice.site, "seosettings"):
            # Where wagtail-seo looks first when its settings are asked for.
            name = SeoSettings.get_cache_attr_name()
            setattr(self.request, name, practice.site.seosettings)
        return practice

    @cached_property
    def seo(self) -> SeoSettings:
        return SeoSettings.for_request(self.request)

    @cached_property
    def root_url(self) -> str:
        """The address of the site without a slash at its end."""
        return self.site.root_url

    @property
    def home_url(self) -> str:
        """The address of its home page."""
        return f"{self.root_url}/"

    def absolute_url(self, address: str) -> str:
        """Put the site's own address before a path; leave whole addresses alone."""
        return address if urlsplit(address).netloc else f"{self.root_url}{address}"

    @cached_property
    def restrictions(self) -> list[PageViewRestriction]:
        """Every rule that keeps a part of the tree private."""
        return self._frame.restrictions if self._frame else fetch_restrictions()

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
        # What is kept of a page is dropped when its address changes.
        written = getattr(page, "markup", {})
        if ADDRESS not in written:
            written[ADDRESS] = page.get_url(self.request) or ""
        return written[ADDRESS]

    def absolute_url_of(self, page: Page | None) -> str:
        """The same with the site's own address before it."""
        address = self.url_of(page)
        return self.absolute_url(address) if address else ""

    def find(self, slugs: list[str]) -> Page | None:
        """The page at this address below home, live or not; None where there is none."""
        root = self.site.root_page.url_path
        self._way = [f"{root}{'/'.join(slugs[:n])}/" for n in range(1, len(slugs) + 1)]
        pages = (
            page for page in self._pages_on_the_way if page.url_path == self._way[-1]
        )
        return next(pages, None)

    @cached_property
    def _pages_on_the_way(self) -> list[Page]:
        return pages_at(self._way)

    def way_to(self, page: Page) -> list[Page]:
        """The pages above this one, from home down."""
        root = self.site.root_page
        if page.url_path == root.url_path:
            return []
        if page.url_path not in self._way:
            return list(page.get_ancestors().filter(depth__gte=root.depth))
        above = [p for p in self._pages_on_the_way if page.path.startswith(p.path)]
        return [root, *(p for p in above if p.depth < page.depth)]

    @cached_property
    def linked_from_every_page(self) -> list[Page]:
        """What header and foot of each page lead to."""
        pages = self._frame.pages if self._frame else fetch_framing_pages(self.home)
        return [page for page in pages if self.shows(page)]

    @property
    def home(self) -> Page:
        """The home page, with the columns that every page has."""
        return self.site.root_page

    def leads_to(self, page: Page) -> bool:
        """Whether every page links to this one; asked about what nobody visits now."""
        is_home = page.pk == self.site.root_page_id
        return is_home or page.pk in {one.pk for one in self.linked_from_every_page}

    @cached_property
    def menu(self) -> list[Page]:
        """The main menu, in the order of the page tree."""
        depth = self.site.root_page.depth + 1
        return [
            page
            for page in self.linked_from_every_page
            if page.show_in_menus and page.depth == depth
        ]

    @property
    def menu_links(self) -> list[tuple[str, str]]:
        """The title and the address of each page in it."""
        return [(page.title, self.url_of(page)) for page in self.menu]

    @cached_property
    def notices(self) -> list[Page]:
        """The legal notices, in the order of the page tree."""
        return [page for page in self.linked_from_every_page if page.notice_kind]

    @cached_property
    def privacy_notice(self) -> Page | None:
        """The notice that says what happens to what people tell us."""
        pages = (page for page in self.notices if page.notice_kind == PRIVACY)
        return next(pages, None)

    def _url_of_the(self, kind: str) -> str:
        """The address of the page whose `kind`, such as "contact_id", is set, or ""."""
        pages = self.linked_from_every_page
        page = next((page for page in pages if getattr(page, kind)), None)
        return self.url_of(page)

    @cached_property
    def contact_url(self) -> str:
        """The address of the contact page, or "" where there is none."""
        return self._url_of_the("contact_id")

    @cached_property
    def evidence_url(self) -> str:
        """The address of the page that explains the badges, or ""."""
        return self._url_of_the("evidence_id")

    @cached_property
    def matrix_url(self) -> str:
        """The address of the page that shows all evidence at a glance, or ""."""
        return self._url_of_the("matrix_id")

    @cached_property
    def places(self) -> list[Place]:
        """Where people are seen, the main place first."""
        pages = [p for p in self.linked_from_every_page if p.location_id]
        pages.sort(key=lambda page: not page.is_main_location)
        return [Place.of(page, self.url_of(page)) for page in pages]

    @property
    def places_at_the_foot(self) -> list[Place]:
        """Those that are named on each page."""
        return self.places[:MOST_AT_THE_FOOT]

    @property
    def only_place(self) -> Place | None:
        """The place of a practice that has one, with its hours on each page."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def address_lines(self) -> list[str]:
        """The address in the site's own record, where no place has a page."""
        record = self.seo
        return address_lines(
            record.struct_org_address_street,
            record.struct_org_address_locality,
            record.struct_org_address_region,
            record.struct_org_address_postal,
        )

    @property
    def legal_name(self) -> str:
        """The name in registers, where it is another one."""
        name = self.seo.struct_org_name
        return name if name != self.name else ""

    @cached_property
    def appointment_url(self) -> str:
        """Where people book: the practice's own system, or the contact page."""
        return self.practice.appointment_url or self.contact_url
