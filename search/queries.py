"""What may be found, and in which order: the one place that decides."""

import re
import unicodedata
from collections import Counter, defaultdict

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from contact.models import UpdatePage
from home.models import LocationPage
from home.site import PracticeSite
from team.models import ClinicianPage
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.models.indications import surest_first

# Value in the address → what the filter calls it, and the page types that count.
RESULT_TYPES = {
    "conditions": (_("Conditions"), [ConditionPage]),
    "treatments": (_("Treatments"), [TreatmentPage]),
    "people": (_("People"), [ClinicianPage]),
    "updates": (_("Updates"), [UpdatePage]),
    "locations": (_("Locations"), [LocationPage]),
}
OTHER_PAGES = ("pages", _("Other pages"))
LONGEST_QUERY = 200
MOST_WORDS = 12
MOST_RESULTS = 500


def words_of(text: str) -> list[str]:
    """The words of a query: no sign that the database would read as an operator."""
    normal = unicodedata.normalize("NFKC", text[:LONGEST_QUERY]).replace("_", " ")
    return re.findall(r"\w+", normal)[:MOST_WORDS]


def type_of(page: Page) -> str:
    """The result type that a page counts under, a key of RESULT_TYPES or "pages"."""
    model = page.specific_class
    return next(
        (name for name, (_label, models) in RESULT_TYPES.items() if model in models),
        OTHER_PAGES[0],
    )


def find_pages(query: str, site: PracticeSite) -> list[Page]:
    """The visible pages that a query finds, best first, at most MOST_RESULTS.

    Any text is allowed; one without a word finds nothing.
    """
    words = words_of(query)
    if not words:
        return []
    text = " ".join(words)
    found = list(Page.objects.live().search(text)[:MOST_RESULTS])
    if not found:
        found = list(Page.objects.live().autocomplete(text)[:MOST_RESULTS])
    # The search index knows neither privacy nor the hour of expiry.
    pages = Page.objects.filter(pk__in=[page.pk for page in found])
    below_home = pages.descendant_of(site.site.root_page, inclusive=True)
    visible = set(site.visible(below_home).values_list("pk", flat=True))
    return sorted(
        (page for page in found if page.pk in visible),
        key=lambda page: _distance_of_title(page.title, words),
    )


def _distance_of_title(title: str, words: list[str]) -> int:
    """0 where the title is the query, 1 where it begins with it, 2 where it has it."""
    wanted = [word.casefold() for word in words]
    have = [word.casefold() for word in words_of(title)]
    if have == wanted:
        return 0
    if have[: len(wanted)] == wanted:
        return 1
    return 2 if set(wanted) <= set(have) else 3


def uses_of_treatments(
    page_ids: list[int], site: PracticeSite
) -> defaultdict[int, list[Indication]]:
    """Treatment page → its uses for visible conditions, best studied first."""
    rows = Indication.objects.filter(treatment__in=page_ids)
    uses = defaultdict(list)
    for row in surest_first(list(rows.select_related("condition", "treatment"))):
        if site.shows(row.condition):
            uses[row.treatment_id].append(row)
    return uses


def count_types(pages: list[Page]) -> list[tuple[str, str, int]]:
    """Value, label and number of the result types that were found at all."""
    counts = Counter(type_of(page) for page in pages)
    labels = {name: label for name, (label, _models) in RESULT_TYPES.items()}
    labels[OTHER_PAGES[0]] = OTHER_PAGES[1]
    return [
        (name, str(label), counts[name])
        for name, label in labels.items()
        if counts[name]
    ]
