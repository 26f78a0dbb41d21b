"""What stands around every page of a site, the same for all who look at it."""

from dataclasses import dataclass, field, replace

from django.db.models import F, Q
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site, SiteRootPath

from home.changes.keeping import own_copy
from home.changes.reading import note_record, only_standing_on
from home.models.practice import PracticeSettings
from home.pictures import load_pictures
from home.places import COLUMNS
from home.scopes import FRAME, LINKED
from home.tree import any_of


@dataclass(frozen=True)
class Frame:
    """A site with its home page, settings, private parts and linked pages.

    What may not be shown now is among the pages too: hours pass while it is kept.
    """

    site: Site
    home: Page
    practice: PracticeSettings
    restrictions: list[PageViewRestriction]
    pages: list[Page]
    root_paths: list[SiteRootPath]
    # What the tag "once_for" wrote of it.
    markup: dict = field(default_factory=dict)

    def own_copy(self) -> "Frame":
        """The frame for one request; lists and pages of it are only read."""
        site = own_copy(self.site)
        site.root_page = own_copy(self.site.root_page)
        # Where Wagtail looks before it asks for it.
        home = site.root_page.__dict__["specific"] = own_copy(self.home)
        return replace(self, site=site, home=home, practice=own_copy(self.practice))

    def give_to(self, request: HttpRequest) -> None:
        """Keep Wagtail from asking for the same again."""
        request._wagtail_site = self.site
        request._wagtail_cached_site_root_paths = self.root_paths


def fetch_frame(request: HttpRequest) -> Frame:
    """Ask the database for all of it."""
    with only_standing_on([FRAME]):
        site = Site.find_for_request(request)
        # What this request works out on its home page is no part of what is kept.
        home = own_copy(site.root_page.specific)
        # Wagtail may have asked for them before.
        for record in (site, site.root_page, home):
            note_record(record)
        practice = PracticeSettings.for_site(site)
        # What is written of the frame shows its mark.
        load_pictures([practice])
        return Frame(
            site=site,
            home=home,
            practice=practice,
            restrictions=fetch_restrictions(),
            pages=fetch_framing_pages(home),
            root_paths=Site.get_site_root_paths(),
        )


def fetch_restrictions() -> list[PageViewRestriction]:
    """Every rule that keeps a part of the tree private."""
    return list(PageViewRestriction.objects.select_related("page"))


def fetch_framing_pages(home: Page) -> list[Page]:
    """What is linked from every page: menu, notices, fixed links, places."""
    pages = (
        Page.objects.live()
        .descendant_of(home)
        .annotate(
            notice_kind=F("standardpage__notice_kind"),
            **{name: F(f"{kind}__page_ptr_id") for name, kind in LINKED.items()},
            **COLUMNS,
        )
    )
    in_menu = Q(depth=home.depth + 1, show_in_menus=True)
    linked = any_of(Q(**{f"{name}__isnull": False}) for name in LINKED)
    fixed = Q(notice_kind__gt="") | linked
    found = list(pages.filter(in_menu | fixed).order_by("path"))
    for page in found:
        page.markup = {}
    return found
