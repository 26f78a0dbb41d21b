"""A practice brings its pages along in a file."""

import io
import json
import lzma
import os
import tracemalloc

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Revision

from home.metadata import page_description
from search.engine import find
from treatments.models import ConditionPage, Reference, TreatmentPage
from treatments.records import BadRecordError, guess_kind, read_record

GOUT = {
    "id": "gout",
    "title": "Gout",
    "synonyms": ["Podagra", "Podagra", "Gouty arthritis"],
    "sections": [
        {
            "heading": "information",
            "text": "Gout is a painful kind of arthritis. It often begins in the big toe "
            "& hurts. <b>Crystals</b> form in the joint.\n\nMen have it more often.",
        },
        {"heading": "causes", "text": "Too much uric acid."},
        {"heading": "outlook", "text": ""},
    ],
    "sources": ["Health Office"],
    "source_url": "https://health.example.org/gout",
    "cui": ["C0018099"],
}


@pytest.fixture
def run(practice, tmp_path):
    """Write records to a file and import it; return what was printed."""

    def import_records(*records, options=("--publish",), name="pages.jsonl", **more):
        lines = [r if isinstance(r, str | bytes) else json.dumps(r) for r in records]
        whole = b"\n".join(r if isinstance(r, bytes) else r.encode() for r in lines)
        opened = lzma.open if name.endswith("xz") else open
        with opened(tmp_path / name, "wb") as file:
            file.write(whole)
        kind, parent = more.get("type", "condition"), more.get("parent", "conditions")
        printed = io.StringIO()
        path = str(tmp_path / name)
        call_command(
            *("import_pages", path, "--type", kind, "--parent", parent, *options),
            stdout=printed,
        )
        return printed.getvalue()

    return import_records


@pytest.mark.parametrize("name", ["pages.jsonl", "pages.jsonl.xz"])
def test_a_line_becomes_a_page(run, practice, name):
    run(GOUT, name=name)
    page = ConditionPage.objects.get(slug="gout")
    overview, causes = page.body
    reference = page.reference_rows.get().reference

    assert page.live
    assert page.also_known_as == ["Podagra", "Gouty arthritis"]
    assert overview.value["kind"] == "overview"
    assert overview.value["heading"] == "Information"
    assert "&amp; hurts. &lt;b&gt;" in overview.value["text"].source
    assert overview.value["text"].source.count("<p>") == 2
    assert (causes.value["kind"], causes.value["heading"]) == ("causes", "")
    assert page.summary.startswith("Gout is a painful kind of arthritis.")
    assert (reference.url, reference.source) == (GOUT["source_url"], "Health Office")
    assert page.get_latest_revision().pk == page.live_revision_id


def test_kinds_of_one_thing_with_the_same_first_words_are_told_apart():
    text = "The liver stores energy and cleans the blood. " * 4
    names = ["Hepatitis", "Hepatitis A", "Hepatitis B"]
    told = {
        page_description(
            read_record(
                {
                    "id": name,
                    "title": name,
                    "sections": [{"text": f"{text}{name} hurts it."}],
                },
                "condition",
            ).fields["summary"]
        )
        for name in names
    }

    assert len(told) == len(names)


def test_an_imported_page_is_found_at_once(run, practice):
    run(GOUT)

    assert find("podagra", practice.home.practice_site).hits[0].title == "Gout"


def test_without_publish_pages_are_drafts(run, practice):
    run(GOUT, options=())

    assert not ConditionPage.objects.get(slug="gout").live
    assert find("podagra", practice.home.practice_site).hits == []


def test_a_dry_run_only_reports(run, practice):
    printed = run(GOUT, options=("--dry-run",))

    assert "Nothing was saved" in printed
    assert not ConditionPage.objects.filter(slug="gout").exists()


def test_importing_again_changes_only_what_is_different(run, practice):
    assert "1 added" in run(GOUT)
    assert "1 unchanged" in run(GOUT)
    assert "1 changed" in run(GOUT | {"title": "Gout attacks"})
    page = ConditionPage.objects.get(slug="gout")

    assert page.title == "Gout attacks"
    assert page.reference_rows.count() == 1
    assert Reference.objects.filter(url=GOUT["source_url"]).count() == 1


def test_what_was_dropped_or_changed_is_told(run, practice):
    long = {"id": "Long One!", "title": "x" * 300, "sections": [{"text": "Short."}]}
    printed = run(GOUT, long)

    assert "gout: section 'outlook': without text; left out" in printed
    assert "1 × no field for: cui" in printed
    assert "long-one: title: cut to 255 characters" in printed
    assert "long-one: address: Long One! became long-one" in printed
    assert "summary: was shorter than 50 characters" in printed


