"""What a graph says, in words that an editor can read."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.schema_org import CONTEXT, Node
from home.vocabulary import Specialty

# Property → what it is called; what is not named here says nothing to people.
PAGE_LABELS = {
    "author": gettext_lazy("Written by"),
    "reviewedBy": gettext_lazy("Medically reviewed by"),
    "lastReviewed": gettext_lazy("Reviewed on"),
    "dateModified": gettext_lazy("Last changed"),
    "citation": gettext_lazy("Rests on"),
}
SUBJECT_LABELS = {
    "alternateName": gettext_lazy("Also called"),
    "jobTitle": gettext_lazy("Role"),
    "honorificSuffix": gettext_lazy("Credentials"),
    "hasCredential": gettext_lazy("Licenses and certifications"),
    "worksFor": gettext_lazy("Works for"),
    "knowsLanguage": gettext_lazy("Speaks"),
    "relevantSpecialty": gettext_lazy("Field of medicine"),
    "medicalSpecialty": gettext_lazy("Field of medicine"),
    "signOrSymptom": gettext_lazy("Signs"),
    "possibleTreatment": gettext_lazy("Established treatments"),
    "typicalTest": gettext_lazy("Established tests"),
    "code": gettext_lazy("Code"),
    "contraindication": gettext_lazy("Who should not have it"),
    "telephone": gettext_lazy("Phone"),
    "address": gettext_lazy("Address"),
    "openingHoursSpecification": gettext_lazy("Opening hours"),
    "priceRange": gettext_lazy("Prices"),
    "itemListElement": gettext_lazy("Lists"),
}
TYPES = {
    "Article": gettext_lazy("An article"),
    "DefinedTermSet": gettext_lazy("An explanation of words"),
    "Drug": gettext_lazy("A medicine"),
    "ItemList": gettext_lazy("A list of pages"),
    "MedicalClinic": gettext_lazy("A clinic"),
    "MedicalCondition": gettext_lazy("A medical condition"),
    "MedicalDevice": gettext_lazy("A medical device"),
    "MedicalOrganization": gettext_lazy("The practice"),
    "MedicalTest": gettext_lazy("A medical test"),
    "MedicalTherapy": gettext_lazy("A medical therapy"),
    "Person": gettext_lazy("A person"),
    "PhysicalTherapy": gettext_lazy("A physical therapy"),
    "PsychologicalTreatment": gettext_lazy("A psychological treatment"),
    "SurgicalProcedure": gettext_lazy("An operation"),
    "TherapeuticProcedure": gettext_lazy("A medical procedure"),
}
MOST_WORDS = 8


class Line(NamedTuple):
    """A label with what stands beside it."""

    label: str
    words: str


def in_words(graph: list[Node]) -> list[Line]:
    """The graph of a page, line by line; nothing where there is none."""
    known = {one["@id"]: one for one in graph if "@id" in one}
    page = next((one for one in graph if "isPartOf" in one), None)
    if page is None:
        return []
    subject = known.get(page.get("mainEntity", {}).get("@id"), {})
    lines = [*_about(subject), *_lines(subject, SUBJECT_LABELS, known)]
    return [*lines, *_uses(subject, graph), *_lines(page, PAGE_LABELS, known)]


def _about(subject: Node) -> Iterator[Line]:
    kinds = subject.get("@type", "")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    if kind in TYPES:
        name = subject.get("name") or subject.get("headline", "")
        yield Line(_("About"), f"{name} · {TYPES[kind]}")


def _uses(subject: Node, graph: list[Node]) -> Iterator[Line]:
    """What a treatment is named for, and for what it is not."""
    conditions = [one for one in graph if one["@type"] == "MedicalCondition"]
    conditions = [one for one in conditions if one is not subject]
    if not conditions or subject.get("@type") == "MedicalCondition":
        return
    named = [
        str(c["name"])
        for c in conditions
        if {"possibleTreatment", "typicalTest"} & c.keys()
    ]
    others = [str(one["name"]) for one in conditions if str(one["name"]) not in named]
    if named:
        yield Line(_("Named as a treatment for"), ", ".join(named))
    if others:
        words = _("%(names)s (neither approved for it nor advised by a guideline)")
        names = words % {"names": ", ".join(others)}
        yield Line(_("Not named as a treatment for"), names)


def _lines(one: Node, labels: dict, known: dict) -> Iterator[Line]:
    for name, label in labels.items():
        if name in one:
            value = one[name]
            values = value if isinstance(value, list) else [value]
            words = [_worded(single, known) for single in values]
            more = len(words) - MOST_WORDS
            if more > 0:
                words = [*words[:MOST_WORDS], _("and %(count)d more") % {"count": more}]
            yield Line(str(label), "; ".join(filter(None, words)))


def _worded(value: object, known: dict) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value)
    if not isinstance(value, dict):
        return _member(str(value))
    if "opens" in value:
        days = ", ".join(_member(day) for day in value["dayOfWeek"])
        return f"{days} {value['opens']:%H:%M}–{value['closes']:%H:%M}"
    whole = known.get(value.get("@id"), value)
    if whole["@type"] == "PostalAddress":
        return ", ".join(part for name, part in whole.items() if name != "@type")
    told = (whole.get(name) for name in ("name", "codeValue", "credentialCategory"))
    return str(next(filter(None, told), ""))


def _member(text: str) -> str:
    """The word for a member of an enumeration; other words stay."""
    name = text.removeprefix(f"{CONTEXT}/")
    return str(Specialty(name).label) if name in Specialty.values else name
