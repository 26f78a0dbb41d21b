"""Reads what a page says: its names, its summary, its headings, its text."""

from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Page
from wagtail.search import index

from search.kinds import kind_of
from search.models import NameKind
from team.models import ClinicianPage
from treatments.models import Indication, TreatmentPage

# Fields that are names, or that say what a page is about in a few words.
_NAMES: dict[str, int] = {
    "title": NameKind.TITLE,
    "also_known_as": NameKind.ALSO_KNOWN_AS,
    "symptoms": NameKind.SYMPTOM,
}
_SUMMARIES = {"summary", "introduction", "job_title", "credential_words", "kind_label"}


@dataclass
class PageText:
    """The words of a page by their weight, as an editor wrote them."""

    kind: str
    title: str
    names: list[tuple[int, str]] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    facets: dict[str, list[str]] = field(default_factory=dict)


def read(page: Page) -> PageText:
    """Read one specific page, with what the records tied to it say."""
    text = PageText(kind_of(type(page)), page.title)
    for one in page.get_search_fields():
        if isinstance(one, index.SearchField):
            _file(text, one.field_name, _flat(one.get_value(page)))
    text.headings += [words for _anchor, words in getattr(page, "contents", [])]
    text.summary += _labels(page)
    text.facets = _facets(page)
    if isinstance(page, TreatmentPage | ClinicianPage):
        _add_conditions(text, page)
    return text


def _file(text: PageText, name: str, values: list[str]) -> None:
    if name in _NAMES:
        kind = _NAMES[name]
        text.names += [(kind, value) for value in values]
    else:
        (text.summary if name in _SUMMARIES else text.body).extend(values)


def _flat(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, list | tuple):
        return [line for one in value for line in _flat(one)]
    return [str(value)]


def _labels(page: Page) -> list[str]:
    """The words that visitors read for the choices an editor made."""
    words = [
        *getattr(page, "specialty_labels", []),
        *getattr(page, "language_labels", []),
    ]
    for name in ("specialty", "body_system", "treatment_type", "kind"):
        if hasattr(page, f"get_{name}_display"):
            words.append(str(getattr(page, f"get_{name}_display")()))
    return words


def _add_conditions(text: PageText, page: Page) -> None:
    """Treatments and clinicians are looked for by the conditions they are for."""
    for row in indications_of(page).select_related("condition", "treatment"):
        text.headings.append(row.condition.title)
        text.body += row.condition.also_known_as
        if isinstance(page, ClinicianPage):
            text.headings.append(row.treatment.title)
        else:
            text.body.append(row.summary)


def indications_of(page: Page):
    """The indications of a treatment, or of the treatments a clinician offers."""
    if isinstance(page, TreatmentPage):
        return Indication.objects.filter(treatment=page)
    return Indication.objects.filter(treatment__clinicians=page)


def _facets(page: Page) -> dict[str, list[str]]:
    rows = (
        list(Indication.objects.filter(treatment=page.pk))
        if isinstance(page, TreatmentPage)
        else []
    )
    specialties = getattr(page, "specialties", None) or [getattr(page, "specialty", "")]
    offers = isinstance(page, TreatmentPage | ClinicianPage)
    places = page.locations.all() if offers else []
    facets = {
        "evidence": [row.evidence_level for row in rows],
        "status": [row.regulatory_status for row in rows],
        "specialty": specialties,
        "location": [place.title for place in places],
    }
    found = {name: list(dict.fromkeys(filter(None, facets[name]))) for name in facets}
    return {name: values for name, values in found.items() if values}


def dependents(page_ids: list[int]) -> list[int]:
    """Pages whose words name one of these pages: treatments, then clinicians."""
    treatments = TreatmentPage.objects.filter(
        Q(pk__in=page_ids) | Q(indications__condition__in=page_ids)
    ).values_list("pk", flat=True)
    offered = set(treatments)
    people = ClinicianPage.objects.filter(treatment_pages__in=offered)
    found = offered | set(people.values_list("pk", flat=True))
    return sorted(found - set(page_ids))
