"""Which texts of the site speak of an unproven use, known for all pages at once.

Where every use on a page is unproven, the whole page does. Where some are, a line
does that names what the use is of or for: a page about lupus may say that standard
care helps.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.vocabulary import UNPROVEN_EVIDENCE, UNPROVEN_STATUS

# A text says "stem cells" where a title says "stem cell therapy for lupus".
LAST_WORDS = re.compile(
    r"\s+(?:therapy|therapies|treatments?|injections?|infusions?|for\s.*)$", re.I
)
IN_BRACKETS = re.compile(r"[()]")
SHORTEST_NAME = 3


@dataclass(frozen=True)
class Use:
    """A treatment's use for a condition, with the names of both."""

    path: str
    condition_id: int
    is_unproven: bool
    of: frozenset[str]
    to_treat: frozenset[str]


@dataclass(frozen=True)
class Subject:
    """What of a page is about unproven uses: all of it, or lines with these names."""

    is_all: bool = False
    names: frozenset[str] = frozenset()

    def is_in(self, text: str) -> bool:
        """Whether a text of the page speaks of an unproven use."""
        folded = text.casefold()
        return self.is_all or any(name in folded for name in self.names)

    def __or__(self, other: "Subject") -> "Subject":
        return Subject(self.is_all or other.is_all, self.names | other.names)


class UnprovenUses:
    """The uses that published treatments name: two queries, no page is loaded.

    Of all pages; or of one page and those it is about, however large the site is.
    """

    def __init__(self, about: Iterable[Page] | None = None) -> None:
        rows = Indication.objects.complete().filter(treatment__live=True)
        if about is not None:
            rows = rows.filter(_is_on(about))
        found = list(
            rows.values_list(
                "treatment__path",
                "condition_id",
                "evidence_level",
                "regulatory_status",
                "condition__title",
                "condition__also_known_as",
            )
        )
        self._treatments = _treatments_at({path for path, *_rest in found})
        self._uses = [
            Use(
                path=path,
                condition_id=condition,
                is_unproven=level in UNPROVEN_EVIDENCE or status in UNPROVEN_STATUS,
                of=self._named_at(path),
                to_treat=_names_of(title, others),
            )
            for path, condition, level, status, title, others in found
        ]

    def _named_at(self, path: str) -> frozenset[str]:
        return _names(self._treatments.get(way, frozenset()) for way in _ways(path))

    def on(self, page: Page, rows: dict[str, list]) -> Subject:
        """What a page with these rows says of them, by itself or by its topics."""
        subject = self._told_by(page, rows.get("indications"))
        for row in rows.get("topics", []):
            subject |= self._told_by(row.page)
        return subject

    def _told_by(self, page: Page, rows: Iterable[Indication] | None = None) -> Subject:
        model = page.specific_class
        if model is ConditionPage:
            uses = [use for use in self._uses if use.condition_id == page.pk]
            # The page is about the condition, whatever is tried for it.
            return Subject(names=_names(use.of for use in uses if use.is_unproven))
        if model is not TreatmentPage:
            return Subject()
        # A page that is only begun has no path yet.
        uses = [
            use for use in self._uses if page.path and use.path.startswith(page.path)
        ]
        if rows is not None:
            # Its own rows may have changed since they were published.
            own = [_own_use(row, page) for row in rows if row.is_complete]
            uses = [*own, *(use for use in uses if use.path != page.path)]
        unproven = [use for use in uses if use.is_unproven]
        return Subject(
            is_all=bool(uses) and len(unproven) == len(uses),
            names=_names(use.to_treat for use in unproven),
        )


def _is_on(pages: Iterable[Page]) -> Q:
    """Whether a use stands on one of these pages, or below it."""
    asked = Q(pk__in=[])
    for page in pages:
        asked |= Q(condition=page.pk)
        if page.path:
            asked |= Q(treatment__path__startswith=page.path)
    return asked


def _own_use(row: Indication, page: TreatmentPage) -> Use:
    return Use(
        path=page.path,
        condition_id=row.condition_id,
        is_unproven=row.is_unproven,
        of=frozenset(),
        to_treat=_names_of(row.condition.title, row.condition.also_known_as),
    )


def _treatments_at(paths: set[str]) -> dict[str, frozenset[str]]:
    """The names of the treatments at these paths and above them."""
    ways = {way for path in paths for way in _ways(path)}
    pages = TreatmentPage.objects.filter(path__in=ways)
    rows = pages.values_list("path", "title", "also_known_as")
    return {path: _names_of(title, others) for path, title, others in rows}


def _ways(path: str) -> list[str]:
    """A page's path and that of the page above, which is the same treatment."""
    return [path, path[: -Page.steplen]]


def _names_of(title: str, others: list[str]) -> frozenset[str]:
    called = [*IN_BRACKETS.split(title), *others]
    short = (LAST_WORDS.sub("", name.strip()).casefold() for name in called)
    return frozenset(name for name in short if len(name) >= SHORTEST_NAME)


def _names(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
