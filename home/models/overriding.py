"""What a page keeps of a decision to publish in spite of an objection."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from home.objections import Objection

OVERRIDE = "home.override_claims"
# A dot is no reason.
SHORTEST_REASON = 20


class OverridablePage(models.Model):
    """A page that may be published in spite of objections, for a written reason.

    Both columns are part of a revision, so that the reason travels with the words.
    """

    override_reason = models.TextField(
        _("reason to publish a claim"),
        max_length=1000,
        blank=True,
        help_text=_(
            "Why the claims that the check objects to may stand as they are, in a "
            "sentence. It covers what the check objects to now; a new claim needs a "
            "new reason. It is kept in the page's history and not shown to visitors."
        ),
    )
    # What the reason was given for, as `Objection.key` has it.
    overridden = models.JSONField(default=list, blank=True, editable=False)

    override_panel = MultiFieldPanel(
        [FieldPanel("override_reason", permission=OVERRIDE)], heading=_("Claims")
    )

    class Meta:
        abstract = True

    def override(self, reason: str, objections: list[Objection]) -> None:
        """Take a new reason for these objections and no others."""
        given = len(reason.strip()) >= SHORTEST_REASON
        keys = [objection.key for objection in objections] if given else []
        self.overridden = [list(key) for key in dict.fromkeys(keys)]

    def is_overridden(self, objection: Objection) -> bool:
        """Whether the reason was given for this objection."""
        return bool(self.override_reason) and list(objection.key) in self.overridden
