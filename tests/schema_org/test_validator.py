"""The validator finds what is planted, and nothing in what is right."""

import json
from copy import deepcopy

import pytest

from home.schema_org import dump_graph
from tests.schema_org.validator import VOCABULARY, faults

ROOT = "https://fern.example.org/"
ADDRESS = {"@type": "PostalAddress", "streetAddress": "12 Fern Street"}
RIGHT = [
    {
        "@type": "MedicalClinic",
        "@id": f"{ROOT}#organization",
        "name": "Fern",
        "url": ROOT,
        "address": ADDRESS,
        "medicalSpecialty": ["https://schema.org/Rheumatologic"],
    },
    {
        "@type": "MedicalCondition",
        "@id": f"{ROOT}lupus/#condition",
        "name": "Lupus",
        "possibleTreatment": [{"@id": f"{ROOT}tablets/#treatment"}],
        "signOrSymptom": [{"@type": "MedicalSymptom", "name": "Rash"}],
    },
    {"@type": "Drug", "@id": f"{ROOT}tablets/#treatment", "name": "Tablets"},
    {
        "@type": "WebSite",
        "@id": f"{ROOT}#website",
        "name": "Fern",
        "url": ROOT,
        "inLanguage": "en",
        "dateModified": "2026-09-01T09:00:00+00:00",
    },
]


def test_the_table_is_that_of_schema_org():
    assert VOCABULARY.version == "30.1"
    assert "possibleTreatment" in VOCABULARY.domains
    assert "indication" not in VOCABULARY.domains
    assert "Organization" in VOCABULARY.lineage("Physician")
    assert "Rheumatologic" in VOCABULARY.members_of("MedicalSpecialty")


def test_nothing_is_found_in_what_is_right():
    assert faults(dump_graph(RIGHT)) == []


# Name → which node, what is put into it, and a word of what is found.
PLANTED = {
    "a broken reference": (1, {"possibleTreatment": [{"@id": f"{ROOT}x"}]}, "nowhere"),
    "a wrong property": (1, {"indication": "Lupus"}, "no such property"),
    "a property of another type": (0, {"riskFactor": []}, "not of this type"),
    "a property out of place": (0, {"possibleTreatment": []}, "not of this type"),
    "a wrong type": (1, {"@type": "MedicalIllness"}, "no such type"),
    "a wrong kind of value": (
        1,
        {"possibleTreatment": [{"@id": f"{ROOT}#organization"}]},
        "takes no",
    ),
    "text where a node belongs": (1, {"signOrSymptom": "Rash"}, "takes no"),
    "an unknown member": (
        0,
        {"medicalSpecialty": ["https://schema.org/Herbalism"]},
        "takes no",
    ),
    "a word for a member": (0, {"medicalSpecialty": ["Rheumatology"]}, "takes no"),
    "an empty text": (0, {"name": ""}, "takes no"),
    "an empty list": (1, {"signOrSymptom": []}, "empty"),
    "a missing name": (0, {"name": None}, "takes no"),
    "an address that is none": (0, {"url": "/team/"}, "takes no"),
    "a moment without its zone": (
        3,
        {"dateModified": "2026-09-01T09:00:00"},
        "takes no",
    ),
    "a moment with microseconds": (
        3,
        {"dateModified": "2026-09-01T09:00:00.123456+00:00"},
        "takes no",
    ),
    "a doctor as an office": (2, {"@type": "Physician"}, "not to be used"),
    "an own rating": (0, {"aggregateRating": {"@type": "Thing"}}, "not to be used"),
    "what is superseded": (3, {"@type": "MedicalWebPage", "aspect": "x"}, "not to be"),
    "a second node of one @id": (2, {"@id": f"{ROOT}#organization"}, "twice"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name):
    place, change, word = PLANTED[name]
    graph = deepcopy(RIGHT)
    graph[place] |= change

    found = faults(dump_graph(graph))

    assert any(word in fault for fault in found), found


def test_what_google_asks_for_is_missed():
    graph = deepcopy(RIGHT)
    del graph[0]["address"]

    assert faults(dump_graph(graph)) == ["LocalBusiness: address is missing"]


LONG = "A headline of an article " * 6
ARTICLE = {
    "@type": "Article",
    "headline": "Short",
    "image": ROOT,
    "author": {"@type": "Person", "name": "Ada"},
    "datePublished": "2026-09-01T09:00:00+00:00",
    "dateModified": "2026-09-02T09:00:00+00:00",
}


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({}, ""),
        ({"headline": LONG.strip()}, "too long"),
        ({"dateModified": "2026-08-01T09:00:00+00:00"}, "before"),
        ({"author": {"@type": "MedicalClinic", "name": "Fern"}}, ""),
        ({"author": "Ada"}, "takes no"),
    ],
)
def test_an_article_is_held_to_google_s_rules(change, word):
    found = faults(dump_graph([*RIGHT, ARTICLE | change]))

    assert word in "".join(found)
    assert bool(found) == bool(word)


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_a_sign_that_html_reads_is_found(sign):
    raw = json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [{"@type": "Thing", "name": sign}],
        },
        ensure_ascii=False,
    )

    assert "unescaped" in faults(raw)[0]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"@context": "http://schema.org", "@graph": []}',
        '{"@context": "https://schema.org", "@type": "Thing"}',
    ],
)
def test_what_is_no_graph_is_found(text):
    assert faults(text)
