"""Blocks that any page may hold; each one is a class with its own template."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from home.anchors import number_anchors
from home.drafts import AddressBlock
from home.links import address_of

# Headings inside a text belong to the blocks, so that the order of levels holds.
# "citation" is the treatments app's; without it the button is left out.
TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "citation"]
LINE_FEATURES = ["bold", "italic", "link", "citation"]


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists and links."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)


class HeadedTextBlock(blocks.StructBlock):
    """A heading with text under it."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    text = TextBlock(required=False, label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs under a heading")
        template = "blocks/text.html"
        preview_value = {
            "heading": _("What to bring"),
            "text": "<p>Your medicines, your letters, and somebody you trust.</p>",
        }


class KeyPointsBlock(blocks.StructBlock):
    """What a hurried reader should take away."""

    heading = blocks.CharBlock(
        required=False, max_length=120, label=_("Heading"), help_text=_("Optional.")
    )
    points = blocks.ListBlock(
        blocks.CharBlock(max_length=300, label=_("Point")), label=_("Points")
    )

    class Meta:
        icon = "list-ul"
        label = _("Key points")
        description = _("Three to six short sentences to take away")
        template = "blocks/key_points.html"
        preview_value = {
            "heading": "",
            "points": ["Rest for two days.", "Call us if the pain grows."],
        }


class QuestionBlock(blocks.StructBlock):
    """One question and its answer."""

    question = blocks.CharBlock(max_length=200, label=_("Question"))
    answer = TextBlock(label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")


class FaqBlock(blocks.ListBlock):
    """Questions that people ask, with answers."""

    def __init__(self, **kwargs):
        super().__init__(QuestionBlock(), **kwargs)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions people ask, each with a short answer")
        template = "blocks/faq.html"
        anchor = "questions-and-answers"
        preview_value = [
            {"question": "Does it hurt?", "answer": "<p>A little, for a minute.</p>"}
        ]


class PictureBlock(blocks.StructBlock):
    """A picture in the text."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, max_length=200, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with its description and a caption")
        template = "blocks/image.html"
        preview_template = "blocks/previews/image.html"


class VideoBlock(blocks.StructBlock):
    """A film of our own, loaded when somebody asks for it, or a plain link to one."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    file = DocumentChooserBlock(
        required=False, label=_("File"), help_text=_("An MP4 file from Documents.")
    )
    captions = DocumentChooserBlock(
        required=False, label=_("Captions"), help_text=_("A VTT file from Documents.")
    )
    url = AddressBlock(
        required=False,
        label=_("Or an address"),
        help_text=_("Of a film elsewhere: shown as a link, nothing is loaded from it."),
    )
    poster = ImageChooserBlock(required=False, label=_("Still picture"))
    transcript = TextBlock(
        label=_("Transcript"),
        help_text=_("Everything that is said and shown, for those who read it."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A film that loads only on demand, with its transcript")
        template = "blocks/video.html"
        preview_value = {
            "title": "How to use the inhaler",
            "url": "https://video.example.org/inhaler",
            "transcript": "<p>Shake the inhaler, breathe out, then press.</p>",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not (cleaned["file"] or cleaned["url"]):
            raise blocks.StructBlockValidationError(
                {"file": ValidationError(_("Choose a file, or give an address below."))}
            )
        return cleaned


class DataTableBlock(blocks.StructBlock):
    """A small table."""

    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, label=_("Text"))),
            ("rich_text", TextBlock(required=False, label=_("Text with links"))),
        ],
        label=_("Table"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A small table; its caption says what it shows")
        template = "blocks/table.html"
        preview_template = "blocks/previews/table.html"


class LinkValue(blocks.StructValue):
    """Where a button leads."""

    @cached_property
    def href(self) -> str:
        page = self.get("page")
        return address_of(page) if page else self.get("url", "")


class CallToActionBlock(blocks.StructBlock):
    """One clear next step."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.CharBlock(required=False, max_length=300, label=_("Text"))
    label = blocks.CharBlock(max_length=40, label=_("Words on the button"))
    page = blocks.PageChooserBlock(required=False, label=_("Leads to this page"))
    url = AddressBlock(required=False, label=_("Or to this address"))

    class Meta:
        icon = "redirect"
        label = _("Next step")
        description = _("One clear next step, with a button")
        template = "blocks/call_to_action.html"
        value_class = LinkValue
        preview_value = {
            "heading": "Talk it over with us",
            "text": "A first visit takes forty minutes.",
            "label": "Ask for a visit",
            "url": "https://example.org/contact/",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not (cleaned["page"] or cleaned["url"]):
            raise blocks.StructBlockValidationError(
                {"page": ValidationError(_("Choose a page, or give an address below."))}
            )
        return cleaned


class DocumentBlock(blocks.StructBlock):
    """A file to take away."""

    document = DocumentChooserBlock(label=_("Document"))
    description = blocks.CharBlock(
        required=False, max_length=200, label=_("What is in it")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download, with what is in it")
        template = "blocks/document.html"
        preview_template = "blocks/previews/document.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with their source."""

    text = blocks.TextBlock(label=_("Words"))
    attribution = blocks.CharBlock(max_length=160, label=_("Who said it, and where"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words, with their source")
        template = "blocks/quote.html"
        preview_value = {
            "text": "The good physician treats the disease.",
            "attribution": "An old saying",
        }


class SharedBlocks(blocks.StreamBlock):
    """What every long text may hold."""

    key_points = KeyPointsBlock()
    faq = FaqBlock()
    image = PictureBlock()
    video = VideoBlock()
    table = DataTableBlock()
    call_to_action = CallToActionBlock()
    document = DocumentBlock()
    quote = QuoteBlock()

    def get_context(self, value, parent_context=None):
        number_anchors(value)
        return super().get_context(value, parent_context)


class PageBodyBlock(SharedBlocks):
    """The text of a page that is not medical."""

    text = HeadedTextBlock()

    class Meta:
        template = "blocks/body.html"
