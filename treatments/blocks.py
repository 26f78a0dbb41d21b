"""Blocks of medical pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from home.anchors import number_anchors
from home.blocks import LINE_FEATURES, SharedBlocks, TextBlock
from home.words import plain
from treatments.sections import SectionKind
from treatments.testimonials import TestimonialBlock


def has_words(text: RichText | str | None) -> bool:
    """Whether a rich text says anything."""
    return bool(plain(getattr(text, "source", text) or ""))


class SectionValue(blocks.StructValue):
    """A section with the heading and anchor that its kind gives it."""

    @property
    def own_anchor(self) -> str:
        shown = self["kind"] and not self.is_empty
        return SectionKind(self["kind"]).anchor if shown else ""

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
        anchor = "course"
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
        anchor = "benefits-and-risks"
        preview_value = {
            "benefits": "<p>Less pain for some people.</p>",
            "risks": "<p>Bruising is common.</p>",
            "unknown": "<p>Whether it lasts beyond a year.</p>",
        }


class AlternativeBlock(blocks.StructBlock):
    """One other option."""

    name = blocks.CharBlock(max_length=120, label=_("Option"))
    description = TextBlock(features=LINE_FEATURES, label=_("What it is"))
    is_standard_care = blocks.BooleanBlock(
        required=False,
        label=_("Standard care"),
        help_text=_("What guidelines advise first. The page marks it as such."),
    )

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
        anchor = "other-options"
        preview_value = [
            {
                "name": "Physical therapy",
                "description": "<p>Exercises twice a week.</p>",
                "is_standard_care": True,
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
        anchor = "questions-to-ask"
        preview_value = ["How will we know whether it helps?"]


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


# Blocks with one heading for all pages, in the words of their templates.
FIXED_HEADINGS = {
    "what_to_expect": _("What to expect"),
    "benefits_and_risks": _("Benefits and risks"),
    "alternatives": _("Other options"),
    "questions_to_ask": _("Questions to ask"),
    "faq": _("Questions and answers"),
}


def headings_of(body: blocks.StreamValue) -> list[tuple[str, str]]:
    """Anchor and words of every heading of a text that says something."""
    number_anchors(body)
    return [heading for heading in map(_heading_of, body) if heading]


def _heading_of(block: blocks.StreamValue.StreamChild) -> tuple[str, str] | None:
    value = block.value
    if block.block_type == "section":
        return None if value.is_empty else (value.anchor, value.title)
    if block.block_type not in FIXED_HEADINGS:
        return None
    parts = value.values() if isinstance(value, blocks.StructValue) else value
    return (value.anchor, FIXED_HEADINGS[block.block_type]) if any(parts) else None
