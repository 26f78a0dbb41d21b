"""A page that states benefits states risks, other options and what is not known."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from treatments.blocks import has_words
from treatments.sections import SectionKind

# What has to be told → in words, with the place for it.
MISSING = {
    "risks": _(
        "the risks and side effects (in the block Benefits and risks, or a section of "
        "that name)"
    ),
    "alternatives": _(
        "the other options (in the block Alternatives, or a section Other options)"
    ),
    "standard_care": _(
        "what standard care offers (tick it on an option in the block Alternatives, or "
        "write a section Standard care and its limits)"
    ),
    "unknown": _(
        "what is not known (in the block Benefits and risks, or a section of that name)"
    ),
}
# Kind of section → what it tells of.
SECTION_PARTS: dict[str, set[str]] = {
    SectionKind.BENEFITS.value: {"benefits"},
    SectionKind.RISKS.value: {"risks"},
    SectionKind.ALTERNATIVES.value: {"alternatives"},
    SectionKind.CONVENTIONAL_OPTIONS.value: {"alternatives", "standard_care"},
    SectionKind.UNKNOWN.value: {"unknown"},
}


def told_parts(raw_blocks: Iterable[dict]) -> set[str]:
    """Which parts a stored body tells of: "benefits", and the keys of MISSING."""
    told: set[str] = set()
    for block in raw_blocks:
        value = block["value"]
        if block["type"] == "benefits_and_risks":
            told |= {part for part, text in value.items() if has_words(text)}
        elif block["type"] == "alternatives":
            told |= _told_by_options(item["value"] for item in value)
        elif block["type"] == "section" and has_words(value.get("text")):
            told |= SECTION_PARTS.get(value.get("kind"), set())
    return told


def _told_by_options(options: Iterable[dict]) -> set[str]:
    named = [option for option in options if has_words(option.get("name"))]
    standard = any(option.get("is_standard_care") for option in named)
    return ({"alternatives"} if named else set()) | (
        {"standard_care"} if standard else set()
    )


def missing_parts(raw_blocks: Iterable[dict]) -> list[str]:
    """In words, what a page that states benefits still has to state, and where."""
    told = told_parts(raw_blocks)
    if "benefits" not in told:
        return []
    return [str(words) for part, words in MISSING.items() if part not in told]
