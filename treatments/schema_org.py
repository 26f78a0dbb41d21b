"""Treatments and conditions in the words of schema.org; pure functions to nodes.

What a page may say of a pair is decided in `Indication.is_established`.
"""

from collections.abc import Iterable

from home.schema_org import Node, node, reference
from treatments.vocabulary import TreatmentType

# The most telling type first. Only a MedicalTherapy may be named as a possible
# treatment, which these are, and all of them may state contraindications.
THERAPY = "MedicalTherapy"
TYPES: dict[object, str | list[str]] = {
    TreatmentType.DRUG: "Drug",
    TreatmentType.VACCINE: "Drug",
    TreatmentType.PROCEDURE: ["TherapeuticProcedure", THERAPY],
    TreatmentType.SURGERY: ["SurgicalProcedure", THERAPY],
    TreatmentType.DEVICE: ["MedicalDevice", THERAPY],
    TreatmentType.PHYSICAL_THERAPY: "PhysicalTherapy",
    TreatmentType.PSYCHOLOGICAL: ["PsychologicalTreatment", THERAPY],
    TreatmentType.TEST: "MedicalTest",
}
# Part of a text → the property that says it, by type; a type without is silent.
OF_A_THERAPY = {
    "who_should_not": "contraindication",
    "before": "preparation",
    "during": "howPerformed",
    "after": "followup",
}
OF_A_DRUG = {"how_it_works": "mechanismOfAction", "who_should_not": "warning"}
# Sources that are no publication of science.
PLAIN_PAGES = {"regulator", "information"}


def type_of(treatment_type: str) -> str | list[str]:
    """The type of a kind of treatment; a therapy where nothing narrower is true."""
    return TYPES.get(treatment_type, THERAPY)


def treatment(url: str, name: str, treatment_type: str, **facts: object) -> Node:
    """A treatment; `url` is the address of its page."""
    kind = type_of(treatment_type)
    return node(kind, f"{url}#treatment", name=name, url=url, **facts)


def told_of_treatment(treatment_type: str, parts: dict[str, str]) -> Node:
    """The properties of a treatment that parts of its page tell: kind → text."""
    kind = type_of(treatment_type)
    known = {"Drug": OF_A_DRUG, "MedicalTest": {}}
    names = OF_A_THERAPY if isinstance(kind, list) else known.get(kind, OF_A_THERAPY)
    return {names[part]: text for part, text in parts.items() if part in names}


def condition(url: str, name: str, **facts: object) -> Node:
    """A condition; `url` is the address of its page."""
    return node("MedicalCondition", f"{url}#condition", name=name, url=url, **facts)


def told_of_condition(parts: dict[str, str], symptoms: list[str]) -> Node:
    """The properties of a condition that parts of its page tell: kind → text."""
    return {
        "signOrSymptom": [node("MedicalSymptom", name=one) for one in symptoms],
        "cause": node("MedicalCause", description=parts.get("causes", "")),
        "riskFactor": node(
            "MedicalRiskFactor", description=parts.get("risk_factors", "")
        ),
        "possibleComplication": parts.get("complications", ""),
        "expectedPrognosis": parts.get("outlook", ""),
    }


def helped_by(treatments: Iterable[tuple[str, Node]]) -> Node:
    """What helps with a condition, or finds it: kinds of treatment, with their nodes.

    The caller hands in established uses only.
    """
    known: dict[str, object] = {}
    for kind, one in treatments:
        name = "typicalTest" if kind == TreatmentType.TEST else "possibleTreatment"
        known.setdefault(name, []).append(reference(one))
    return known


def icd10(code: str) -> Node:
    """A diagnosis by its code."""
    return node("MedicalCode", codeValue=code, codingSystem="ICD-10-CM")


def for_patients() -> Node:
    """Whom medical pages are written for."""
    return node("MedicalAudience", audienceType="Patient")


def citation(
    title: str,
    study_type: str,
    *,
    credit: str,
    year: int | None,
    is_retracted: bool,
    numbers: dict[str, str],
    addresses: list[str],
) -> Node:
    """A source that a page rests on; one that was withdrawn says so."""
    is_plain = study_type in PLAIN_PAGES or not numbers
    identifiers = [
        node("PropertyValue", propertyID=name.upper().removesuffix("_ID"), value=value)
        for name, value in numbers.items()
    ]
    return node(
        "WebPage" if is_plain else "MedicalScholarlyArticle",
        name=title,
        url=addresses[0] if addresses else "",
        sameAs=addresses[1:],
        creditText=credit,
        datePublished=str(year or ""),
        creativeWorkStatus="Retracted" if is_retracted else "",
        identifier=identifiers,
    )


def defined_terms(url: str, name: str, terms: list[tuple[str, str, str]]) -> Node:
    """What words mean: anchor on the page, word, definition."""
    return node(
        "DefinedTermSet",
        f"{url}#terms",
        name=name,
        url=url,
        hasDefinedTerm=[
            node(
                "DefinedTerm",
                f"{url}#{anchor}",
                name=word,
                description=meaning,
                inDefinedTermSet={"@id": f"{url}#terms"},
            )
            for anchor, word, meaning in terms
        ],
    )
