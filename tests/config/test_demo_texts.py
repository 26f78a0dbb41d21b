"""The texts of the demo practice are whole, sober and consistent."""

import re
from collections import Counter
from datetime import date
from urllib.parse import urlsplit

import pytest

from config.demo import files
from config.demo.loader import PAGE_TYPES, PICTURE_ENDINGS
from config.demo.relations import RELATIONS
from home.models.base import SUMMARY_LENGTH
from home.vocabulary import Specialty
from team.npi import validate_npi
from treatments.icd10 import validate_icd10_codes
from treatments.identifiers import normalise
from treatments.vocabulary import BodySystem, EvidenceLevel, RegulatoryStatus

TEXTS = files.read_pages()
PATHS = {text.path for text in TEXTS}
# Addresses that are no pages of the tree.
VIEWS = {"search", "subscribe", "feed.xml"}
LINK = re.compile(r"\]\(([^)\s]+)\)")
PHONE = re.compile(r"\(?\b\d{3}\)?[ -.]\d{3}[-.]\d{4}\b")
every_text = pytest.mark.parametrize(
    "text", TEXTS, ids=lambda text: text.path or "home"
)


def of_type(name: str) -> list[files.TextPage]:
    return [text for text in TEXTS if text.facts["type"] == name]


# Source of the numbers: the design's list of what the demo must show.
@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("treatment", 12),
        ("condition", 15),
        ("clinician", 6),
        ("location", 2),
        ("update", 6),
        ("home", 1),
        ("contact", 1),
        ("evidence_levels", 1),
    ],
)
def test_there_is_enough_to_see(name, least):
    assert len(of_type(name)) >= least


def test_the_legal_notices_are_there():
    kinds = {text.facts.get("notice_kind") for text in of_type("standard")}

    assert {"privacy_practices", "nondiscrimination", "language_help"} <= kinds
    assert {"good_faith_estimate", "accessibility", "terms"} <= kinds


def test_the_page_that_this_began_from_is_there():
    text = next(t for t in TEXTS if t.path == "treatments/stem-cell-therapy/lupus")
    (use,) = text.facts["indications"]

    assert text.facts["author"] == "orrin-halvane"
    assert use["regulatory_status"] == "not_approved"
    assert use["condition"] == "lupus"
    for word in ("cyclophosphamide", "mycophenolate", "steroid", "mesenchymal"):
        assert word in text.body.lower()


def test_the_whole_range_of_evidence_is_shown():
    uses = [
        use
        for text in of_type("treatment")
        for use in text.facts.get("indications", [])
    ]
    levels = {use["evidence_level"] for use in uses}

    assert levels <= set(EvidenceLevel.values)
    assert {use["regulatory_status"] for use in uses} <= set(RegulatoryStatus.values)
    assert len(levels) >= 7


@every_text
def test_a_text_is_of_a_known_type_and_below_its_parent(text):
    assert text.facts["type"] in PAGE_TYPES
    assert not text.path or text.parent_path in PATHS


@every_text
def test_a_summary_has_the_length_that_search_engines_show(text):
    shortest, longest = SUMMARY_LENGTH

    assert shortest <= len(text.facts["summary"]) <= longest
    assert len(text.facts.get("seo_title", "")) <= 60


def test_no_two_pages_say_the_same_of_themselves():
    for fact in ("summary", "title"):
        said = Counter(text.facts[fact] for text in TEXTS if fact in text.facts)
        assert not [words for words, count in said.items() if count > 1]


@every_text
def test_every_fact_is_one_that_the_loader_takes(text):
    model = PAGE_TYPES[text.facts["type"]]
    columns = {field.name for field in model._meta.get_fields()}
    renamed = {"street", "city", "region", "postal_code", "country", "phone", "hours"}
    renamed |= {"latitude", "longitude", "type", "credentials", "about", "featured"}

    assert set(text.facts) <= columns | renamed | set(RELATIONS)


@every_text
def test_every_picture_exists_and_is_described(text):
    names = [text.facts.get("image")] if text.facts.get("image") else []
    names += (
        [b.argument for b in text.blocks if b.type == "image"]
        if is_in_blocks(text)
        else []
    )
    described = files.read_toml("pictures.toml")
    for name in names:
        endings = [f"{name}{ending}" for ending in PICTURE_ENDINGS]
        assert any((files.FOLDER / "pictures" / file).exists() for file in endings), (
            name
        )
        assert len(described[name]["description"]) >= 10


