"""The standard sections of medical pages: order, headings, anchors."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class SectionKind(models.TextChoices):
    """What a section tells; its heading and its address follow from the kind."""

    OVERVIEW = "overview", _("Overview")
    SYMPTOMS = "symptoms", _("Symptoms")
    CAUSES = "causes", _("Causes")
    RISK_FACTORS = "risk_factors", _("Who is more likely to get it")
    COMPLICATIONS = "complications", _("Complications")
    DIAGNOSIS = "diagnosis", _("How it is diagnosed")
    TREATMENT = "treatment", _("How it is treated")
    PREVENTION = "prevention", _("Prevention")
    OUTLOOK = "outlook", _("Outlook")
    LIVING_WITH = "living_with", _("Living with it")
    WHEN_TO_GET_HELP = "when_to_get_help", _("When to get help")
    HOW_IT_WORKS = "how_it_works", _("How it works")
    WHO_IT_IS_FOR = "who_it_is_for", _("Who it is for")
    WHO_SHOULD_NOT = "who_should_not", _("Who should not have it")
    CONVENTIONAL_OPTIONS = "conventional_options", _("Standard care and its limits")
    EVIDENCE = "evidence", _("What the evidence says")
    WHAT_TO_EXPECT = "what_to_expect", _("What to expect")
    BENEFITS = "benefits", _("Possible benefits")
    RISKS = "risks", _("Risks and side effects")
    UNKNOWN = "unknown", _("What we do not know")
    ALTERNATIVES = "alternatives", _("Other options")
    COST = "cost", _("What it costs")
    AFTERCARE = "aftercare", _("Aftercare")

    @property
    def anchor(self) -> str:
        """The address within the page; it never changes with the wording."""
        return self.value.replace("_", "-")


CONDITION_SECTIONS: list[SectionKind] = [
    SectionKind.OVERVIEW,
    SectionKind.SYMPTOMS,
    SectionKind.CAUSES,
    SectionKind.DIAGNOSIS,
    SectionKind.TREATMENT,
    SectionKind.LIVING_WITH,
    SectionKind.OUTLOOK,
]
TREATMENT_SECTIONS: list[SectionKind] = [
    SectionKind.OVERVIEW,
    SectionKind.HOW_IT_WORKS,
    SectionKind.WHO_IT_IS_FOR,
    SectionKind.WHO_SHOULD_NOT,
    SectionKind.EVIDENCE,
]


def _empty(kinds: list[SectionKind]) -> list[dict]:
    return [
        _block("section", {"kind": kind.value, "heading": "", "text": ""})
        for kind in kinds
    ]


def _block(name: str, value: object) -> dict:
    # Without an id of its own the editor could not tell one from another.
    return {"type": name, "value": value, "id": str(uuid.uuid4())}


def condition_starter() -> list[dict]:
    """The body of a new condition page: headed, empty."""
    return _empty(CONDITION_SECTIONS)


def treatment_starter() -> list[dict]:
    """The body of a new treatment page: headed, empty, risks beside benefits."""
    return [
        *_empty(TREATMENT_SECTIONS),
        _block("benefits_and_risks", {"benefits": "", "risks": "", "unknown": ""}),
        _block("questions_to_ask", []),
    ]
