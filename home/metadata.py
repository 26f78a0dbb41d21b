"""The head of a view that is no page: search, errors, subscribe."""

from dataclasses import dataclass

from django.templatetags.static import static

from home.site import PracticeSite

SHARE_IMAGE_SIZE = (1200, 630)


def page_title(title: str, site_name: str) -> str:
    """The words of the title tag; the site's name once."""
    return title if title == site_name else f"{title} · {site_name}"


@dataclass(frozen=True)
class ShareImage:
    """The picture of a share card: absolute address, pixels, type and description."""

    url: str
    width: int = SHARE_IMAGE_SIZE[0]
    height: int = SHARE_IMAGE_SIZE[1]
    mime_type: str = "image/jpeg"
    alt: str = ""

    @classmethod
    def default(cls, site: PracticeSite) -> "ShareImage":
        """Return the picture that stands in where nobody chose one."""
        address = site.absolute_url(static("icons/share.png"))
        return cls(url=address, mime_type="image/png", alt=site.name)


@dataclass
class ViewHead:
    """Answers what the head asks of a page, for a view that has none.

    Source of the names: wagtailseo.models.SeoMixin.
    """

    practice_site: PracticeSite
    title: str
    description: str
    path: str
    is_indexable: bool = False
    language_code: str = "en"

    seo_og_type = "website"
    seo_author = ""
    seo_author_url = ""
    seo_twitter_card_content = "summary_large_image"

    @property
    def seo_pagetitle(self) -> str:
        return page_title(self.title, self.practice_site.name)

    @property
    def seo_description(self) -> str:
        return self.description

    @property
    def seo_canonical_url(self) -> str:
        return self.practice_site.absolute_url(self.path)

    @property
    def seo_sitename(self) -> str:
        return self.practice_site.name

    @property
    def share_image(self) -> ShareImage:
        return ShareImage.default(self.practice_site)

    @property
    def seo_image_url(self) -> str:
        return self.share_image.url

    @property
    def breadcrumbs(self) -> list[tuple[str, str]]:
        """Home, then this view: words and address."""
        return [(self.practice_site.name, "/"), (self.title, self.path)]