def is_in_blocks(text) -> bool:
    """A biography is plain text; every other body is cut into blocks."""
    return text.facts["type"] != "clinician"


@every_text
def test_every_kind_of_page_has_a_picture_where_it_is_shown(text):
    if text.facts["type"] in ("treatment", "condition", "clinician", "update", "home"):
        assert text.facts.get("image")


@every_text
def test_every_link_to_a_page_leads_to_one(text):
    for address in LINK.findall(text.body):
        if address.startswith("/"):
            path = address.split("#")[0].strip("/")
            assert path in PATHS | VIEWS, address
        else:
            assert urlsplit(address).scheme in ("https", "mailto", "tel"), address


@every_text
def test_every_name_of_another_page_is_known(text):
    facts = text.facts
    named = [
        f"team/{facts[name]}"
        for name in ("author", "medical_reviewer")
        if name in facts
    ]
    named += [f"team/{slug}" for slug in facts.get("clinicians", [])]
    named += [f"locations/{slug}" for slug in facts.get("locations", [])]
    named += [f"conditions/{slug}" for slug in facts.get("related_conditions", [])]
    named += [f"conditions/{use['condition']}" for use in facts.get("indications", [])]
    named += [*facts.get("about", []), *facts.get("featured", [])]

    assert set(named) <= PATHS
    assert set(facts.get("references", [])) <= set(files.read_references())


@every_text
def test_every_code_is_valid(text):
    facts = text.facts
    validate_icd10_codes(facts.get("icd10_codes", []))
    if "npi" in facts:
        validate_npi(facts["npi"])
    for use in facts.get("indications", []):
        trials = use.get("trial_ids", [])
        assert [normalise("nct_id", number) for number in trials] == trials
        assert len(use.get("summary", "")) <= 240
    assert facts.get("body_system", "") in {"", *BodySystem.values}
    assert {facts.get("specialty", ""), *facts.get("specialties", [])} <= {
        "",
        *Specialty.values,
    }


@every_text
def test_nobody_real_can_be_called_or_visited(text):
    words = f"{text.facts} {text.body}"
    for number in PHONE.findall(words):
        assert re.search(r"555[-.]01\d\d$", number) or number.startswith("800-"), number
    for address in text.facts.get("profile_links", []):
        assert urlsplit(address).hostname.endswith("example.org")
    assert text.facts.get("email", "x@example.org").endswith("example.org")


def newest_day() -> date:
    """The day on which the demo practice was last at work."""
    days = [
        text.facts.get(name)
        for text in TEXTS
        for name in ("last_reviewed", "published")
    ]
    return max(day for day in days if day)


def test_licenses_are_valid_for_years_after_the_newest_text():
    rows = [
        row for text in of_type("clinician") for row in text.facts.get("licenses", [])
    ]

    assert len(rows) >= 6
    assert all(
        row["expires"].year > newest_day().year for row in rows if "expires" in row
    )


def test_every_medical_page_has_references_and_all_but_one_a_review():
    medical = [*of_type("treatment"), *of_type("condition")]
    # One page shows what "review pending" looks like.
    pending = [text.path for text in medical if "last_reviewed" not in text.facts]

    assert all(text.facts["references"] for text in medical)
    assert len(pending) <= 1
    for text in medical:
        assert ("last_reviewed" in text.facts) == ("medical_reviewer" in text.facts)


def test_every_condition_has_a_treatment_and_signs_that_need_help():
    treated = {
        u["condition"]
        for t in of_type("treatment")
        for u in t.facts.get("indications", [])
    }
    for text in of_type("condition"):
        assert text.slug in treated
        assert text.facts.get("urgent_advice") or text.facts.get("emergency_advice")


def test_letters_after_names_have_a_meaning():
    known = {
        row["abbreviation"]
        for row in files.read_toml("credentials.toml")["credentials"]
    }
    used = {name for text in of_type("clinician") for name in text.facts["credentials"]}

    assert used <= known
