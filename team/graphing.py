"""Takes from a clinician's page what its node in the graph is made of."""

from wagtail.models import Page

from home import schema_org
from home.graphing import picture_of
from home.schema_org import Node
from team.schema_org import clinician, credential, language, license_of, npi


def entities_of_clinician(page: Page) -> list[Node]:
    """The clinician, with what the page prints of them, and where they work."""
    site = page.practice_site
    places = [
        schema_org.place(
            site.absolute_url_of(place), place.title, address=place.schema_address
        )
        for place in page.visible_locations
    ]
    letters = ", ".join(one.abbreviation for one in page.credentials)
    own = clinician(
        page.own_address,
        page.title,
        schools=[row.institution for row in page.education.all()],
        societies=[row.organization for row in page.memberships.all()],
        places=places,
        honorificPrefix=page.honorific_prefix,
        honorificSuffix=letters,
        jobTitle=[one for one in (page.job_title, page.practice_role) if one],
        description=page.summary,
        image=picture_of(page),
        # Who has left the practice no longer works for it.
        worksFor={"@id": f"{site.home_url}#organization"} if page.is_current else {},
        identifier=npi(page.npi),
        hasCredential=credentials_of(page),
        knowsAbout=page.specialty_labels,
        knowsLanguage=[
            language(code, name)
            for code, name in zip(page.languages, page.language_labels, strict=True)
        ],
        sameAs=page.profile_links,
    )
    return [own, *places]


def credentials_of(page: Page) -> list[Node]:
    """Titles, licenses that hold today, certifications that name their board."""
    titles = [credential("title", one.meaning, "") for one in page.credentials]
    licenses = [
        license_of(
            row.jurisdiction, row.license_type, row.board, row.number, row.expires
        )
        for row in page.valid_licenses
    ]
    certifications = [
        credential(str(row.get_wording_display()), row.specialty, row.board)
        for row in page.named_certifications
    ]
    return [*titles, *licenses, *certifications]
