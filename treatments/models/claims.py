"""What the claims check found when a page was last published or looked through."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from team.board_claims import NOBODY_IS, RULE
from treatments.claims import RULES
from treatments.claims.rules import ERROR, WARNING, Rule

RULE_BY_KEY: dict[str, Rule] = {rule.key: rule for rule in RULES}
# Asks the team's records, not the words alone.
BOARD_RULE = Rule(
    key=RULE,
    severity=ERROR,
    patterns=(),
    reason=NOBODY_IS,
    source="California Business and Professions Code 651(h)(5)",
    rewrite=_("Say what the person is licensed as, and where."),
)
KEPT_RULES = RULE_BY_KEY | {BOARD_RULE.key: BOARD_RULE}


class Severity(models.TextChoices):
    """Whether a claim keeps a page from being published."""

    ERROR = ERROR, _("Error")
    WARNING = WARNING, _("Warning")


class PublishedClaimQuerySet(models.QuerySet):
    """Claims on published pages."""

    def to_fix(self):
        """Those that nobody has taken upon himself, errors first."""
        shown = self.filter(page__live=True, is_overridden=False)
        return shown.order_by("severity", "page__title", "pk")


class PublishedClaim(models.Model):
    """A claim in a published page: kept so that lists need not read every page."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    where = models.CharField(_("where"), max_length=255)
    quote = models.TextField(_("words"))
    sentence = models.TextField(_("sentence"))
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)
    rule = models.CharField(_("rule"), max_length=40)
    is_overridden = models.BooleanField(_("published for a reason"), default=False)

    objects = PublishedClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        ordering = ["severity", "page__title", "pk"]

    def __str__(self):
        return self.quote

    @property
    def _rule(self) -> Rule | None:
        # A newer version of the site may have dropped it; the next check tells.
        return KEPT_RULES.get(self.rule)

    @property
    def reason(self) -> str:
        return str(self._rule.reason) if self._rule else ""

    @property
    def source(self) -> str:
        return str(self._rule.source) if self._rule else ""

    @property
    def rewrite(self) -> str:
        return str(self._rule.rewrite) if self._rule else ""
