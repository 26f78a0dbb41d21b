"""The updates of the practice."""

from collections import defaultdict
from copy import copy
from datetime import datetime

from django.db import models
from django.utils import timezone
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

from contact.schema_org import article, published_at
from home.blocks import PageBodyBlock
from home.cards import describe, marks_uses, notice_on
from home.changes.following import followed_property
from home.models import BasePage, IndexPage
from home.pictures import load_pictures
from home.schema_org import Node, extended, person, reference
from home.site import PracticeSite


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

    def get_listed(self):
        return UpdatePage.objects.child_of(self).for_cards()


class UpdatePage(BasePage):
    """A piece of news or an article."""

    parent_page_types = ["contact.UpdateIndexPage"]
    subpage_types: list[str] = []

    published = models.DateField(
        _("date"),
        default=timezone.localdate,
        blank=True,
        help_text=_("Left empty: today."),
    )
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

    def clean(self):
        super().clean()
        self.published = self.published or timezone.localdate()

    has_card_kind = True

    @property
    def card_person(self) -> str:
        return _("By %(name)s") % {"name": self.author.title} if self.author else ""

    @property
    def seo_author(self) -> str:
        return self.author.title if self.author else self.practice_site.name

    @property
    def seo_author_url(self) -> str:
        return self.practice_site.absolute_url_of(self.author)

    @property
    def seo_published_at(self) -> datetime:
        return published_at(self.published, self.first_published_at)

    @property
    def seo_struct_article_dict(self) -> Node:
        # With a picture wagtail-seo makes three more, up to 40,000 pixels wide.
        plain = copy(self)
        plain.seo_image = None
        return super(UpdatePage, plain).seo_struct_article_dict

    def get_schema_page(self):
        subject = {"@id": f"{self.own_address}#article"}
        return extended(
            super().get_schema_page(),
            datePublished=self.seo_published_at,
            mainEntity=subject,
        )

    def get_schema_entities(self):
        author = person(self.seo_author_url, self.author.title) if self.author else {}
        own = article(
            self.own_address,
            self.practice_site.home_url,
            self.seo_struct_article_dict,
            reference(author) if author else {},
            dateModified=self.last_modified,
            image={"@id": f"{self.seo_canonical_url}#primaryimage"},
            inLanguage=self.language_code or "en",
        )
        people = [author] if "@id" in author else []
        return [own, *people, *super().get_schema_entities()]

    @property
    def author_url(self) -> str:
        """Where the author's page is; "" where visitors may not see it."""
        return self.practice_site.url_of(self.author)

    # Set by `give_topics`, where many updates are shown.
    given_topics: list[Page] | None = None

    @followed_property
    def topic_pages(self) -> list[Page]:
        """The visible pages that this update is about."""
        if self.is_being_previewed:
            # Its rows are not in the database yet.
            rows = self.topics.all()
            return visible_topics([row.page for row in rows], self.practice_site)
        if self.given_topics is None:
            give_topics([self], self.practice_site)
        return self.given_topics

    @property
    def public_notice(self):
        return notice_on(self.topic_pages)

    def get_named_pages(self):
        return [page for page in self.topic_pages if marks_uses(page)]

    def note_as_read(self):
        super().note_as_read()
        _ = self._author

    @followed_property
    def _author(self) -> None:
        """The record of the author, which parts of the page read, with its letters."""
        _ = self.author and self.author.credentials

    @followed_property
    def neighbors(self) -> list[Page]:
        """Other recent updates."""
        others = UpdatePage.objects.sibling_of(self, inclusive=False)
        found = list(self.practice_site.visible(others).for_cards()[:2])
        load_pictures(found)
        return found


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


def visible_topics(pages: list[Page], site: PracticeSite) -> list[Page]:
    """Those of these pages that a visitor may see, by title, with what cards say."""
    shown = sorted(filter(site.shows, pages), key=lambda page: page.title)
    describe(shown, site)
    return shown


def give_topics(updates: list[UpdatePage], site: PracticeSite) -> None:
    """Find `topic_pages` of many updates: one query, and one for what cards say."""
    rows = UpdateTopic.objects.filter(update__in=updates).select_related("page")
    topics = defaultdict(list)
    for row in rows:
        topics[row.update_id].append(row.page)
    every = {page.pk: page for some in topics.values() for page in some}
    shown = visible_topics(list(every.values()), site)
    for update in updates:
        update.given_topics = [page for page in shown if page in topics[update.pk]]
