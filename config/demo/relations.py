"""How each fact that names another record is put onto its page."""

from collections.abc import Callable

from contact.models import UpdateTopic
from home.models import FeaturedPage, SpecialHours
from team.models import (
    Certification,
    ClinicianCredential,
    Education,
    License,
    Membership,
)
from treatments.models import Indication, RelatedCondition


def _clinician(name: str) -> Callable:
    def relate(loader, page, slug: str) -> None:
        setattr(page, name, loader.pages[f"team/{slug}"])

    return relate


def _pages(name: str, folder: str) -> Callable:
    def relate(loader, page, slugs: list[str]) -> None:
        setattr(page, name, [loader.pages[f"{folder}/{slug}"] for slug in slugs])

    return relate


def _rows(name: str, model: type) -> Callable:
    def relate(loader, page, rows: list[dict]) -> None:
        numbered = enumerate(rows)
        setattr(page, name, [model(sort_order=n, **row) for n, row in numbered])

    return relate


def _page_rows(name: str, model: type, field: str, folder: str = "") -> Callable:
    def relate(loader, page, paths: list[str]) -> None:
        keys = [loader.pages[f"{folder}{path}"].pk for path in paths]
        rows = [{"sort_order": n, f"{field}_id": key} for n, key in enumerate(keys)]
        setattr(page, name, [model(**row) for row in rows])

    return relate


def _indications(loader, page, rows: list[dict]) -> None:
    page.indications = [
        Indication(
            sort_order=number,
            **{**row, "condition": loader.pages[f"conditions/{row['condition']}"]},
        )
        for number, row in enumerate(rows)
    ]


def _credentials(loader, page, names: list[str]) -> None:
    page.credential_rows = [
        ClinicianCredential(sort_order=number, credential=loader.credentials[name])
        for number, name in enumerate(names)
    ]


def _references(loader, page, keys: list[str]) -> None:
    model = page._meta.get_field("reference_rows").related_model
    cited = dict.fromkeys(loader.references[key] for key in keys)
    page.reference_rows = [
        model(sort_order=number, reference=reference)
        for number, reference in enumerate(cited)
    ]


def _plans(loader, page, keys: list[str]) -> None:
    page.insurance_plans = [loader.plans[key] for key in keys]


def _special_hours(loader, page, rows: list[dict]) -> None:
    columns = ("starts", "ends", "opens", "closes", "note")
    page.special_hours = [
        SpecialHours(
            sort_order=number, **{name: row[name] for name in columns if name in row}
        )
        for number, row in enumerate(rows)
    ]


def _account(loader, page, username: str) -> None:
    page.account = loader.users[username]


RELATIONS: dict[str, Callable] = {
    "account": _account,
    "about": _page_rows("topics", UpdateTopic, "page"),
    "author": _clinician("author"),
    "certifications": _rows("certifications", Certification),
    "clinicians": _pages("clinicians", "team"),
    "credentials": _credentials,
    "education": _rows("education", Education),
    "featured": _page_rows("featured_pages", FeaturedPage, "page"),
    "indications": _indications,
    "insurance_plans": _plans,
    "licenses": _rows("licenses", License),
    "locations": _pages("locations", "locations"),
    "memberships": _rows("memberships", Membership),
    "references": _references,
    "related_conditions": _page_rows(
        "related_conditions", RelatedCondition, "condition", "conditions/"
    ),
    "special_hours": _special_hours,
}
