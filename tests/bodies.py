"""Blocks of medical texts as Wagtail stores them."""

import json

NO_ID = "00000000-0000-0000-0000-000000000000"
TEXT = "<p>Words.</p>"
TESTIMONIAL = {
    "quote": "They listened to me.",
    "name": "M.",
    "relationship": "patient",
    "typical_results": "Most people wait two weeks.",
    "consent_on_file": True,
}


def stored(*blocks: dict) -> str:
    """A body of these blocks."""
    return json.dumps(list(blocks))


def section(kind: str, text: str = TEXT) -> dict:
    return {"type": "section", "value": {"kind": kind, "heading": "", "text": text}}


def weighed(**parts: str) -> dict:
    """Benefits, risks and what is unknown; what is not given is empty."""
    value = {"benefits": "", "risks": "", "unknown": ""} | parts
    return {"type": "benefits_and_risks", "value": value}


def options(*ticked: bool, name: str = "Exercise") -> dict:
    """Other options, each ticked as standard care or not."""
    values = [
        {"name": name, "description": TEXT, "is_standard_care": is_standard}
        for is_standard in ticked
    ]
    # Without an id Wagtail takes the whole item for its value.
    items = [{"type": "item", "id": NO_ID, "value": value} for value in values]
    return {"type": "alternatives", "value": items}


def testimonial(**changed: object) -> dict:
    return {"type": "testimonial", "value": TESTIMONIAL | changed}
