"""Lists that say how sure the evidence is, and can be narrowed by it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.cards import describe
from home.catalogues import Choice, Entry
from home.changes.keeping import own_copy
from home.changes.reading import valid_until
from home.models import AlphabeticalIndexPage, Filter
from home.models.listing import place_in_index
from treatments.models.indications import Indication
from treatments.vocabulary import BodySystem, EvidenceLevel, regulator_of

# What is true of a use, coarser than its level: value → the words of the filter.
EVIDENCE_GROUPS: dict[str, Promise] = {
    "studied": _("Studied in people"),
    "unproven": _("Unproven"),
}


def fits(row: Indication, name: str, value: str) -> bool:
    """Whether a use has this value of the filter "condition" or "evidence"."""
    if name == "condition":
        return row.condition.slug == value
    if value in EVIDENCE_GROUPS:
        return row.is_unproven == (value == "unproven")
    return row.evidence_level == value


# What a line of the list shows.
COLUMNS = ["title", "path", "depth", "numchild", "url_path", "content_type"]
COLUMNS += ["live", "expire_at", "also_known_as"]


class Listed(NamedTuple):
    """The columns by which one of thousands of pages is sorted and found."""

    pk: int
    title: str
    path: str
    slug: str
    expire_at: datetime | None
    # Of no use on the other side; to read it there would cost as much as all else.
    body_system: str = ""


class EvidenceIndexPage(AlphabeticalIndexPage):
    """An index from A to Z; each entry carries its uses, one row for both sides."""

    # The filters that one and the same use has to fit.
    use_filters = ["condition", "evidence"]
    # By which side of a use an entry names it.
    counterpart = "condition"

    class Meta:
        abstract = True

    def get_described(self) -> PageQuerySet:
        """Every page that this list may show, in any order."""
        raise NotImplementedError

    def get_listed(self):
        return self.get_described().only(*COLUMNS)

    def get_listing_pages(self):
        pages = sorted(super().get_listing_pages(), key=place_in_index)
        describe(pages, self.practice_site)
        return pages

    def get_entries(self):
        pages = self._read(self.get_described(), Listed._fields)
        pages.sort(key=place_in_index)
        side = Indication._meta.get_field(self.counterpart)
        others = self._read(side.related_model.objects.all(), Listed._fields[:-1])
        choices = [{("body_system", page.body_system): ""} for page in pages]
        for place, found in self.find_choices(pages, others):
            choices[place].update(found)
        for page, fitting in zip(pages, choices, strict=True):
            letter, _words = place_in_index(page)
            yield Entry(page.pk, page.expire_at, letter, fitting)

    def _read(self, pages: PageQuerySet, columns: Iterable[str]) -> list[Listed]:
        """The visible ones of these pages, which are out of date when one expires."""
        visible = self.practice_site.visible(pages).order_by()
        found = [Listed(*row) for row in visible.values_list(*columns)]
        for moment in {page.expire_at for page in found if page.expire_at}:
            valid_until(moment)
        return found

    def find_choices(
        self, pages: list[Listed], others: list[Listed]
    ) -> Iterator[tuple[int, dict[Choice, str]]]:
        """For each use the place of its page among `pages`, and what that is found by.

        `others` are the visible pages that a use may have on its other side.
        """
        raise NotImplementedError

    def get_filters(self):
        levels, systems = map(self.catalogue.values, ("evidence", "body_system"))
        known = [*EVIDENCE_GROUPS.items(), *EvidenceLevel.choices]
        return [
            Filter(
                "evidence", __("Evidence"), [one for one in known if one[0] in levels]
            ),
            Filter(
                "body_system",
                __("Body system"),
                [pair for pair in BodySystem.choices if pair[0] in systems],
            ),
        ]

    def get_places(self, chosen):
        places = super().get_places(chosen)
        of_uses = self._of_uses(chosen)
        if len(of_uses) < 2:
            return places
        # Each of the values fits some use of the page; it has to be the same one.
        keys = self.catalogue.keys
        fitting = {page.pk for page in self.load([keys[p] for p in places], chosen)}
        return [place for place in places if keys[place] in fitting]

    def _of_uses(self, chosen: dict[str, str]) -> dict[str, str]:
        return {n: value for n, value in chosen.items() if n in self.use_filters}

    def load(self, keys, chosen):
        of_uses = self._of_uses(chosen)
        kind, part = f"entries of list {self.pk}", tuple(keys)
        kept = self.practice_site.keep_many(kind, [part], self._load_parts)[part]
        if not of_uses:
            return kept
        # Only some of their uses are shown here.
        pages = [own_copy(page) for page in kept]
        for page in pages:
            page.markup = None
            page.uses = page.uses.only(
                lambda row: all(fits(row, name, v) for name, v in of_uses.items())
            )
            page.fitting_rows = [
                (getattr(row, self.counterpart).title, row) for row in page.uses.rows
            ]
        return [page for page in pages if page.fitting_rows]

    def _load_parts(
        self, parts: list[tuple[int, ...]]
    ) -> dict[tuple[int, ...], list[Page]]:
        """The pages with these keys and all their uses; only to be read."""
        found = {
            part: super(EvidenceIndexPage, self).load(list(part), {}) for part in parts
        }
        for pages in found.values():
            describe(pages, self.practice_site)
            for page in pages:
                page.fitting_rows, page.markup = [], {}
        return found

    @property
    def regulator(self) -> str:
        """The authority whose approval the entries speak of."""
        return regulator_of(self.practice_site.practice.jurisdictions)

    def get_named_pages(self):
        return self.listed
