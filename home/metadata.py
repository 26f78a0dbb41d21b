"""The head of a view that is no page: search, errors, subscribe."""

import re
from dataclasses import dataclass

from django.templatetags.static import static
from django.utils.functional import cached_property

from home.site import PracticeSite

SHARE_IMAGE_SIZE = (1200, 630)
SHARE_IMAGE_SPEC = "fill-1200x630|format-jpeg"


# Search engines cut what is longer.
TITLE_LENGTH = 60
DESCRIPTION_LENGTH = (50, 160)
# Whole sentences that are shorter leave half of a result empty.
SHORT_SENTENCES = 70
SENTENCE_END = re.compile(r"[.!?](?=\s)")


def page_title(title: str, site_name: str, note: str = "") -> str:
    """The words of the title tag; the site's name once, where there is room for it."""
    after = f" · {note}" if note else ""
    whole = f"{title} · {site_name}{after}"
    if title != site_name and len(whole) <= TITLE_LENGTH:
        return whole
    return f"{cut_within(title, TITLE_LENGTH - len(after))}{after}"


def page_description(text: str, note: str = "") -> str:
    """A text for lists of results: its first sentences, or its first words and “…”."""
    after = f" · {note}" if note else ""
    longest = DESCRIPTION_LENGTH[1] - len(after)
    if len(text) > longest:
        ends = [match.end() for match in SENTENCE_END.finditer(text, 0, longest + 1)]
        fits = ends and ends[-1] >= SHORT_SENTENCES
        text = text[: ends[-1]] if fits else cut(text, longest)
    return f"{text}{after}"


def cut(text: str, longest: int) -> str:
    """The first words of a text that is too long, and “…” for the others."""
    if len(text) <= longest:
        return text
    words = text[:longest].rsplit(" ", 1)[0]
    # One very long word is cut within.
    words = words if len(words) > longest // 2 else text
    return f"{words[: longest - 1].rstrip(' ,;:·–—-')}…"


def cut_within(title: str, longest: int) -> str:
    """The first words of a title that is too long, and its last one.

    Names such as “… type 1” and “… type 2” differ in nothing else.
    """
    last = title.rsplit(" ", 1)[-1]
    if len(title) <= longest or len(last) > longest // 3:
        return cut(title, longest)
    return f"{cut(title, longest - len(last) - 1)} {last}"


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
    language_code: str = "en"

    # What is no page of the editor's tree is no page for search engines.
    is_indexable = False
    translations: tuple = ()
    markdown_url = ""
    structured_data = ""
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
    def share_description(self) -> str:
        return self.description

    @property
    def seo_canonical_url(self) -> str:
        return self.practice_site.absolute_url(self.path)

    @property
    def seo_sitename(self) -> str:
        return self.practice_site.name

    @cached_property
    def share_image(self) -> ShareImage:
        return ShareImage.default(self.practice_site)

    @property
    def seo_image_url(self) -> str:
        return self.share_image.url

    @property
    def breadcrumbs(self) -> list[tuple[str, str]]:
        """Home, then this view: words and address."""
        return [(self.practice_site.name, "/"), (self.title, self.path)]
