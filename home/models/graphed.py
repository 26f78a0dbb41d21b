"""What a page tells machines about itself, joined from what each type knows."""

from datetime import datetime

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home import schema_org
from home.findings import Finding, findings_of
from home.graph_words import Line, in_words
from home.organization import OrganizationRecord, organization_of, places_of
from home.schema_org import Node, reference

# The preview mode of wagtail-seo, filled by us.
FOUND_MODE = "wagtail-seo"


class GraphedPage(models.Model):
    """A page with one graph of schema.org; types add to it through `super()`."""

    # The type of the page itself; what it is about has a node of its own.
    schema_page_type = "WebPage"

    class Meta:
        abstract = True

    # What page types add to

    def get_schema_page(self) -> Node:
        """The node of the page itself."""
        return schema_org.web_page(
            self.schema_page_type,
            self.seo_canonical_url,
            self.practice_site.home_url,
            name=self.seo_pagetitle,
            description=self.seo_description,
            inLanguage=self.language_code or "en",
            datePublished=_to_the_second(self.first_published_at),
            dateModified=self.last_modified,
            breadcrumb=reference(self._schema_breadcrumbs),
            primaryImageOfPage=reference(self._schema_image),
        )

    def get_schema_entities(self) -> list[Node]:
        """What the page speaks of, the main thing first."""
        return []

    # What the head prints

    @cached_property
    def graph(self) -> list[Node]:
        """Every node of the page; none where no search engine should keep it."""
        if not self.is_indexable:
            return []
        site = self.practice_site
        frame = [
            organization_of(site, self.seo_struct_org_dict),
            schema_org.website(site.home_url, site.name, self.language_code or "en"),
            self.get_schema_page(),
            self._schema_breadcrumbs,
            self._schema_image,
        ]
        nodes = [*frame, *self.get_schema_entities(), *places_of(site)]
        return schema_org.merged(one for one in nodes if one)

    @cached_property
    def structured_data(self) -> str:
        """The graph as the text of a script element; "" for none."""

        def write() -> str:
            return schema_org.dump_graph(self.graph) if self.graph else ""

        return self.keep_part("graph", write)

    @property
    def last_modified(self) -> datetime | None:
        """When its words last changed, to the second."""
        return _to_the_second(self.last_published_at or self.latest_revision_created_at)

    @property
    def own_address(self) -> str:
        """Where the page is, without the number of a page of its list."""
        return self.get_full_url(self.practice_site.request) or ""

    @cached_property
    def _schema_breadcrumbs(self) -> Node:
        absolute = self.practice_site.absolute_url
        trail = [(words, absolute(url)) for words, url in self.breadcrumbs if url]
        return schema_org.breadcrumbs(self.seo_canonical_url, trail)

    @cached_property
    def _schema_image(self) -> Node:
        shared = self.share_image
        return schema_org.primary_image(
            self.seo_canonical_url,
            shared.url,
            shared.width,
            shared.height,
            shared.mime_type,
            shared.alt,
        )

    # What the editor is shown of it

    def lists(self, page: Page) -> bool:
        """Whether this page links to a page right below it by itself."""
        return False

    @property
    def findings(self) -> list[Finding]:
        return findings_of(self)

    @property
    def graph_in_words(self) -> list[Line]:
        return in_words(self.graph)

    @property
    def preview_modes(self):
        return [*Page.preview_modes.fget(self), (FOUND_MODE, _("Search and sharing"))]

    def get_preview_context(self, request, mode_name):
        # wagtail-seo's own would render the whole page and read it again.
        return Page.get_preview_context(self, request, mode_name)

    def get_preview_template(self, request, mode_name):
        if mode_name == FOUND_MODE:
            return "home/editor/found_page.html"
        return super().get_preview_template(request, mode_name)

    # The name is wagtailseo.models.SeoMixin's

    @cached_property
    def seo_org_fields(self) -> OrganizationRecord:
        return OrganizationRecord.of(self.practice_site)


def _to_the_second(moment: datetime | None) -> datetime | None:
    # Nobody needs to know the microsecond.
    return moment and moment.replace(microsecond=0)
