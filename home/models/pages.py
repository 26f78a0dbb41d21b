"""The home page and pages of general interest."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from home.blocks import PageBodyBlock
from home.cards import describe, marks_uses
from home.changes.following import followed_property
from home.changes.reading import only_standing_on
from home.models.base import BasePage
from home.models.listing import IndexPage
from home.pictures import load_pictures
from home.schema_org import extended
from home.scopes import below_tag
from home.site import PracticeSite
from home.tree import children_of


class HomePage(BasePage):
    """The front door: who we are, what we treat, where to go next."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "treatments.TreatmentIndexPage",
        "treatments.ConditionIndexPage",
        "treatments.EvidenceLevelsPage",
        "treatments.EvidenceMatrixPage",
        "team.TeamIndexPage",
        "home.LocationIndexPage",
        "contact.UpdateIndexPage",
        "contact.ContactPage",
        "home.StandardPage",
    ]

    welcome = models.TextField(
        _("welcome"),
        blank=True,
        max_length=600,
        help_text=_("A short paragraph beside the picture, in the practice's voice."),
    )

    content_panels = [
        *BasePage.content_panels,
        "welcome",
        InlinePanel(
            "featured_pages",
            heading=_("Featured pages"),
            label=_("Page"),
            max_num=8,
            help_text=_("Pages to show first, such as what people ask for most."),
        ),
    ]

    # No share row, and the menu leads home anyway.
    settings_panels = Page.settings_panels
    has_a_share_row = False

    class Meta:
        verbose_name = _("home page")

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        # One query for the whole way, where Wagtail asks twice for each step.
        page = PracticeSite.for_request(request).find(path_components)
        if page is None:
            return super().route(request, path_components)
        return page.specific.route(request, [])

    def get_schema_page(self):
        practice = {"@id": f"{self.practice_site.home_url}#organization"}
        return extended(super().get_schema_page(), mainEntity=practice)

    def get_named_pages(self):
        names = [s["pages"] for s in self.sections if s["style"] == "names"]
        marked = [page for pages in names for page in pages if marks_uses(page)]
        return [*self.featured, *marked]

    @followed_property
    def _shown(self) -> tuple[list[Page], list[dict]]:
        """Featured pages and sections, kept until one of them changes."""
        return self.practice_site.keep(f"home {self.pk}", self._gather)

    def _gather(self) -> tuple[list[Page], list[dict]]:
        featured, sections = self._featured(), self._sections()
        pages = [*featured, *(page for one in sections for page in one["pages"])]
        describe(pages, self.practice_site)
        load_pictures(pages)
        for page in pages:
            page.markup = {}
        return featured, sections

    @property
    def featured(self) -> list[Page]:
        """The chosen pages that are visible, in the chosen order."""
        return self._shown[0]

    @property
    def sections(self) -> list[dict]:
        """Each list in the menu with its highlights, for "where to go next"."""
        return self._shown[1]

    def _featured(self) -> list[Page]:
        if self.pk is None:
            return []
        chosen = Page.objects.filter(featured_on__home_page=self)
        ordered = self.practice_site.visible(chosen).order_by("featured_on__sort_order")
        return list(ordered.specific())

    def _sections(self) -> list[dict]:
        sections = []
        for index_page in self.practice_site.menu:
            model = index_page.specific_class
            if model and issubclass(model, IndexPage):
                children = self.practice_site.visible(children_of(index_page))
                sections.append(
                    {
                        "index": index_page,
                        "style": model.highlight_style,
                        "pages": model.get_highlights(children),
                    }
                )
        return [section for section in sections if section["pages"]]


class FeaturedPage(Orderable):
    """One page that the home page shows first."""

    home_page = ParentalKey(
        HomePage, on_delete=models.CASCADE, related_name="featured_pages"
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="featured_on",
        verbose_name=_("page"),
    )

    panels = [PageChooserPanel("page")]


class NoticeKind(models.TextChoices):
    """Legal notices that a practice's site carries; each is linked from every page."""

    PRIVACY = "privacy_practices", _("Notice of privacy practices")
    NONDISCRIMINATION = "nondiscrimination", _("Nondiscrimination notice")
    LANGUAGE = "language_help", _("Language help")
    ESTIMATE = "good_faith_estimate", _("Good faith estimate")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")
    TERMS = "terms", _("Terms of use")


class StandardPage(BasePage):
    """A page of text: about the practice, a policy, a legal notice."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    body = StreamField(PageBodyBlock(), blank=True, verbose_name=_("text"))
    notice_kind = models.CharField(
        _("legal notice"),
        max_length=30,
        blank=True,
        choices=NoticeKind,
        help_text=_("A legal notice is linked from the foot of every page."),
    )

    content_panels = [*BasePage.content_panels, "body"]
    settings_panels = ["notice_kind", *BasePage.settings_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")

    def lists(self, page):
        return True

    @followed_property
    def children(self) -> list[Page]:
        """The visible pages below this one."""
        with only_standing_on([below_tag(self.path)]):
            return list(self.practice_site.visible(self.get_children()).specific())
