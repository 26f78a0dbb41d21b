"""The picture that stands for a page wherever it is shared."""

from django.core.files.storage import default_storage
from django.db import models
from django.utils.functional import cached_property
from django.utils.text import capfirst

from home.metadata import SHARE_IMAGE_SPEC, ShareImage
from home.share_cards.card import LONGEST_ALT, Card, Rung
from home.share_cards.preview import SharePreview

# What belongs to the page and to no version of it.
CARD_FIELDS = ["share_card", "share_card_alt"]


class CardedPage(models.Model):
    """A page with a share card: a file that is drawn when the page is published."""

    share_card = models.CharField(max_length=100, blank=True, editable=False)
    share_card_alt = models.CharField(
        max_length=LONGEST_ALT, blank=True, editable=False
    )

    class Meta:
        abstract = True

    # What page types say on their card; title, summary and notice are there already

    has_card_kind = False
    card_person = ""
    card_portrait = None

    @property
    def card_title(self) -> str:
        return self.title

    @property
    def card_rungs(self) -> list[Rung]:
        """How sure the uses on this page are, surest first."""
        return []

    def get_share_card(self) -> Card:
        """What the card says today, in the language that is on."""
        site = self.practice_site
        portrait, logo = self.card_portrait, site.practice.logo
        return Card(
            practice=site.name,
            title=self.card_title,
            kind=capfirst(str(self.card_label)) if self.has_card_kind else "",
            person=self.card_person,
            summary=self.summary,
            notice=self.public_notice,
            palette=site.practice.palette,
            rungs=tuple(self.card_rungs),
            portrait=portrait and (*_file_of(portrait), *_middle_of(portrait)),
            logo=logo and _file_of(logo),
        )

    @property
    def share_preview(self) -> SharePreview:
        """What an editor is shown of the page as networks frame it."""
        return SharePreview.of(self)

    def with_content_json(self, content):
        # A revision knows nothing of the card, or of an older one.
        page = super().with_content_json(content)
        for name in CARD_FIELDS:
            setattr(page, name, getattr(self, name))
        return page

    # The head; the names are wagtailseo.models.SeoMixin's

    @cached_property
    def seo_image(self):
        chosen = (getattr(self, name) for name in self.seo_image_sources)
        default = self.practice_site.seo.og_image_default
        return next((image for image in chosen if image), default)

    @cached_property
    def share_image(self) -> ShareImage:
        """The editor's choice, else the card, else what the page or the site has."""
        if self.share_card and not self.og_image_id:
            return ShareImage(
                url=self.practice_site.absolute_url(
                    default_storage.url(self.share_card)
                ),
                alt=self.share_card_alt,
            )
        if not self.seo_image:
            return ShareImage.default(self.practice_site)
        rendition = self.seo_image.get_rendition(SHARE_IMAGE_SPEC)
        if rendition.is_stand_in:
            return ShareImage.default(self.practice_site)
        return ShareImage(
            url=self.practice_site.absolute_url(rendition.url),
            width=rendition.width,
            height=rendition.height,
            alt=self.seo_image.default_alt_text or self.title,
        )

    @property
    def seo_image_url(self) -> str:
        return self.share_image.url


def _file_of(image) -> tuple[str, str]:
    return image.file.name, image.get_file_hash()


def _middle_of(image) -> tuple[float, float]:
    if not image.has_focal_point():
        return 0.5, 0.5
    return image.focal_point_x / image.width, image.focal_point_y / image.height
