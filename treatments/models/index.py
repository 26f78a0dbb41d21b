"""Lists that say how sure the evidence is, and can be narrowed by it."""

from django.utils.functional import Promise
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from home.cards import describe
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


# What a line of the list and its filters read: it is made from thousands of pages.
COLUMNS = ["title", "path", "depth", "url_path", "content_type", "live", "expire_at"]
COLUMNS += ["also_known_as", "body_system"]


class EvidenceIndexPage(AlphabeticalIndexPage):
    """An index from A to Z; each entry carries its uses, one row for both sides."""

    # The filters that one and the same use has to fit.
    use_filters = ["condition", "evidence"]
    # By which side of a use an entry names it.
    counterpart = "condition"

    class Meta:
        abstract = True

    def get_entries(self) -> PageQuerySet:
        """Every page that this list may show."""
        raise NotImplementedError

    def get_listing_pages(self):
        visible = self.practice_site.visible(self.get_entries())
        pages = sorted(visible.only(*COLUMNS), key=place_in_index)
        describe(pages, self.practice_site)
        return pages

    def get_filters(self, pages):
        systems = {page.body_system for page in pages}
        rows = [row for page in pages for row in page.uses.rows]
        levels = {row.evidence_level for row in rows}
        groups = {"unproven" if row.is_unproven else "studied" for row in rows}
        evidence = [
            *(pair for pair in EVIDENCE_GROUPS.items() if pair[0] in groups),
            *(pair for pair in EvidenceLevel.choices if pair[0] in levels),
        ]
        return [
            Filter("evidence", __("Evidence"), evidence),
            Filter(
                "body_system",
                __("Body system"),
                [pair for pair in BodySystem.choices if pair[0] in systems],
            ),
        ]

    def matches(self, page, name, value):
        return page.body_system == value

    def narrow(self, pages, chosen):
        of_uses = {n: value for n, value in chosen.items() if n in self.use_filters}
        of_pages = {n: value for n, value in chosen.items() if n not in of_uses}
        kept = super().narrow(pages, of_pages)
        if not of_uses:
            return kept
        for page in kept:
            page.uses = page.uses.only(
                lambda row: all(fits(row, name, v) for name, v in of_uses.items())
            )
            page.fitting_rows = [
                (getattr(row, self.counterpart).title, row) for row in page.uses.rows
            ]
        return [page for page in kept if page.fitting_rows]

    def get_own_context(self, request):
        regulator = regulator_of(self.practice_site.practice.jurisdictions)
        context = super().get_own_context(request)
        self._listed = list(context["listing"].results)
        return {**context, "regulator": regulator}

    def get_named_pages(self):
        return self._listed
