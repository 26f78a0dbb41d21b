"""Reads what a record of a file says as the fields of a page."""

import re
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.text import Truncator, slugify

from home.metadata import page_description
from home.models.base import SUMMARY_LENGTH
from treatments.sections import SectionKind

LONGEST_TITLE, LONGEST_HEADING, LONGEST_SLUG = 255, 120, 255
LONGEST_URL = 500

# Kind of section → what its heading may begin with, the first that fits counts.
_HEADINGS = [
    (SectionKind.WHEN_TO_GET_HELP, r"when to (get|seek|call|see)|emergenc"),
    (SectionKind.SYMPTOMS, r"symptom|signs"),
    (SectionKind.RISK_FACTORS, r"risk factor|who (is|gets)|suscept|frequency"),
    (SectionKind.CAUSES, r"cause|genetic|inherit|what causes"),
    (SectionKind.COMPLICATIONS, r"complication"),
    (SectionKind.DIAGNOSIS, r"diagnos|exam|test|stages"),
    (SectionKind.PREVENTION, r"prevent"),
    (SectionKind.OUTLOOK, r"outlook|prognos|expect"),
    (SectionKind.LIVING_WITH, r"living|coping|support"),
    (SectionKind.TREATMENT, r"treat|therap|medic"),
]
_TREATMENT_HEADINGS = [
    (SectionKind.HOW_IT_WORKS, r"how .*work"),
    (SectionKind.WHO_SHOULD_NOT, r"who should not|contraindic"),
    (SectionKind.WHO_IT_IS_FOR, r"who|used for|indications"),
    (SectionKind.WHAT_TO_EXPECT, r"expect|what happens|procedure"),
    (SectionKind.RISKS, r"risk|side effect|safety|complication"),
    (SectionKind.BENEFITS, r"benefit"),
    (SectionKind.EVIDENCE, r"evidence|research|stud"),
    (SectionKind.ALTERNATIVES, r"alternative|other options"),
    (SectionKind.COST, r"cost|price|insurance"),
    (SectionKind.AFTERCARE, r"after|recovery"),
]


@dataclass
class Imported:
    """One page as the file tells it, and what had to be dropped or changed."""

    slug: str
    fields: dict[str, object]
    source_url: str = ""
    source: str = ""
    notes: list[str] = field(default_factory=list)


class BadRecordError(ValueError):
    """A line that no page can be made of; the message says why."""


def read_record(record: object, page_type: str) -> Imported:
    """Turn one record of a file into the fields of a page; raises BadRecordError."""
    if not isinstance(record, dict):
        raise BadRecordError("it is not an object with names and values")
    title = " ".join(_text(record, "title").split())
    name = _text(record, "id") or title
    slug = slugify(name.replace("_", "-"))[:LONGEST_SLUG]
    if not title or not slug:
        raise BadRecordError("it has no title, or no id to make an address of")
    page = Imported(slug, {}, source=", ".join(_lines(record, "sources", [])))
    if record.get("id") and slug != record["id"]:
        page.notes.append(f"address: {record['id']} became {slug}")
    page.fields["title"] = _cut(page, "title", title, LONGEST_TITLE)
    page.fields["also_known_as"] = _lines(record, "synonyms", page.notes)
    sections = [one for one in record.get("sections") or [] if isinstance(one, dict)]
    page.fields["body"] = _body(page, sections, page_type)
    page.fields["summary"] = _summary(page, record, sections, title)
    page.source_url = _text(record, "source_url")
    if len(page.source_url) > LONGEST_URL:
        page.notes.append("source: the address is too long; left out")
        page.source_url = ""
    known = {"id", "title", "synonyms", "sections", "sources", "source_url", "summary"}
    dropped = sorted(name for name in record.keys() - known if record[name])
    if dropped:
        page.notes.append(f"no field for: {', '.join(dropped)}")
    return page


def _text(record: dict, name: str) -> str:
    value = record.get(name) or ""
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def _lines(record: dict, name: str, notes: list[str]) -> list[str]:
    values = record.get(name) or []
    lines = [" ".join(one.split()) for one in values if isinstance(one, str)]
    if len(lines) < len(values):
        notes.append(f"{name}: {len(values) - len(lines)} that are no text; left out")
    return list(dict.fromkeys(line.replace("\0", "") for line in lines if line))


def _cut(page: Imported, name: str, text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    page.notes.append(f"{name}: cut to {longest} characters")
    return Truncator(text).chars(longest)


def _summary(page: Imported, record: dict, sections: list[dict], title: str) -> str:
    """The record's own summary, or the first sentences of its text."""
    shortest, longest = SUMMARY_LENGTH
    text = _text(record, "summary")
    if not text:
        page.notes.append("summary: made from the first sentences")
        first = next((_text(one, "text") for one in sections if _text(one, "text")), "")
        text = " ".join(first.split())
        whole = re.match(
            rf".{{{shortest},{longest}}}[.!?](?=\s|$)", text[: longest + 1]
        )
        text = whole.group() if whole and len(whole.group()) <= longest else text
        told = page_description(text).casefold()
        if len(text) >= shortest and title.casefold() not in told:
            # Sources begin pages about kinds of one thing with the same sentences.
            text = f"{title}: {text}"
    if len(text) < shortest:
        text = f"{text} Information for patients and their families about: {title}."
        page.notes.append(f"summary: was shorter than {shortest} characters; filled up")
    return _cut(page, "summary", text.strip(), longest)


def _body(page: Imported, sections: list[dict], page_type: str) -> list[dict]:
    blocks = []
    for section in sections:
        heading = " ".join(_text(section, "heading").split())
        text = _text(section, "text")
        if not text:
            page.notes.append(f"section {heading!r}: without text; left out")
            continue
        kind = guess_kind(heading, page_type)
        heading = heading[:1].upper() + heading[1:]
        own = "" if heading == kind.label else heading
        value = {
            "kind": kind.value,
            "heading": _cut(page, "heading", own, LONGEST_HEADING),
            "text": _paragraphs(text),
        }
        blocks.append({"type": "section", "value": value})
    return blocks


def guess_kind(heading: str, page_type: str) -> SectionKind:
    """The kind of section that a heading speaks of; an overview where none fits."""
    table = _TREATMENT_HEADINGS if page_type == "treatment" else _HEADINGS
    found = (kind for kind, begin in table if re.search(begin, heading, re.IGNORECASE))
    return next(found, SectionKind.OVERVIEW)


def _paragraphs(text: str) -> str:
    parts = re.split(r"\n\s*\n|\r\n\s*\r\n", text)
    return "".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in parts)
