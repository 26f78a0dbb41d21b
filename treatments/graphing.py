"""Takes from a medical page what its nodes in the graph are made of."""

from collections.abc import Iterable

from wagtail.models import Page

from home import schema_org
from home.graphing import picture_of
from home.schema_org import Node, reference
from home.words import EMBED, plain
from treatments.schema_org import (
    citation,
    condition,
    for_patients,
    helped_by,
    icd10,
    told_of_condition,
    told_of_treatment,
    treatment,
)


def parts_of(raw_blocks: Iterable[dict]) -> dict[str, str]:
    """The parts of a stored body by their kind, as plain words without citations.

    A kind that stands there twice is read where it comes first.
    """
    found: dict[str, str] = {}
    for block in raw_blocks:
        value = block["value"]
        if block["type"] == "section":
            pairs = {value.get("kind") or "": value.get("text")}
        elif block["type"] == "what_to_expect":
            pairs = {name: value.get(name) for name in ("before", "during", "after")}
        else:
            continue
        for kind, text in pairs.items():
            if words := plain(EMBED.sub("", text or "")):
                found.setdefault(kind, words)
    return found


def person_of(page: Page | None, page_shown: Page) -> Node:
    """Somebody who stands for a page: by their own page where visitors may see it."""
    if page is None:
        return {}
    url = page_shown.practice_site.absolute_url_of(page)
    return schema_org.person(url, page.title)


def people_of(page: Page) -> dict[str, Node]:
    """Who wrote a page, and while the seal is current who reviewed it."""
    people = {"author": person_of(page.author, page)}
    if page.is_sealed:
        people["reviewedBy"] = person_of(page.medical_reviewer, page)
    return people


def page_of(page: Page, stock: Node, entities: list[Node]) -> Node:
    """The node of a medical page itself."""
    people = {name: reference(one) for name, one in people_of(page).items()}
    subject, *others = entities
    beside = [one for one in others if one["@type"] == "MedicalCondition"]
    about = [reference(one) for one in (subject, *beside)]
    return schema_org.extended(
        stock,
        **people,
        lastReviewed=page.last_reviewed if page.is_sealed else None,
        specialty=schema_org.member(page.specialty),
        medicalAudience=for_patients(),
        about=about,
        mainEntity=about[0],
        citation=[citation_of(one) for one in page.references],
    )


def citation_of(source) -> Node:
    addresses = [address for _label, _value, address in source.links]
    return citation(
        source.title,
        source.study_type,
        credit=source.authors,
        year=source.year,
        is_retracted=source.retracted,
        numbers=source.identifiers,
        addresses=addresses,
    )


def entities_of_treatment(page: Page) -> list[Node]:
    """The treatment, the narrower ones below it, and what they are used for."""
    told = told_of_treatment(page.treatment_type, parts_of(page.body.raw_data))
    own = treatment(
        page.own_address,
        page.title,
        page.treatment_type,
        alternateName=page.also_known_as,
        description=page.summary,
        relevantSpecialty=schema_org.member(page.specialty),
        image=picture_of(page),
        **told,
    )
    rows = page.shown_indications
    below = [_treatment(r.treatment, page) for r in rows if r.treatment_id != page.pk]
    conditions = [_condition(row, page) for row in rows]
    return [own, *conditions, *below]


def entities_of_condition(page: Page) -> list[Node]:
    """The condition, and the treatments that are established for it."""
    rows = [row for row in page.shown_indications if row.is_established]
    treatments = [
        (row.treatment.treatment_type, _treatment(row.treatment, page)) for row in rows
    ]
    own = condition(
        page.own_address,
        page.title,
        alternateName=page.also_known_as,
        description=page.summary,
        relevantSpecialty=schema_org.member(page.specialty),
        code=[icd10(code) for code in page.icd10_codes],
        image=picture_of(page),
        **told_of_condition(parts_of(page.body.raw_data), page.symptoms),
        **helped_by(treatments),
    )
    return [own, *(one for _kind, one in treatments)]


def _treatment(page: Page, page_shown: Page) -> Node:
    is_own = page.pk == page_shown.pk
    url = page_shown.own_address if is_own else _address(page, page_shown)
    return treatment(url, page.title, page.treatment_type)


def _condition(row, page_shown: Page) -> Node:
    kind = row.treatment.treatment_type
    helped = [(kind, _treatment(row.treatment, page_shown))]
    return condition(
        _address(row.condition, page_shown),
        row.condition.title,
        **helped_by(helped if row.is_established else []),
    )


def _address(page: Page, page_shown: Page) -> str:
    return page_shown.practice_site.absolute_url_of(page)
