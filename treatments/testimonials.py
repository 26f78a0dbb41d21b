"""Praise of the practice: what it has to come with, and where it cannot stand."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import HelpPanel
from wagtail.models import Page


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

    @property
    def may_be_shown(self) -> bool:
        """Whether nothing is missing that a reader must know to weigh the words."""
        needed = ("quote", "relationship", "typical_results", "consent_on_file")
        return all(self[name] for name in needed)


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


REFUSAL = _(
    "A testimonial cannot stand on a page with an unproven use, its own or that of a "
    "page below: take it out, or correct the evidence."
)


def has_testimonial(raw_blocks: Iterable[dict]) -> bool:
    """Whether a stored body holds anybody's praise."""
    return any(block["type"] == "testimonial" for block in raw_blocks)


class HiddenTestimonialPanel(HelpPanel):
    """Tells editors that visitors do not see a testimonial, and why."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Hidden testimonial"))
        kwargs.setdefault("template", "treatments/editor/hidden_testimonial.html")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        def is_shown(self):
            return self.instance.hides_testimonials and super().is_shown()


def now_hidden_by(page: Page) -> list[Page]:
    """The published pages whose testimonials visitors lose to this page's uses.

    They are the treatment above it and the conditions of its unproven uses.
    """
    parent = page.get_parent().specific
    conditions = [row.condition.specific for row in page.unproven_indications]
    return [
        other
        for other in [parent, *conditions]
        if other.live and getattr(other, "hides_testimonials", False)
    ]
