"""Keeps what the claims check finds in published pages, and who let it pass.

The dashboard and the report read these records. They are made anew for a page when
it is published, and for all pages by `manage.py check_claims`, which the worker runs
each day: a page's claims can change with the rules, or with another page's evidence.
"""

from collections.abc import Iterable

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log

from home.models import BasePage
from team.board_claims import is_somebody_certified
from treatments.board_wording import board_claims
from treatments.models import PublishedClaim
from treatments.page_claims import Claim, ClaimsCheck, rows_of
from treatments.page_texts import texts_of

PUBLISHED_WITH_CLAIM = "treatments.published_with_claim"


def records_of(page: BasePage, claims: Iterable[Claim]) -> list[PublishedClaim]:
    """The records of a page's claims, not stored yet."""
    return [
        PublishedClaim(
            page_id=page.pk,
            where=Truncator(claim.where).chars(255),
            quote=claim.quote,
            sentence=claim.sentence,
            severity=claim.finding.severity,
            rule=claim.finding.rule,
            is_overridden=page.is_overridden(claim.objection),
        )
        for claim in claims
    ]


def remember_claims(instance: BasePage, revision=None, **kwargs) -> None:
    """Receive that a page has been published."""
    if not isinstance(instance, BasePage):
        return
    texts = texts_of(instance, {}, rows_of(instance))
    boards = board_claims(instance, texts, is_somebody_certified())
    claims = [*ClaimsCheck().claims_of(instance), *boards]
    PublishedClaim.objects.filter(page=instance.pk).delete()
    if instance.live:
        PublishedClaim.objects.bulk_create(records_of(instance, claims))
    passed = [c for c in claims if c.is_error and instance.is_overridden(c.objection)]
    if passed:
        log_claims(instance, revision, passed)


def forget_claims(instance: BasePage, **kwargs) -> None:
    """Receive that a page is no longer public."""
    PublishedClaim.objects.filter(page=instance.pk).delete()


def log_claims(page: BasePage, revision, claims: list[Claim]) -> None:
    """Put claims that were let pass into the page's history, with the reason."""
    data = {
        "reason": page.override_reason,
        "findings": [
            {"rule": c.finding.rule, "quote": c.quote, "where": c.where} for c in claims
        ],
    }
    log(instance=page, action=PUBLISHED_WITH_CLAIM, revision=revision, data=data)


class PublishedWithClaim(LogFormatter):
    """How the history tells it."""

    label = gettext_lazy("Publish with a claim")

    def format_message(self, log_entry):
        quotes = [f"“{one['quote']}”" for one in log_entry.data.get("findings", [])]
        return _("Published with a claim, %(claims)s. Reason: %(reason)s") % {
            "claims": ", ".join(quotes),
            "reason": log_entry.data.get("reason", ""),
        }


def register_claim_actions(actions) -> None:
    """Make the entry known to Wagtail's history."""
    actions.register_action(PUBLISHED_WITH_CLAIM)(PublishedWithClaim)
