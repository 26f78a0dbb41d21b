"""Makes condition and treatment pages from the records of a file."""

import sqlite3

from django.db import transaction
from wagtail.models import Page

from home.publishing import add_page
from treatments.models import ConditionPage, MedicalPage, Reference, TreatmentPage
from treatments.records import Imported

PAGE_TYPES = {"condition": ConditionPage, "treatment": TreatmentPage}
LONGEST_SOURCE = 200


class FirstLines:
    """On which line of a file each page was told of first.

    It stands in a nameless file, which SQLite keeps beside memory and takes away again:
    a file may have more lines than memory has room for.
    """

    def __init__(self) -> None:
        self._table = sqlite3.connect("")
        self._table.execute(
            "CREATE TABLE lines (slug TEXT PRIMARY KEY, number) WITHOUT ROWID"
        )

    def of(self, slug: str, number: int) -> int:
        """The first line that told of this page, which may be this very one."""
        self._table.execute("INSERT OR IGNORE INTO lines VALUES (?, ?)", [slug, number])
        found = self._table.execute("SELECT number FROM lines WHERE slug = ?", [slug])
        return found.fetchone()[0]

    def close(self) -> None:
        self._table.close()


class Importer:
    """Saves records as pages below one parent, each known by its slug."""

    def __init__(self, parent: Page, page_type: str, *, publish: bool) -> None:
        self.parent, self.page_type, self.publish = parent, page_type, publish
        self.model: type[MedicalPage] = PAGE_TYPES[page_type]

    @transaction.atomic
    def save(self, record: Imported) -> str:
        """Return "added", "changed", "unchanged" or "another kind of page".

        What rules of the site keep from the public stays a draft; a note says why.
        """
        known = self.parent.get_children().filter(slug=record.slug).first()
        if known is None:
            return self._add(record)
        page = known.specific
        if not isinstance(page, self.model):
            return "another kind of page"
        page = page.get_latest_revision_as_object()
        if not self._differs(page, record):
            return "unchanged"
        for name, value in record.fields.items():
            setattr(page, name, self._value(name, value))
        self._refer(page, record)
        revision = page.save_revision(log_action=False)
        if self._may_publish(page, record):
            revision.publish(log_action=False)
        return "changed"

    def _add(self, record: Imported) -> str:
        page = self.model(slug=record.slug, **self._extra(record))
        live = self._may_publish(page, record)
        self._refer(page, record)
        add_page(self.parent, page, live=live)
        return "added"

    def _may_publish(self, page: MedicalPage, record: Imported) -> bool:
        """Whether the page goes public: no rule that the editor's form has is broken."""
        if not self.publish:
            return False
        cleaned = {name: getattr(page, name) for name in record.fields}
        problems = page.publish_problems(cleaned, {})
        record.notes += [f"draft: {message}" for message in problems.values()]
        return not problems

    def _extra(self, record: Imported) -> dict:
        fields = {name: self._value(name, v) for name, v in record.fields.items()}
        if self.page_type == "treatment":
            fields["treatment_type"] = "other"
        return fields

    def _value(self, name: str, value: object) -> object:
        return self.model._meta.get_field(name).to_python(value)

    def _differs(self, page: MedicalPage, record: Imported) -> bool:
        old = [{"type": b.block_type, "value": b.value} for b in page.body]
        plain = [
            {
                "type": b["type"],
                "value": {
                    k: str(getattr(v, "source", v)) for k, v in b["value"].items()
                },
            }
            for b in old
            if b["type"] == "section"
        ]
        same = all(
            getattr(page, name) == value
            for name, value in record.fields.items()
            if name != "body"
        )
        return not (same and plain == record.fields["body"]) or (
            self.publish and not page.live
        )

    def _refer(self, page: MedicalPage, record: Imported) -> None:
        if not record.source_url:
            return
        reference, _made = Reference.objects.get_or_create(
            url=record.source_url,
            **dict.fromkeys(("doi", "pmid", "pmcid", "nct_id"), ""),
            defaults={
                "title": str(page.title)[:400],
                "source": record.source[:LONGEST_SOURCE],
                "study_type": "information",
            },
        )
        rows = page.reference_rows
        if not any(row.reference_id == reference.pk for row in rows.all()):
            rows.add(rows.model(reference=reference))
