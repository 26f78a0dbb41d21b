"""A small practice with a named cast, made directly in the database."""

from datetime import date, timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction, Site

from contact.models import ContactPage, UpdateIndexPage, UpdatePage, UpdateTopic
from home.models import (
    HomePage,
    InsurancePlan,
    LocationIndexPage,
    LocationPage,
    PracticeImage,
    PracticeSettings,
    StandardPage,
)
from team.models import ClinicianPage, Credential, License, TeamIndexPage
from team.reviewing import confirm
from treatments.models import (
    ConditionIndexPage,
    ConditionPage,
    EvidenceLevelsPage,
    EvidenceMatrixPage,
    Indication,
    Reference,
    TreatmentIndexPage,
    TreatmentPage,
)

NAME = "Brackenfold Practice"
PHONE = "(602) 555-0177"
SUMMARY = "One honest sentence about {}, long enough to be shown in every list."
NPI = "1234567893"


def add_page(parent: Page, model: type, title: str, *, publish=True, **facts) -> Page:
    """Put a page below another one; without `publish` it stays a draft."""
    facts = {"slug": slugify(title), "summary": SUMMARY.format(title), **facts}
    page = model(title=title, live=False, **facts)
    parent.add_child(instance=page)
    if publish:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def add_clinician(team: Page, given: str, family: str, **facts) -> ClinicianPage:
    return add_page(
        team,
        ClinicianPage,
        f"{given} {family}",
        given_name=given,
        family_name=family,
        **facts,
    )


def add_treatment(
    parent: Page, title: str, *uses: Indication, **facts
) -> TreatmentPage:
    facts = {"treatment_type": "drug", "body": [], **facts}
    return add_page(parent, TreatmentPage, title, indications=list(uses), **facts)


def use(
    condition: ConditionPage,
    evidence="randomised_trials",
    status="approved_for_use",
    **facts,
) -> Indication:
    """One row of a treatment: what it is for, and how sure that is."""
    return Indication(
        condition=condition, evidence_level=evidence, regulatory_status=status, **facts
    )


def review(page: Page, reviewer: ClinicianPage, days_ago: int = 0) -> None:
    """Bind the seal of a page to its words as they are in the database."""
    page = type(page).objects.get(pk=page.pk)
    confirm(page, reviewer, timezone.localdate() - timedelta(days=days_ago))


def make_picture(
    title="Garden", size=(1500, 900), color="#7a9", **facts
) -> PracticeImage:
    file = BytesIO()
    Image.new("RGB", size, color).save(file, "PNG")
    facts = {"description": f"A drawing of a {title.lower()}", **facts}
    return PracticeImage.objects.create(
        title=title, file=ImageFile(file, name=f"{slugify(title)}.png"), **facts
    )


def make_document(title="Leaflet"):
    return get_document_model().objects.create(
        title=title, file=ContentFile(b"Words", name=f"{slugify(title)}.txt")
    )


def hide(page: Page, how: str) -> None:
    """Take a page from the public: "draft", "private", "expired", "below private"."""
    if how == "draft":
        Page.objects.filter(pk=page.pk).update(live=False)
    elif how == "expired":
        a_minute_ago = timezone.now() - timedelta(minutes=1)
        Page.objects.filter(pk=page.pk).update(expire_at=a_minute_ago)
    else:
        restricted = page.get_parent() if how == "below private" else page
        PageViewRestriction.objects.create(
            page=restricted, restriction_type=PageViewRestriction.LOGIN
        )


WAYS_TO_HIDE = ["draft", "private", "expired", "below private"]


def build() -> dict[str, object]:
    """Make the practice; return its cast by name."""
    cast = _build_house()
    cast |= _build_people(cast)
    cast |= _build_medicine(cast)
    review(cast["lupus"], cast["bela"], days_ago=30)
    cast["news"] = add_page(
        cast["updates"],
        UpdatePage,
        "Open on Saturdays",
        published=date(2026, 9, 1),
        author=cast["ada"],
        topics=[UpdateTopic(page=cast["stem_cells"])],
    )
    return cast


