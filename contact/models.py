"""How people reach us, and what we tell them."""

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    PageChooserPanel,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtailseo.models import SeoType

from home.blocks import PageBodyBlock
from home.models import BasePage, IndexPage, LocationPage


class ContactPage(BasePage):
    """Phone, address and hours of the practice."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    introduction = models.TextField(_("introduction"), blank=True, max_length=1000)

    content_panels = [*BasePage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("contact page")

    @cached_property
    def locations(self) -> list[LocationPage]:
        """All visible places, the main one first."""
        places = LocationPage.objects.descendant_of(self.practice_site.site.root_page)
        return list(
            self.practice_site.visible(places)
            .prefetch_related("special_hours")
            .order_by("-is_primary", "title")
        )


class UpdateQuerySet(PageQuerySet):
    """Updates as lists show them."""

    def for_cards(self):
        """Newest first; the texts stay in the database."""
        return self.defer_streamfields().order_by("-published", "-pk")


class UpdateIndexPage(IndexPage):
    """News and articles, newest first, with a feed."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["contact.UpdatePage"]

    empty_message = _("There is no news yet. Please look in again soon.")
    page_size = 10

    class Meta:
        verbose_name = _("list of updates")
        verbose_name_plural = _("lists of updates")

    @classmethod
    def get_highlights(cls, children):
        updates = UpdatePage.objects.filter(pk__in=children.values("pk"))
        return list(updates.for_cards()[:3])

    def get_listing_pages(self):
        updates = UpdatePage.objects.child_of(self)
        return self.practice_site.visible(updates).for_cards()


class UpdatePage(BasePage):
    """A piece of news or an article."""

    parent_page_types = ["contact.UpdateIndexPage"]
    subpage_types: list[str] = []

    published = models.DateField(_("date"), default=timezone.localdate)
    author = models.ForeignKey(
        "team.ClinicianPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("author"),
    )
    body = StreamField(PageBodyBlock(), blank=True, verbose_name=_("text"))

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel(["published", FieldPanel("author")]),
        FieldPanel("body"),
    ]
    related_panels = [
        InlinePanel(
            "topics",
            heading=_("What it is about"),
            label=_("Page"),
            help_text=_("These pages show this update, and it shows them."),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    objects = PageManager.from_queryset(UpdateQuerySet)()
    seo_content_type = SeoType.ARTICLE

    class Meta:
        verbose_name = _("update")

    @property
    def seo_author(self) -> str:
        return self.author.title if self.author else self.practice_site.name

    @property
    def seo_author_url(self) -> str:
        return self.practice_site.absolute_url_of(self.author)

    @property
    def author_url(self) -> str:
        """Where the author's page is; "" where visitors may not see it."""
        return self.practice_site.url_of(self.author)

    @cached_property
    def topic_pages(self) -> list[Page]:
        """The visible pages that this update is about."""
        pages = Page.objects.filter(pk__in=self.topics.values("page_id"))
        return list(self.practice_site.visible(pages).order_by("title"))

    def get_pictured_pages(self, context):
        return [*self.neighbors, *([self.author] if self.author else [])]

    @cached_property
    def neighbors(self) -> list[Page]:
        """Other recent updates."""
        others = UpdatePage.objects.sibling_of(self, inclusive=False)
        return list(self.practice_site.visible(others).for_cards()[:2])


class UpdateTopic(Orderable):
    """A page that an update is about."""

    update = ParentalKey(UpdatePage, on_delete=models.CASCADE, related_name="topics")
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )

    panels = [PageChooserPanel("page")]
