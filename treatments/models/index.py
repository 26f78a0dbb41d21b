"""Lists that say how sure the evidence is, and can be narrowed by it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.cards import describe
from home.catalogues import Choice, Entry
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


@dataclass(slots=True)
class Listed:
    """The columns by which one of thousands of pages is sorted and found."""

    pk: int
    title: str
    path: str
    numchild: int
    expire_at: datetime | None
    body_system: str
    specific_class: type[Page] = field(kw_only=True)
    uses: Any = field(default=None, kw_only=True)


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
        described = self.get_described()
        visible = self.practice_site.visible(described)
        names = ("pk", "title", "path", "numchild", "expire_at", "body_system")
        rows = [
            Listed(*row, specific_class=described.model)
            for row in visible.values_list(*names)
        ]
        rows.sort(key=place_in_index)
        describe(rows, self.practice_site)
        for row in rows:
            letter, _words = place_in_index(row)
            yield Entry(row.pk, row.expire_at, letter, self.get_choices(row))

    def get_choices(self, page: Listed) -> dict[Choice, str]:
        """The values of filters that fit a page, with words that no vocabulary has."""
        choices = {("body_system", page.body_system): ""}
        for row in page.uses.rows:
            group = "unproven" if row.is_unproven else "studied"
            choices["evidence", group] = choices["evidence", row.evidence_level] = ""
        return choices

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
        pages = super().load(keys, chosen)
        describe(pages, self.practice_site)
        of_uses = self._of_uses(chosen)
        for page in pages:
            page.fitting_rows = []
        if not of_uses:
            return pages
        for page in pages:
            page.uses = page.uses.only(
                lambda row: all(fits(row, name, v) for name, v in of_uses.items())
            )
            page.fitting_rows = [
                (getattr(row, self.counterpart).title, row) for row in page.uses.rows
            ]
        return [page for page in pages if page.fitting_rows]

    def get_own_context(self, request):
        regulator = regulator_of(self.practice_site.practice.jurisdictions)
        context = super().get_own_context(request)
        self._listed = list(context["listing"].results)
        return {**context, "regulator": regulator}

    def get_named_pages(self):
        return self._listed
