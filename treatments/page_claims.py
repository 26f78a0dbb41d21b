"""What the claims check finds on a page, whatever its type."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Site

from home.models import BasePage
from home.objections import Objection
from team.models import ClinicianPage
from treatments.claims import Finding, OwnNames, check_text
from treatments.claims.rules import ERROR
from treatments.models.claims import RULE_BY_KEY
from treatments.page_texts import CITATION, PageText, texts_of
from treatments.unproven import Subject, UnprovenUses

SENTENCE_END = re.compile(r"(?<=[.!?])\s")
# Longer than any sentence that people write; in characters.
FAR = 1000


@dataclass(frozen=True)
class Claim:
    """A finding on a page: where, in which line, and from which character on."""

    where: str
    line: str
    start: int
    end: int
    finding: Finding

    @property
    def is_error(self) -> bool:
        return self.finding.severity == ERROR

    @property
    def quote(self) -> str:
        """The words that the rule objects to."""
        return _without_citations(self.line[self.start : self.end])

    @property
    def sentence(self) -> str:
        """The sentence they stand in; of an endless one, what is near."""
        first, last = max(0, self.start - FAR), self.end + FAR
        for before in SENTENCE_END.finditer(self.line, first, self.start):
            first = before.end()
        if after := SENTENCE_END.search(self.line, self.end - 1, last):
            last = after.end()
        return _without_citations(self.line[first:last])

    @property
    def objection(self) -> Objection:
        """The same as something that speaks against publishing."""
        message = _("“%(quote)s” (%(where)s): %(reason)s Suggestion: %(rewrite)s") % {
            "quote": self.quote,
            "where": self.where,
            "reason": self.finding.reason,
            "rewrite": self.finding.rewrite,
        }
        return Objection(self.finding.rule, self.quote, self.sentence, message)


@dataclass
class ClaimsCheck:
    """The check of one page, or of `many`: then what they share is asked for once."""

    many: bool = False

    @cached_property
    def _all_uses(self) -> UnprovenUses:
        return UnprovenUses()

    def subject_of(self, page: BasePage, rows: dict[str, list]) -> Subject:
        """What of the page is about unproven uses."""
        topics = (row.page for row in rows.get("topics", []))
        uses = self._all_uses if self.many else UnprovenUses([page, *topics])
        return uses.on(page, rows)

    @cached_property
    def own_names(self) -> OwnNames:
        """The practice and its people, as pages call them."""
        people = ClinicianPage.objects.values_list("given_name", "family_name")
        names = list(Site.objects.values_list("site_name", flat=True))
        for given, family in people:
            names += [f"{given} {family}", f"Dr. {family}"]
        return OwnNames(names)

    def claims(self, page: BasePage, cleaned: dict, rows: dict) -> list[Claim]:
        """All that is found in a page with the values of its form and its rows."""
        subject = self.subject_of(page, rows)
        return [
            claim
            for text in texts_of(page, cleaned, rows)
            for claim in claims_in(text, subject, self._check(text, subject))
        ]

    def _check(self, text: PageText, subject: Subject) -> list[Finding]:
        unproven = text.is_unproven(subject)
        return _findings(text.text, unproven, text.has_references, self.own_names)

    def claims_of(self, page: BasePage) -> list[Claim]:
        """All that is found in a page as it is."""
        return self.claims(page, {}, rows_of(page))


# The same words are checked while they are typed, when they are saved and published.
@lru_cache(maxsize=256)
def _findings(
    text: str, unproven: bool, has_references: bool, own_names: OwnNames
) -> list[Finding]:
    return check_text(
        text,
        unproven=unproven,
        has_references=has_references,
        own_names=own_names,
    )


def rows_of(page: Page) -> dict[str, list]:
    """The records of each inline list of a page."""
    return {name: list(getattr(page, name).all()) for name in relations_of(type(page))}


def relations_of(model: type[Page]) -> list[str]:
    """The inline lists of a page type; Wagtail's own are for colleagues."""
    return [
        relation.get_accessor_name()
        for relation in get_all_child_relations(model)
        if not relation.related_model.__module__.startswith("wagtail.")
    ]


def claims_in(
    text: PageText, subject: Subject, findings: Iterable[Finding]
) -> Iterator[Claim]:
    """Findings in a text of many lines, each with the line that it stands in."""
    first, line, is_one = 0, "", True
    for finding in findings:
        if not (is_one and first <= finding.start < finding.end <= first + len(line)):
            first = text.text.rfind("\n", 0, finding.start) + 1
            last = text.text.find("\n", finding.end)
            line = text.text[first : None if last < 0 else last]
            is_one = "\n" not in line
        if RULE_BY_KEY[finding.rule].unproven_only and not (
            text.unproven or subject.is_in(line)
        ):
            continue
        yield Claim(
            where=text.where,
            line=line,
            start=finding.start - first,
            end=finding.end - first,
            finding=finding,
        )


def find_objections(page: BasePage, cleaned: dict, rows: dict) -> list[Objection]:
    """The errors among the claims; a warning speaks against nothing."""
    claims = ClaimsCheck().claims(page, cleaned, rows)
    return [claim.objection for claim in claims if claim.is_error]


def find_false_claims(text: str) -> list[str]:
    """What no words of the practice may claim, wherever they are sent or stand."""
    names = ClaimsCheck().own_names
    words = _("“%(quote)s”: %(reason)s Suggestion: %(rewrite)s")
    return [
        words
        % {
            "quote": line[one.start : one.end],
            "reason": one.reason,
            "rewrite": one.rewrite,
        }
        for line in text.splitlines()
        for one in check_text(line, own_names=names)
        if one.severity == ERROR
    ]


def _without_citations(text: str) -> str:
    return " ".join(text.replace(CITATION.strip(), " ").split())
