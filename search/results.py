"""Turns what was found into what a visitor reads."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page, get_page_models

from home.changes.keeping import keep_many
from home.changes.reading import note_pages, valid_until
from home.models import BasePage, Filter, Listing, LocationPage
from home.models.listing import chosen_of
from home.site import PracticeSite
from home.vocabulary import Specialty
from search.answers import Hit
from search.excerpts import highlight
from search.guidance import Promotion
from search.kinds import RESULT_TYPES
from search.promoted import Promoted
from treatments.models import Indication
from treatments.models.indications import surest_first
from treatments.scopes import uses_of_tag
from treatments.uses import LightUse, visible_uses
from treatments.vocabulary import regulator_of

MOST_POPULAR = 8
MOST_USES = 3
# Django translates the words of all values each time that it is asked for these.
SPECIALTIES = frozenset(one.value for one in Specialty)


@dataclass
class ShownHit:
    """One result as it is shown.

    `other_name` is the name that the query met, where it is not the title;
    `is_symptom` says that it is a sign of the condition rather than a name.
    """

    page: Page
    label: str
    url: str
    excerpt: SafeString
    other_name: SafeString | None = None
    is_symptom: bool = False
    indications: list[LightUse] = field(default_factory=list)
    more_indications: int = 0
    regulator: str = ""
    details: list[str] = field(default_factory=list)

    @property
    def told_of_uses(self) -> tuple[tuple[str, str, str], ...]:
        """All that is printed of its uses: condition, level and status of each."""
        return tuple(
            (row.condition.title, row.evidence_level, row.regulatory_status)
            for row in self.indications
        )


@dataclass
class ShownPromotion:
    """One suggestion of the practice as it is shown; `hit` where it is our own page."""

    promotion: Promotion
    hit: ShownHit | None


@dataclass
class SearchListing(Listing):
    """Results whose addresses carry the query along."""

    kind: Filter = field(default_factory=lambda: Filter("type", "", []))
    search: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_filtered(self) -> bool:
        return bool(self.kind.selected) or super().is_filtered

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the form of the filters sends along unseen."""
        return [*self.search, *_chosen([self.kind])]

    @property
    def unfiltered(self) -> str:
        return f"?{urlencode(self.search)}"

    @property
    def kinds(self) -> list[tuple[str, str, bool]]:
        """Words, address, and whether it is shown now, for each kind of result."""
        others = [*self.search, *_chosen(self.filters)]
        options = self.kind.options and [("", _("Everything")), *self.kind.options]
        found = []
        for value, words in options:
            pairs = [*others, (self.kind.name, value)] if value else others
            found.append((words, f"?{urlencode(pairs)}", value == self.kind.selected))
        return found

    def query(self, number: int) -> str:
        pairs = [*self.kept, *_chosen(self.filters)]
        if number > 1:
            pairs.append(("page", str(number)))
        return f"?{urlencode(pairs)}"


def label_of(kind: str) -> str:
    """The word for one result of a kind."""
    _words, models = RESULT_TYPES.get(kind, (kind, [Page]))
    return capfirst(str(models[0]._meta.verbose_name))


def _chosen(filters: list[Filter]) -> list[tuple[str, str]]:
    return list(chosen_of(filters).items())


def uses_of(hits: list[Hit], site: PracticeSite) -> defaultdict[int, list[LightUse]]:
    """Treatment page → its uses for conditions that visitors see.

    Those for a condition that was found come first, then the surest.
    """
    uses: defaultdict[int, list[LightUse]] = defaultdict(list)
    places = {hit.page_id: at for at, hit in enumerate(hits)}
    ids = [hit.page_id for hit in hits if hit.kind == "treatments"]
    if not ids:
        return uses
    found = site.keep_many("uses of results", ids, lambda keys: _fetch_uses(keys, site))
    ordered = surest_first([row for rows in found.values() for row in rows])
    for row in sorted(ordered, key=lambda one: places.get(one.condition_id, len(hits))):
        uses[row.treatment_id].append(row)
    return uses


