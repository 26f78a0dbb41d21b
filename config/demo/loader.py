"""Fills an empty database with the demo practice."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.functional import cached_property
from wagtail.models import Page, Site
from wagtailseo.models import SeoSettings

from config.demo import files
from config.demo.bodies import BodyWriter
from config.demo.relations import RELATIONS
from config.first_pages import add_home
from contact.models import ContactPage, UpdateIndexPage, UpdatePage
from home.models import (
    HomePage,
    InsurancePlan,
    LocationIndexPage,
    LocationPage,
    PracticeImage,
    PracticeSettings,
    StandardPage,
)
from team.models import ClinicianPage, Credential, TeamIndexPage
from team.reviewing import confirm
from treatments.models import (
    ConditionIndexPage,
    ConditionPage,
    EvidenceLevelsPage,
    EvidenceMatrixPage,
    Reference,
    RegulatoryNotice,
    TreatmentIndexPage,
    TreatmentPage,
)

PAGE_TYPES = {
    "clinician": ClinicianPage,
    "condition": ConditionPage,
    "condition_index": ConditionIndexPage,
    "contact": ContactPage,
    "evidence_levels": EvidenceLevelsPage,
    "evidence_matrix": EvidenceMatrixPage,
    "home": HomePage,
    "location": LocationPage,
    "location_index": LocationIndexPage,
    "standard": StandardPage,
    "team_index": TeamIndexPage,
    "treatment": TreatmentPage,
    "treatment_index": TreatmentIndexPage,
    "update": UpdatePage,
    "update_index": UpdateIndexPage,
}
# The order of the main menu; a page that is not named comes after, unlisted.
MENU = ["treatments", "conditions", "team", "locations", "updates", "about", "contact"]
# wagtail-seo's names for what the files call by its own.
ADDRESS_FIELDS = {
    "street": "struct_org_address_street",
    "city": "struct_org_address_locality",
    "region": "struct_org_address_region",
    "postal_code": "struct_org_address_postal",
    "country": "struct_org_address_country",
    "phone": "struct_org_phone",
    "latitude": "struct_org_geo_lat",
    "longitude": "struct_org_geo_lng",
    "legal_name": "struct_org_name",
}
PICTURE_ENDINGS = [".webp", ".png", ".jpg"]


class DemoLoader:
    """Makes the pages first, then fills them, so that any may name any other."""

    def __init__(self, site: Site, users: dict) -> None:
        self.site = site
        self.users = users
        self.owner = users["owner"]
        self.texts = sorted(files.read_pages(), key=_place)
        self.pages: dict[str, Page] = {}
        self.pictures: dict[str, PracticeImage] = {}
        self.references: dict[str, Reference] = {}
        self.writer = BodyWriter(
            self.pages.get, self.picture, self.references.__getitem__
        )

    @property
    def total(self) -> int:
        """How many steps `load` will report."""
        return 2 * len(self.texts) + 2

    def load(self) -> Iterator[str]:
        """Load everything or nothing; yield a word on each step."""
        with transaction.atomic():
            yield "Settings"
            self._load_records()
            for text in self.texts:
                self._make(text)
                yield f"Page {text.path or 'home'}"
            self._fill_settings()
            for text in self.texts:
                self._fill(text)
                yield f"Text {text.path or 'home'}"
            self._review()
            yield "Reviews"

    def picture(self, name: str) -> PracticeImage:
        """The picture of this name, stored on first use."""
        if name not in self.pictures:
            file = _picture_file(name)
            facts = self._picture_facts.get(name, {})
            with file.open("rb") as stream:
                self.pictures[name] = PracticeImage.objects.create(
                    title=name.replace("-", " ").capitalize(),
                    description=facts.get("description", ""),
                    file=ImageFile(stream, name=file.name),
                    uploaded_by_user=self.owner,
                    **_focal_point(facts.get("focal_point")),
                )
        return self.pictures[name]

    @cached_property
    def _picture_facts(self) -> dict:
        return files.read_toml("pictures.toml")

    def _load_records(self) -> None:
        self.credentials = {
            row["abbreviation"]: Credential.objects.create(**row)
            for row in files.read_toml("credentials.toml")["credentials"]
        }
        self.plans = {
            row["key"]: InsurancePlan.objects.create(name=row["name"])
            for row in files.read_toml("insurance_plans.toml")["plans"]
        }
        for row in files.read_toml("regulatory_notices.toml")["notices"]:
            RegulatoryNotice.objects.create(**row)
        for key, facts in files.read_references().items():
            self.references[key] = _load_reference(facts)

    def _fill_settings(self) -> None:
        facts = files.read_toml("practice.toml")
        practice, _created = PracticeSettings.objects.get_or_create(site=self.site)
        for name, value in facts["practice"].items():
            setattr(practice, name, value)
        practice.save()
        seo, _created = SeoSettings.objects.get_or_create(site=self.site)
        for name, value in facts["organization"].items():
            if name in ADDRESS_FIELDS:
                setattr(seo, ADDRESS_FIELDS[name], value)
        seo.struct_org_logo = self.picture("mark")
        seo.og_image_default = self.picture("share-default")
        seo.save()
        self.site.site_name = facts["site"]["name"]
        self.site.save()

    def _make(self, text: files.TextPage) -> None:
        """Put the page into the tree with its plain facts, as a draft."""
        model = PAGE_TYPES[text.facts["type"]]
        page = model(
            # Wagtail's welcome page, which goes in a moment, holds the slug "home".
            slug=text.slug or "practice",
            live=False,
            owner=self.owner,
            show_in_menus=text.path in MENU,
            **_plain_facts(model, text.facts),
        )
        if text.path:
            self.pages[text.parent_path].add_child(instance=page)
        else:
            add_home(self.site, page)
        self.pages[text.path] = page

    def _fill(self, text: files.TextPage) -> None:
        """Add the picture, the text and the relations, and publish."""
        # Fresh from the database: adding children changed the tree below it.
        page = self.pages[text.path].specific_class.objects.get(
            pk=self.pages[text.path].pk
        )
        if text.facts.get("image"):
            page.image = self.picture(text.facts["image"])
        if isinstance(page, ClinicianPage):
            page.biography = self.writer.rich_text(text.body)
        elif text.body:
            known = page._meta.get_field("body").stream_block.child_blocks
            if unknown := {block.type for block in text.blocks} - set(known):
                raise ValueError(f"{text.path} has no room for {sorted(unknown)}")
            page.body = self.writer.stream(text.blocks)
        for name, relate in RELATIONS.items():
            if name in text.facts:
                relate(self, page, text.facts[name])
        page.save_revision(user=self.owner).publish(user=self.owner)

    def _review(self) -> None:
        """Seal the pages, once the words of all others are in place."""
        for text in self.texts:
            if slug := text.facts.get("medical_reviewer"):
                page = self.pages[text.path].specific_class.objects.get(
                    pk=self.pages[text.path].pk
                )
                reviewer = self.pages[f"team/{slug}"]
                confirm(page, reviewer, text.facts["last_reviewed"])


def _place(text: files.TextPage) -> tuple:
    menu = MENU.index(text.path) if text.path in MENU else len(MENU)
    return (text.path.count("/") + bool(text.path), menu, text.path)


def _focal_point(numbers: list[int] | None) -> dict[str, int]:
    names = ("x", "y", "width", "height")
    pairs = zip(names, numbers or [], strict=False)
    return {f"focal_point_{name}": number for name, number in pairs}


def _picture_file(name: str) -> Path:
    folder = files.FOLDER / "pictures"
    found = [folder / f"{name}{ending}" for ending in PICTURE_ENDINGS]
    return next(file for file in found if file.exists())


def _load_reference(facts: dict) -> Reference:
    """Keep a reference; two texts may cite one publication under keys of their own."""
    reference = Reference(**facts)
    reference.clean_fields()
    _name, twin = reference.find_twin()
    if twin is None:
        reference.full_clean()
        reference.save()
    return twin or reference


def _plain_facts(model: type[Page], facts: dict) -> dict:
    """The facts that are columns of the page itself."""
    fields = (f for f in model._meta.concrete_fields if f.editable)
    columns = {field.name for field in fields if not field.is_relation}
    plain = {ADDRESS_FIELDS.get(name, name): value for name, value in facts.items()}
    plain = {name: value for name, value in plain.items() if name in columns}
    if "hours" in facts and issubclass(model, LocationPage):
        plain["struct_org_hours"] = [("hours", _hours(row)) for row in facts["hours"]]
    return plain


def _hours(row: dict) -> dict[str, list[str] | time]:
    return {
        "days": row["days"],
        "start_time": row["opens"],
        "end_time": row["closes"],
    }
