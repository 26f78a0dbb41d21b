"""Check what a medical page claims."""

from .every_rule import RULES
from .names import NOBODY, OwnNames
from .rules import Finding

__all__ = ["NOBODY", "RULES", "Finding", "OwnNames", "check_text"]


def check_text(
    text: str,
    *,
    unproven: bool = False,
    has_references: bool = False,
    own_names: OwnNames = NOBODY,
) -> list[Finding]:
    """Find claims that a medical page may not make, in the order of the text.

    `unproven`: the page is about a use without good evidence or without approval.
    `has_references`: the text carries its references where this text doesn't show them.
    `own_names`: the practice and its people, whose names speak as "we" does.
    """
    # Here: what words mean takes 5 MB of a process, and most answer visitors only.
    from .check import find_claims

    return find_claims(text, unproven, has_references, own_names)