def _fetch_uses(keys: list[int], site: PracticeSite) -> dict[int, list[LightUse]]:
    uses: dict[int, list[LightUse]] = {key: [] for key in keys}
    rows = Indication.objects.filter(treatment__in=keys)
    for row in visible_uses(rows, site, [uses_of_tag(key) for key in keys]):
        uses[row.treatment_id].append(row)
    return uses


def places_of(hits: list[Hit], site: PracticeSite) -> set[str]:
    """The titles of the places that visitors may see, if any result names one."""
    if not any(hit.facets.get("location") or hit.kind == "locations" for hit in hits):
        return set()
    return site.keep("titles of places", lambda: _titles_of_places(site))


def _titles_of_places(site: PracticeSite) -> set[str]:
    places = LocationPage.objects.descendant_of(site.site.root_page)
    rows = list(site.visible(places).values_list("title", "pk", "expire_at"))
    note_pages(key for _title, key, _end in rows)
    for end in filter(None, (end for _title, _key, end in rows)):
        valid_until(end)
    return {title for title, _key, _end in rows}


def popular_pages(site: PracticeSite) -> list[Page]:
    """Where to start: what the home page shows first."""
    chosen = Page.objects.filter(featured_on__home_page=site.site.root_page_id)
    ordered = site.visible(chosen).order_by("featured_on__sort_order")
    return list(ordered[:MOST_POPULAR])


def show(
    hits: list[Hit], words: list[str], uses: dict, places: set[str], site: PracticeSite
) -> list[ShownHit]:
    """Read the pages of these results, in their order."""
    pages = keep_many("results", [hit.page_id for hit in hits], _read)
    # Between the two questions an editor may have taken one away.
    known = [(hit, pages[hit.page_id]) for hit in hits if hit.page_id in pages]
    return [_show(*one, words, uses, places, site) for one in known]


def show_promoted(
    promoted: list[Promoted], shown: dict[int, ShownHit]
) -> list[ShownPromotion]:
    """The promotions with their pages as results show them."""
    return [
        ShownPromotion(one.promotion, shown.get(one.hit.page_id) if one.hit else None)
        for one in promoted
        if one.hit is None or one.hit.page_id in shown
    ]


def _read(ids: list[int]) -> dict[int, Page]:
    """The pages with what a result shows of them, of whatever type; only to be read."""
    types = [m._meta.model_name for m in get_page_models() if issubclass(m, BasePage)]
    pages = Page.objects.annotate(
        summary=Coalesce(*(F(f"{name}__summary") for name in types)),
        also_known_as=Coalesce(
            F("conditionpage__also_known_as"), F("treatmentpage__also_known_as")
        ),
        symptoms=F("conditionpage__symptoms"),
    )
    found = pages.in_bulk(ids)
    for page in found.values():
        page.markup = {}
    return found


def _show(hit, page, words, uses, places, site) -> ShownHit:
    name, is_symptom = _other_name(page, hit.matched_name, words)
    specialties = hit.facets.get("specialty", [])
    its_uses = uses.get(page.pk, [])
    return ShownHit(
        page=page,
        label=page.specific_class._meta.verbose_name,
        url=site.url_of(page),
        excerpt=highlight(page.summary, words),
        other_name=highlight(name, words) if name else None,
        is_symptom=is_symptom,
        indications=its_uses[:MOST_USES],
        more_indications=len(its_uses[MOST_USES:]),
        regulator=regulator_of(site.practice.jurisdictions) if its_uses else "",
        details=[
            *(str(Specialty(one).label) for one in specialties if one in SPECIALTIES),
            *(one for one in hit.facets.get("location", []) if one in places),
        ],
    )


def _other_name(page: Page, name: str, words: list[str]) -> tuple[str, bool]:
    """The name, and whether it is a symptom; "" where the title says enough."""
    if not name or name in page.title or "<mark>" in highlight(page.title, words):
        return "", False
    if name in (page.symptoms or []):
        return name, True
    is_name = any(name in one for one in page.also_known_as or [])
    return (name if is_name else ""), False