def _build_house() -> dict[str, object]:
    root = Page.get_first_root_node()
    home = add_page(root, HomePage, NAME, slug="brackenfold")
    site = Site.objects.get(is_default_site=True)
    welcome, site.root_page = site.root_page, home
    site.hostname, site.port, site.site_name = "localhost", 80, NAME
    site.save()
    welcome.delete()
    # Deleting moved nothing, but treebeard counted the children anew.
    home.refresh_from_db()
    settings = PracticeSettings.for_site(site)
    settings.phone, settings.email = PHONE, "hello@brackenfold.example.org"
    settings.save()
    menu = {"show_in_menus": True}
    cast = {
        "home": home,
        "site": site,
        "settings": settings,
        "treatments": add_page(home, TreatmentIndexPage, "Treatments", **menu),
        "conditions": add_page(home, ConditionIndexPage, "Conditions", **menu),
        "team": add_page(home, TeamIndexPage, "Team", **menu),
        "locations": add_page(home, LocationIndexPage, "Locations", **menu),
        "updates": add_page(home, UpdateIndexPage, "Updates", **menu),
        "about": add_page(home, StandardPage, "About", **menu),
        "contact": add_page(home, ContactPage, "Contact", **menu),
        "evidence": add_page(home, EvidenceLevelsPage, "Evidence levels"),
        "matrix": add_page(home, EvidenceMatrixPage, "Evidence at a glance"),
    }
    cast["privacy"] = add_page(
        cast["about"], StandardPage, "Privacy", notice_kind="privacy_practices"
    )
    return cast


def _build_people(cast) -> dict[str, object]:
    fern_street = add_page(
        cast["locations"],
        LocationPage,
        "Fern Street",
        is_primary=True,
        struct_org_address_street="12 Fern Street",
        struct_org_address_locality="Brackenfold",
    )
    return {
        "fern_street": fern_street,
        "picture": make_picture(),
        "document": make_document(),
        "plan": InsurancePlan.objects.create(name="Bluefern Health"),
        "credential": Credential.objects.create(
            abbreviation="N.M.D.", meaning="Naturopathic Medical Doctor"
        ),
        "reference": Reference.objects.create(
            title="Cells in the blood of forty people",
            source="Journal of Ferns",
            year=2020,
        ),
        # Ada writes and treats; Bela reviews.
        "ada": add_clinician(
            cast["team"],
            "Ada",
            "Fernhollow",
            locations=[fern_street],
            languages=["en"],
            licenses=[License(jurisdiction="Arizona", license_type="Physician")],
        ),
        "bela": add_clinician(cast["team"], "Bela", "Mosswick"),
    }


def _build_medicine(cast) -> dict[str, object]:
    lupus = add_page(
        cast["conditions"],
        ConditionPage,
        "Lupus",
        also_known_as=["SLE"],
        symptoms=["butterfly rash"],
        body_system="immune",
        author=cast["ada"],
        body=[],
    )
    migraine = add_page(cast["conditions"], ConditionPage, "Migraine", body=[])
    offered = {"clinicians": [cast["ada"]], "locations": [cast["fern_street"]]}
    stem_cells = add_treatment(
        cast["treatments"],
        "Stem cells",
        use(migraine, "laboratory_only", "not_approved"),
        **offered,
    )
    return {
        "lupus": lupus,
        "migraine": migraine,
        "stem_cells": stem_cells,
        "stem_cells_for_lupus": add_treatment(
            stem_cells, "For lupus", use(lupus, "case_reports", "not_approved")
        ),
        "tablets": add_treatment(
            cast["treatments"], "Tablets", use(lupus, "guideline_supported"), **offered
        ),
    }


class Cast:
    """The cast by name; each record is fresh from the database in every test."""

    def __init__(self, known: dict[str, object]) -> None:
        self._known = {name: (type(one), one.pk) for name, one in known.items()}

    def __getattr__(self, name: str):
        if name.startswith("_") or name not in self._known:
            raise AttributeError(name)
        model, pk = self._known[name]
        self.__dict__[name] = model.objects.get(pk=pk)
        return self.__dict__[name]
