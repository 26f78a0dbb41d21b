"""What a text as a whole may not sound like; learned.py hears it."""

from django.utils.translation import gettext_lazy as _

from .rules import ERROR, WARNING, Rule
from .sources import FTC

PROMISE = Rule(
    key="sounds-like-a-promise",
    severity=ERROR,
    patterns=(),
    reason=_(
        "Read as a whole, this promises a cure, a certain result, lasting relief or "
        "safety, as texts do that regulators object to."
    ),
    source=FTC,
    rewrite=_(
        "Say who was studied, how many of them were helped and by how much, what can "
        "go wrong, and what is not known."
    ),
)
ADVERTISING = Rule(
    key="sounds-like-advertising",
    severity=WARNING,
    patterns=(),
    reason=_(
        "Read as a whole, this presses or praises more than it informs: haste, rank, "
        "one patient's story, science without a source, or nature as proof of safety."
    ),
    source=FTC,
    rewrite=_("Say what is offered and what is known of it, and name the source."),
    needs_no_reference=True,
)
RULES = (PROMISE, ADVERTISING)
