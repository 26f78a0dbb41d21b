"""Claims in Wagtail's content checker: it reports what the server has marked."""

from django.forms import Media
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

from treatments.claims.rules import ERROR, Rule
from treatments.models.claims import RULE_BY_KEY

CHECK = "claim"


def rule_id(rule: Rule) -> str:
    """The name under which axe knows a rule of the claims check."""
    return f"claim-{rule.key}"


def _axe_rule(rule: Rule) -> dict:
    return {
        "id": rule_id(rule),
        "impact": "critical" if rule.severity == ERROR else "moderate",
        "selector": f'mark[data-claim="{rule.key}"]',
        "tags": ["claims"],
        "any": [CHECK],
        # A transcript is folded, and makes claims nevertheless.
        "excludeHidden": False,
        "enabled": True,
    }


def _message(rule: Rule) -> dict:
    label = _("Claim") if rule.severity == ERROR else _("Claim to look at")
    return {
        "error_name": format_lazy("{}: {}", label, rule.reason),
        "help_text": format_lazy(
            "{} {} ({})", _("Suggestion:"), rule.rewrite, rule.source
        ),
    }


class ClaimsCheckerItem(ContentCheckerItem):
    """Wagtail's checks, and each rule of the claims check as one of them."""

    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        *(rule_id(rule) for rule in RULE_BY_KEY.values()),
    ]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        *(_axe_rule(rule) for rule in RULE_BY_KEY.values()),
    ]
    axe_custom_checks = [*ContentCheckerItem.axe_custom_checks, {"id": CHECK}]
    axe_messages = ContentCheckerItem.axe_messages | {
        rule_id(rule): _message(rule) for rule in RULE_BY_KEY.values()
    }

    @property
    def media(self) -> Media:
        return Media(js=["js/claims.js"])


def check_claims_too(request, items, page) -> None:
    """Put our checker in the place of Wagtail's own."""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[place] = ClaimsCheckerItem(in_editor=item.in_editor)