def test_a_bad_line_is_skipped_and_the_others_are_kept(run, practice):
    printed = run("{", '["list"]', {"title": ""}, GOUT, "")

    assert "line 1: skipped" in printed
    assert "3 skipped" in printed
    assert "1 added" in printed


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "it is no JSON"),
        (b'{"id": "\xff"}', "it is not written in UTF-8"),
        ('["list"]', "it is not an object"),
        (json.dumps(GOUT | {"title": "Other"}), "its id is that of line 1: gout"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_reason(run, practice, line, reason):
    assert f"line 2: skipped, {reason}" in run(GOUT, line)
    assert ConditionPage.objects.get(slug="gout").title == "Gout"


def test_a_file_that_ends_too_early_is_told_with_the_last_line(practice, tmp_path):
    whole = lzma.compress(b"\n".join(json.dumps(GOUT).encode() for _ in range(2000)))
    path = tmp_path / "cut.jsonl.xz"
    path.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(CommandError, match="cannot be read after line"):
        call_command(
            *("import_pages", path, "--type=condition", "--parent=conditions"),
            stdout=io.StringIO(),
        )


def test_importing_again_makes_no_revision_where_nothing_changed(run, practice):
    run(GOUT)
    before = Revision.objects.count()
    run(GOUT)

    assert Revision.objects.count() == before


ONE_SIDED = {
    "id": "rest",
    "title": "Rest",
    "sections": [
        {"heading": "Overview", "text": "Rest is lying down for a while. " * 3},
        {"heading": "Benefits", "text": "Most people feel better after it."},
    ],
}


def test_what_breaks_a_rule_of_publishing_stays_a_draft(run, practice):
    printed = run(ONE_SIDED, type="treatment", parent="treatments")

    assert "rest: draft: " in printed
    assert "the risks and side effects" in printed
    page = TreatmentPage.objects.get(slug="rest")
    assert not page.live
    assert page.has_unpublished_changes

    risks = {"heading": "Risks", "text": "Too much of it makes muscles weak."}
    others = {"heading": "Alternatives", "text": "Standard care: moving about."}
    more = [{"heading": "Not known", "text": "How long is best."}]
    balanced = ONE_SIDED | {"sections": [*ONE_SIDED["sections"], risks, others, *more]}
    run(balanced, type="treatment", parent="treatments")
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().body[2].value["kind"] == "risks"


def test_a_claim_in_an_imported_text_is_told(run, practice):
    claim = "Our treatment cures gout. Guaranteed results for everybody."
    printed = run(GOUT | {"sections": [{"heading": "Treatment", "text": claim}]})

    assert ConditionPage.objects.get(slug="gout").live
    assert "1 public pages below 'Conditions' state what the claims check" in printed


def test_treatments_go_below_treatments(run, practice):
    run(GOUT | {"id": "rest", "title": "Rest"}, type="treatment", parent="treatments")

    assert TreatmentPage.objects.get(slug="rest").get_parent().slug == "treatments"


@pytest.mark.parametrize("parent", ["nowhere", "team"])
def test_a_parent_that_cannot_hold_the_pages_is_refused(run, parent):
    with pytest.raises(CommandError, match=parent):
        run(GOUT, parent=parent)


def test_a_page_of_another_kind_is_left_alone(run, practice):
    add = GOUT | {"id": "for-lupus", "title": "Other"}
    run(add, type="treatment", parent="stem-cells")

    assert TreatmentPage.objects.get(slug="for-lupus").title == "Other"


def test_a_file_that_is_not_there_is_an_error(practice):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command(
            "import_pages", "none.jsonl", "--type=condition", "--parent=conditions"
        )


@pytest.mark.parametrize(
    ("heading", "page_type", "kind"),
    [
        ("Symptoms and signs", "condition", "symptoms"),
        ("exams and tests", "condition", "diagnosis"),
        ("When to call a doctor", "condition", "when_to_get_help"),
        ("anything", "condition", "overview"),
        ("Side effects", "treatment", "risks"),
        ("How does it work?", "treatment", "how_it_works"),
    ],
)
def test_a_heading_tells_the_kind_of_section(heading, page_type, kind):
    assert guess_kind(heading, page_type) == kind


@pytest.mark.parametrize("record", [None, 3, {}, {"id": "x"}, {"title": "!!!"}])
def test_what_no_page_can_be_made_of_is_refused(record):
    with pytest.raises(BadRecordError):
        read_record(record, "condition")


def test_a_long_file_takes_no_more_memory_than_a_short_one(practice, tmp_path):
    def most_memory(lines: int) -> int:
        path = tmp_path / f"{lines}.jsonl"
        with path.open("w") as file:
            for number in range(lines):
                file.write(json.dumps({**GOUT, "id": f"Gout {number}"}) + "\n")
        order = ("import_pages", str(path), "--type", "condition")
        with open(os.devnull, "w") as nowhere:
            tracemalloc.start()
            try:
                call_command(
                    *order, "--parent", "conditions", "--dry-run", stdout=nowhere
                )
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

    most_memory(300)

    # Less than 200 bytes a line; a line itself has more, and its record ten times that.
    assert most_memory(1500) < most_memory(300) + 200_000
