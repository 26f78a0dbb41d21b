"""“Board certified” on published pages, once no certification carries it any more.

Publishing asks for the record; a record can go later, and the words stay. They are
kept with the other claims that must not stand.
"""

from collections.abc import Iterable, Iterator

from home.models import BasePage
from home.objections import Objection
from team.board_claims import objection
from team.credential_guard import board_claims_in, is_board_certified
from team.models import ClinicianPage
from treatments.claims import Finding
from treatments.models.claims import BOARD_RULE
from treatments.page_claims import Claim
from treatments.page_texts import PageText


class BoardClaim(Claim):
    """The words on a page, with the objection that may have been overridden."""

    @property
    def objection(self) -> Objection:
        return objection()


def board_claims(
    page: BasePage, texts: Iterable[PageText], somebody_is: bool
) -> Iterator[Claim]:
    """Where a page says it without a record: on a clinician's page, one of their own.

    `somebody_is` tells whether anybody of the team is board certified.
    """
    if isinstance(page, ClinicianPage):
        somebody_is = is_board_certified(page.certifications.all())
    if somebody_is:
        return
    for text in texts:
        for line in text.text.split("\n"):
            for start, end in board_claims_in(line):
                yield BoardClaim(text.where, line, start, end, _finding(start, end))


def _finding(start: int, end: int) -> Finding:
    return Finding(
        rule=BOARD_RULE.key,
        severity=BOARD_RULE.severity,
        start=start,
        end=end,
        reason=BOARD_RULE.reason,
        source=BOARD_RULE.source,
        rewrite=BOARD_RULE.rewrite,
    )
