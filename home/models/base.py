"""The ground every page of the site stands on."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page
from wagtail.search import index
from wagtail.utils.decorators import cached_classmethod
from wagtailseo.models import SeoMixin, TwitterCard

from home.editing import page_tabs
from home.forms import PageForm
from home.links import remember_links
from home.metadata import SHARE_IMAGE_SIZE, ShareImage, page_title
from home.pictures import load_pictures
from home.sharing import ShareLink, share_links
from home.site import PracticeSite

SUMMARY_LENGTH = (50, 300)


class BasePage(SeoMixin, Page):
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
        help_text=_("Stands beside the title, in lists and on the share card."),
    )
    show_share_links = models.BooleanField(_("show share links"), default=True)

    base_form_class = PageForm
    content_panels = [*Page.content_panels, "summary", "image"]
    evidence_panels: list = []
    related_panels: list = []
    promote_panels = [
        HelpPanel(template="home/editor/search_preview.html", heading=_("Preview")),
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
                        "1200 × 630 pixels or more. Left empty: the page's picture, "
                        "or the site's."
                    ),
                ),
            ],
            heading=_("Search results and share cards"),
        ),
    ]
    settings_panels = [
        MultiFieldPanel(
            ["show_in_menus", "show_share_links"], heading=_("On the page")
        ),
        *Page.settings_panels,
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.AutocompleteField("summary"),
    ]

    seo_twitter_card = TwitterCard.LARGE
    seo_description_sources = ["search_description", "summary"]
    seo_image_sources = ["og_image", "image"]
    seo_author_url = ""
    canonical_query = ""
    is_indexable = True
    has_a_share_row = True
    _is_routed = False

    class Meta:
        abstract = True

    # The editor

    @cached_classmethod
    def get_edit_handler(cls):
        return page_tabs(cls).bind_to_model(cls)

    def publish_problems(self, cleaned: dict) -> dict:
        """What must be mended before publishing: field name → message."""
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

    # The visitor's view

    @cached_property
    def practice_site(self) -> PracticeSite:
        """The request's site; outside a request the page's own."""
        return PracticeSite.for_request(get_dummy_request(site=self.get_site()))

    def route(self, request, path_components):
        self.practice_site = PracticeSite.for_request(request)
        self._is_routed = True
        return super().route(request, path_components)

    def get_view_restrictions(self):
        # The site knows them already; the editor, which sorts them, is not routed.
        if not self._is_routed or self.alias_of_id:
            return super().get_view_restrictions()
        rules = self.practice_site.restrictions
        return [rule for rule in rules if self.path.startswith(rule.page.path)]

    def get_context(self, request, *args, **kwargs):
        site = self.practice_site = PracticeSite.for_request(request)
        context = super().get_context(request, *args, **kwargs)
        context |= self.get_own_context(request)
        pictured = [self, *self.get_pictured_pages(context)]
        load_pictures([*pictured, site.practice, site.seo])
        remember_links(self, site)
        return context

    def get_own_context(self, request) -> dict:
        """What this page type adds to its template's context."""
        return {}

    def get_pictured_pages(self, context: dict) -> list[Page]:
        """The other pages whose pictures this page shows."""
        return []

    @cached_property
    def breadcrumbs(self) -> list[tuple[str, str]]:
        """Words and address of each page from home to this one."""
        pages = [*self.practice_site.way_to(self), self]
        request = self.practice_site.request
        return [(page.title, page.get_url(request)) for page in pages]

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
        title = self.seo_title or page_title(self.title, self.seo_sitename)
        return f"{title} · {self.page_note}" if self.page_note else title

    page_note = ""

    @property
    def seo_author(self) -> str:
        return ""

    @property
    def seo_canonical_url(self) -> str:
        own = self.get_full_url(self.practice_site.request) or ""
        return (self.canonical_url or own) + self.canonical_query

    @cached_property
    def seo_image(self):
        chosen = (getattr(self, name) for name in self.seo_image_sources)
        default = self.practice_site.seo.og_image_default
        return next((image for image in chosen if image), default)

    @cached_property
    def share_image(self) -> ShareImage:
        if not self.seo_image:
            return ShareImage.default(self.practice_site)
        width, height = SHARE_IMAGE_SIZE
        spec = f"fill-{width}x{height}|format-jpeg"
        rendition = self.seo_image.get_rendition(spec)
        return ShareImage(
            url=self.practice_site.absolute_url(rendition.url),
            width=rendition.width,
            height=rendition.height,
            alt=self.seo_image.default_alt_text or self.title,
        )

    @property
    def seo_image_url(self) -> str:
        return self.share_image.url

    @cached_property
    def seo_org_fields(self):
        return self.practice_site.seo

    # Beyond the page

    def get_sitemap_urls(self, request=None):
        if not self.is_indexable:
            return []
        entries = super().get_sitemap_urls(request)
        for entry in entries:
            # Nobody needs to know the microsecond.
            entry["lastmod"] = entry["lastmod"] and entry["lastmod"].replace(
                microsecond=0
            )
        return entries
