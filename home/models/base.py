"""The ground every page of the site stands on."""

from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, get_page_models
from wagtail.search import index
from wagtail.utils.decorators import cached_classmethod
from wagtailseo.models import SeoMixin, TwitterCard

from home.cards import NoticedPage
from home.editing import FoundPanel, page_tabs
from home.forms import PageForm
from home.keeping import may_be_kept
from home.links import remember_links
from home.metadata import page_description, page_title
from home.models.carded import CARD_FIELDS, CardedPage
from home.models.crawled import CrawledPage
from home.models.graphed import GraphedPage
from home.models.overriding import OverridablePage
from home.models.parted import PartedPage
from home.pictures import load_pictures
from home.publishing import publication, refuse_unready
from home.sharing import ShareLink, share_links
from home.site import PracticeSite

SUMMARY_LENGTH = (50, 300)


class BasePage(
    CrawledPage,
    GraphedPage,
    CardedPage,
    OverridablePage,
    NoticedPage,
    PartedPage,
    SeoMixin,
    Page,
):
    """A page with a summary, a picture and complete metadata."""

    summary = models.TextField(
        _("summary"),
        max_length=SUMMARY_LENGTH[1],
        help_text=_(
            "One or two honest sentences, 50 to 300 characters. Shown under the "
            "title, in lists, in search results and when the page is shared."
        ),
    )
    image = models.ForeignKey(
        "home.PracticeImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Stands beside the title and in lists."),
    )
    show_share_links = models.BooleanField(_("show share links"), default=True)

    base_form_class = PageForm
    content_panels = [*Page.content_panels, "summary", "image"]
    evidence_panels: list = []
    related_panels: list = []
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug", widget=SlugInput),
                FieldPanel(
                    "seo_title",
                    help_text=_(
                        "The title in search results and browser tabs, at most 60 "
                        "characters. Left empty: the page title and the site's name."
                    ),
                ),
                FieldPanel(
                    "search_description",
                    help_text=_("Left empty: the summary."),
                ),
                FieldPanel(
                    "og_image",
                    heading=_("Share picture"),
                    help_text=_(
                        "1200 × 630 pixels or more. Left empty: the card that is drawn "
                        "for the page."
                    ),
                ),
            ],
            heading=_("Search results and share cards"),
        ),
        FoundPanel(heading=_("How it is found and shared")),
    ]
    settings_panels = [
        MultiFieldPanel(
            ["show_in_menus", "show_share_links"], heading=_("On the page")
        ),
        "noindex",
        OverridablePage.override_panel,
        *Page.settings_panels,
    ]
    # Who copies a page does not copy anybody's decision.
    default_exclude_fields_in_copy = [
        *Page.default_exclude_fields_in_copy,
        *CARD_FIELDS,
        "override_reason",
        "overridden",
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.AutocompleteField("summary"),
    ]

    seo_twitter_card = TwitterCard.LARGE
    seo_image_sources = ["og_image", "image"]
    seo_author_url = ""
    # The part of the query string that this page was made for.
    understood_query = ""
    has_a_share_row = True
    _is_routed = False
    _preview_is_on = False

    class Meta:
        abstract = True

    # The editor

    @cached_classmethod
    def get_edit_handler(cls):
        return page_tabs(cls).bind_to_model(cls)

    def publish_problems(self, cleaned: dict, rows: dict[str, list]) -> dict:
        """What must be mended before publishing: field name → message.

        `cleaned` holds the form's values, `rows` the records of each inline list.
        """
        shortest, _longest = SUMMARY_LENGTH
        missing = shortest - len(cleaned.get("summary") or "")
        if 0 < missing < shortest:
            message = ngettext(
                "The summary is %(count)d character short: say in one honest "
                "sentence what the reader will find.",
                "The summary is %(count)d characters short: say in one honest "
                "sentence what the reader will find.",
                missing,
            )
            return {"summary": message % {"count": missing}}
        return {}

    def publish(self, revision, user=None, **kwargs):
        # The editor's form has asked before; a list or a workflow has not.
        if user is not None:
            refuse_unready(revision.as_object())
        with publication(self):
            return super().publish(revision, user=user, **kwargs)

    # The visitor's view

    @cached_property
    def practice_site(self) -> PracticeSite:
        """The request's site; outside a request the page's own."""
        return PracticeSite.for_request(get_dummy_request(site=self.get_site()))

    def route(self, request, path_components):
        self.practice_site = PracticeSite.for_request(request)
        self._is_routed = True
        # The worker unpublishes a page a little after its time.
        if not path_components and self.expire_at and self.expire_at <= timezone.now():
            raise Http404("This page has expired.")
        return super().route(request, path_components)

    def get_view_restrictions(self):
        # The site knows them already; the editor, which sorts them, is not routed.
        if not self._is_routed or self.alias_of_id:
            return super().get_view_restrictions()
        rules = self.practice_site.restrictions
        return [rule for rule in rules if self.path.startswith(rule.page.path)]

    @property
    def is_being_previewed(self) -> bool:
        """Whether this is an editor's look at what is not stored yet."""
        return self._preview_is_on

    def be_previewed(self) -> None:
        """Show rows of an editor's form from now on, and none of the database's."""
        self._preview_is_on = True

    def make_preview_request(self, *args, **kwargs):
        self.be_previewed()
        return super().make_preview_request(*args, **kwargs)

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        is_shown = self._is_routed and self.practice_site.shows(self)
        # Wagtail answers to other spellings of an address as well.
        if is_shown and request.path == self.get_url(request):
            may_be_kept(request, response, self.understood_query)
        return response

    def serve_preview(self, request, mode_name):
        response = super().serve_preview(request, mode_name)
        if mode_name == self.default_preview_mode:
            # Only an editor gets to see what floors above mark.
            for mark in hooks.get_hooks("mark_preview"):
                mark(self, response)
        return response

    def get_context(self, request, *args, **kwargs):
        site = self.practice_site = PracticeSite.for_request(request)
        context = super().get_context(request, *args, **kwargs)
        context |= self.get_own_context(request)
        load_pictures([self, site.practice, site.seo])
        remember_links(self, site)
        return context

    def get_own_context(self, request) -> dict:
        """What this page type adds to its template's context."""
        return {}

    @cached_property
    def breadcrumbs(self) -> list[tuple[str, str]]:
        """Words and address of each public page from home to this one."""
        site = self.practice_site
        pages = [*filter(site.shows, site.way_to(self)), self]
        return [(page.title, page.get_url(site.request)) for page in pages]

    @cached_property
    def language_code(self) -> str:
        roots = self._get_relevant_site_root_paths(self.practice_site.request)
        return roots[0].language_code if roots else self.locale.language_code

    @property
    def share_links(self) -> list[ShareLink]:
        """The share links of this page, or none where they are switched off."""
        if not (self.has_a_share_row and self.show_share_links):
            return []
        networks = self.practice_site.practice.share_networks
        return share_links(networks, self.seo_canonical_url, self.title)

    @property
    def card_label(self) -> str:
        """What kind of page this is, in a visitor's words."""
        return self._meta.verbose_name

    # The head; the names are wagtailseo.models.SeoMixin's

    @property
    def seo_sitename(self) -> str:
        return self.practice_site.name

    @property
    def seo_pagetitle(self) -> str:
        if not self.seo_title:
            return page_title(self.title, self.seo_sitename, self.page_note)
        return " · ".join(filter(None, [self.seo_title, self.page_note]))

    @property
    def seo_description(self) -> str:
        if not self.search_description:
            return page_description(self.summary, self.page_note)
        return " · ".join(filter(None, [self.search_description, self.page_note]))

    # What tells this view of the page from its others, such as "page 2".
    page_note = ""

    @property
    def seo_author(self) -> str:
        return ""


def our_page_types() -> list[type[BasePage]]:
    """Every page type of the site."""
    return [model for model in get_page_models() if issubclass(model, BasePage)]
