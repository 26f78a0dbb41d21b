"""The rules of the claims check, in the order in which findings are told."""

from . import (
    advertising,
    approvals,
    cures,
    evidence,
    impressions,
    medicines,
    promises,
    safety,
    stories,
)
from .rules import Rule

RULES: tuple[Rule, ...] = (
    *promises.RULES,
    *safety.RULES,
    *cures.RULES,
    *medicines.RULES,
    *approvals.RULES,
    *evidence.RULES,
    *advertising.RULES,
    *stories.RULES,
    *impressions.RULES,
)
