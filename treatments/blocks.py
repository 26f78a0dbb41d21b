"""Blocks of medical pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from home.blocks import LINE_FEATURES, SharedBlocks, TextBlock
from treatments.sections import SectionKind


def has_words(text: RichText | str | None) -> bool:
    """Whether a rich text says anything."""
    source = getattr(text, "source", text) or ""
    return bool(source.replace("<p></p>", "").strip())


class SectionValue(blocks.StructValue):
    """A section with the heading and anchor that its kind gives it."""

    @property
    def anchor(self) -> str:
        return SectionKind(self["kind"]).anchor if self["kind"] else ""

    @property
    def title(self) -> str:
        default = SectionKind(self["kind"]).label if self["kind"] else ""
        return self["heading"] or default

    @property
    def is_empty(self) -> bool:
        return not has_words(self["text"])


class SectionBlock(blocks.StructBlock):
    """A standard part of a medical page."""

    kind = blocks.ChoiceBlock(choices=SectionKind.choices, label=_("What it tells"))
    heading = blocks.CharBlock(
        required=False,
        max_length=120,
        label=_("Own heading"),
        help_text=_("Only where the usual heading will not do."),
    )
    text = TextBlock(
        required=False,
        label=_("Text"),
        help_text=_("A section without text is not shown."),
    )

    class Meta:
        icon = "title"
        label = _("Section")
        label_format = "{kind}"
        description = _("A standard part of the page, such as symptoms or evidence")
        template = "blocks/section.html"
        value_class = SectionValue
        preview_value = {
            "kind": "overview",
            "heading": "",
            "text": "<p>Lupus is a long-term illness in which the body's defenses "
            "attack its own tissues.</p>",
        }


class Urgency(models.TextChoices):
    """How soon somebody should act."""

    EMERGENCY = "emergency", _("Call emergency services now")
    URGENT = "urgent", _("Call us the same day")
    ROUTINE = "routine", _("Make an appointment")


class CareAdviceValue(blocks.StructValue):
    @property
    def title(self) -> str:
        level = self["level"]
        return self["heading"] or (Urgency(level).label if level else "")


class CareAdviceBlock(blocks.StructBlock):
    """Signs that ask for help, and how soon."""

    level = blocks.ChoiceBlock(choices=Urgency.choices, label=_("How soon"))
    heading = blocks.CharBlock(required=False, max_length=120, label=_("Own heading"))
    signs = blocks.ListBlock(
        blocks.CharBlock(max_length=200, label=_("Sign")), label=_("Signs")
    )
    action = TextBlock(required=False, label=_("What to do"))

    class Meta:
        icon = "warning"
        label = _("When to get help")
        description = _("Signs that need help now, today or soon, and what to do")
        template = "blocks/care_advice.html"
        value_class = CareAdviceValue
        preview_value = {
            "level": "urgent",
            "heading": "",
            "signs": ["A fever that does not go away", "A new rash"],
            "action": "<p>Call us before noon.</p>",
        }


class WhatToExpectBlock(blocks.StructBlock):
    """The course of a treatment, before, during and after."""

    before = TextBlock(required=False, label=_("Before"))
    during = TextBlock(required=False, label=_("During"))
    after = TextBlock(required=False, label=_("After"))
    duration = blocks.CharBlock(
        required=False, max_length=120, label=_("How long it takes")
    )
    recovery = blocks.CharBlock(required=False, max_length=120, label=_("Recovery"))

    class Meta:
        icon = "history"
        label = _("What to expect")
        description = _("Before, during and after, how long it takes, recovery")
        template = "blocks/what_to_expect.html"
        preview_value = {
            "before": "<p>Eat as usual.</p>",
            "during": "<p>You lie still for ten minutes.</p>",
            "after": "<p>You can drive home.</p>",
            "duration": "About 30 minutes",
            "recovery": "Back to work the same day",
        }


class BenefitsAndRisksBlock(blocks.StructBlock):
    """Benefits never stand alone: risks and what is not known stand beside them."""

    benefits = TextBlock(required=False, label=_("Possible benefits"))
    risks = TextBlock(required=False, label=_("Risks and side effects"))
    unknown = TextBlock(required=False, label=_("What we do not know"))

    class Meta:
        icon = "success"
        label = _("Benefits and risks")
        description = _("Benefits, risks and what is not known, side by side")
        template = "blocks/benefits_and_risks.html"
        preview_value = {
            "benefits": "<p>Less pain for some people.</p>",
            "risks": "<p>Bruising is common.</p>",
            "unknown": "<p>Whether it lasts beyond a year.</p>",
        }


class AlternativeBlock(blocks.StructBlock):
    """One other option."""

    name = blocks.CharBlock(max_length=120, label=_("Option"))
    description = TextBlock(features=LINE_FEATURES, label=_("What it is"))

    class Meta:
        icon = "redirect"
        label = _("Option")


class AlternativesBlock(blocks.ListBlock):
    """Other options, standard care among them."""

    def __init__(self, **kwargs):
        super().__init__(AlternativeBlock(), **kwargs)

    class Meta:
        icon = "list-ol"
        label = _("Alternatives")
        description = _("Other options, standard care among them")
        template = "blocks/alternatives.html"
        preview_value = [
            {
                "name": "Physical therapy",
                "description": "<p>Exercises twice a week.</p>",
            }
        ]


class QuestionsToAskBlock(blocks.ListBlock):
    """Questions to take along to a visit."""

    def __init__(self, **kwargs):
        super().__init__(
            blocks.CharBlock(max_length=200, label=_("Question")), **kwargs
        )

    class Meta:
        icon = "help"
        label = _("Questions to ask")
        description = _("Questions a patient can take along to a visit")
        template = "blocks/questions_to_ask.html"
        preview_value = ["How will we know whether it helps?"]


class Relationship(models.TextChoices):
    """Who speaks in a testimonial, and what ties them to the practice."""

    PATIENT = "patient", _("Patient")
    FAMILY = "family", _("Family member")
    PAID = "paid", _("Paid or rewarded for these words")
    STAFF = "staff", _("Works with the practice")


class TestimonialValue(blocks.StructValue):
    @property
    def relationship_label(self) -> str:
        return Relationship(self["relationship"]).label if self["relationship"] else ""


class TestimonialBlock(blocks.StructBlock):
    """A person's own words, with what a reader must know to weigh them."""

    quote = blocks.TextBlock(label=_("Words"))
    name = blocks.CharBlock(max_length=80, label=_("Name as it may be shown"))
    relationship = blocks.ChoiceBlock(
        choices=Relationship.choices, label=_("Tie to the practice")
    )
    typical_results = blocks.CharBlock(
        max_length=300,
        label=_("What is typical"),
        help_text=_("What most people can expect, in one sentence; shown below."),
    )
    consent_on_file = blocks.BooleanBlock(
        label=_("Written consent is on file"),
        help_text=_("Without it these words cannot be published."),
    )

    class Meta:
        icon = "group"
        label = _("Testimonial")
        description = _("A person's own words, with consent and what is typical")
        template = "blocks/testimonial.html"
        value_class = TestimonialValue
        preview_value = {
            "quote": "They took the time to explain.",
            "name": "M., a patient",
            "relationship": "patient",
            "typical_results": "A first visit takes forty minutes for everybody.",
            "consent_on_file": True,
        }


