"""A clinician in the words of schema.org; pure functions from values to nodes."""

from datetime import date

from home import schema_org
from home.schema_org import Node, node, reference

NPI_NAME = "National Provider Identifier"


def credential(
    kind: str,
    name: str,
    given_by: str,
    *,
    number: str = "",
    expires: date | None = None,
) -> Node:
    """A license, a certification or a title, and who recognizes it."""
    return node(
        "EducationalOccupationalCredential",
        credentialCategory=kind,
        name=name,
        recognizedBy=_organization("Organization", given_by),
        identifier=number,
        expires=expires,
    )


def license_of(place: str, name: str, board: str, number: str, expires: date) -> Node:
    """A license and the place where it holds."""
    held = credential("license", name, board, number=number, expires=expires)
    where = node("AdministrativeArea", name=place)
    return schema_org.extended(held, validIn=where)


def _organization(kind: str, name: str) -> Node:
    return node(kind, name=name) if name else {}


def language(code: str, name: str) -> Node:
    """A spoken language by its name and its code of ISO 639."""
    return node("Language", name=name, alternateName=code)


def npi(number: str) -> Node:
    """The number under which the US know a clinician."""
    return (
        node("PropertyValue", propertyID="NPI", name=NPI_NAME, value=number)
        if number
        else {}
    )


def clinician(
    url: str,
    name: str,
    *,
    schools: list[str],
    societies: list[str],
    places: list[Node],
    **facts: object,
) -> Node:
    """A clinician of the practice, with what their page shows of them."""
    return schema_org.person(
        url,
        name,
        alumniOf=[_organization("EducationalOrganization", one) for one in schools],
        memberOf=[_organization("Organization", one) for one in societies],
        workLocation=[reference(one) for one in places],
        **facts,
    )