class MedicalBodyBlock(SharedBlocks):
    """The text of a condition or treatment page."""

    section = SectionBlock()
    care_advice = CareAdviceBlock()
    what_to_expect = WhatToExpectBlock()
    benefits_and_risks = BenefitsAndRisksBlock()
    alternatives = AlternativesBlock()
    questions_to_ask = QuestionsToAskBlock()
    testimonial = TestimonialBlock()

    class Meta:
        template = "blocks/body.html"


# Blocks with one heading for all pages: name → anchor and words, as in their templates.
FIXED_HEADINGS = {
    "what_to_expect": ("course", _("What to expect")),
    "benefits_and_risks": ("benefits-and-risks", _("Benefits and risks")),
    "alternatives": ("other-options", _("Other options")),
    "questions_to_ask": ("questions-to-ask", _("Questions to ask")),
    "faq": ("questions-and-answers", _("Questions and answers")),
}


def heading_of(block: blocks.StreamValue.StreamChild) -> tuple[str, str] | None:
    """Anchor and words of a block's heading; None where it has none or says nothing."""
    value = block.value
    if block.block_type == "section":
        return None if value.is_empty else (value.anchor, value.title)
    if block.block_type not in FIXED_HEADINGS:
        return None
    parts = value.values() if isinstance(value, blocks.StructValue) else value
    return FIXED_HEADINGS[block.block_type] if any(parts) else None
