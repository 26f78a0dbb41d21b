"""A draft always saves, whatever is missing; publishing says what is missing."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from home.models import HomePage, StandardPage
from tests.filling import cast_member
from tests.practice import add_page
from tests.reading import our_page_models
from treatments.blocks import MedicalBodyBlock

TITLE = "Half a thought"
CREATABLE = [model for model in our_page_models() if model is not HomePage]
every_type = pytest.mark.parametrize(
    "model", CREATABLE, ids=lambda model: model.__name__
)
# The name of a clinician is put together from its parts.
NAMED = {"title": TITLE, "given_name": "Half a", "family_name": "thought"}


@pytest.fixture(scope="module")
def forms() -> dict[str, dict]:
    """Address → what the form there would send; each is opened once."""
    return {}


@pytest.fixture
def new_form(owner, practice, forms, monkeypatch):
    """Open the form for a new page; give its address and what it would send."""

    def open_form(model) -> tuple[str, dict]:
        monkeypatch.setattr(model, "max_count_per_parent", None)
        parent = cast_member(practice, model.allowed_parent_page_models()[0])
        label = f"{model._meta.app_label}/{model._meta.model_name}"
        address = f"/admin/pages/add/{label}/{parent.pk}/"
        if address not in forms:
            forms[address] = read_form(owner.get(address).content.decode())
        return address, forms[address] | NAMED | {"slug": ""}

    return open_form


def read_form(html: str) -> dict:
    """What a browser sends where an editor has filled in nothing."""
    sent = dict(querydict_from_html(html, form_id="page-edit-form").lists())
    # A browser sends nothing for a list in which nothing is chosen.
    for several in BeautifulSoup(html, "html.parser").select("select[multiple]"):
        sent.pop(several["name"], None)
    empty = {name: [""] for name, value in sent.items() if not fixed(name, value)}
    return sent | empty | {"body-count": "0", "struct_org_hours-count": "0"}


def fixed(name: str, value: list[str]) -> bool:
    """Whether nothing is chosen here, or the editor's own scripts fill this in."""
    if not value:
        return True
    is_rich_text = value[0] == "null" or value[0].startswith("{")
    counts = "_FORMS" in name or name in {"csrfmiddlewaretoken", "next"}
    return counts or is_rich_text


def row(prefix: str, **facts: str) -> dict:
    """One row of an inline list, as the browser sends it."""
    own = {f"{prefix}-0-{name}": value for name, value in facts.items()}
    return own | {f"{prefix}-TOTAL_FORMS": "1", f"{prefix}-0-ORDER": "1"}


def block(number: int, type_name: str, **facts: str) -> dict:
    """One block of a body, as the browser sends it."""
    start = f"body-{number}"
    values = {f"{start}-value-{name}": value for name, value in facts.items()}
    frame = {"type": type_name, "order": str(number), "deleted": "", "id": ""}
    return values | {f"{start}-{name}": value for name, value in frame.items()}


def newest() -> Page:
    return Page.objects.latest("pk").get_latest_revision_as_object()


@every_type
def test_a_draft_with_a_title_and_nothing_else_is_saved(owner, new_form, model):
    address, sent = new_form(model)
    before = Page.objects.count()
    response = owner.post(address, sent)

    assert response.status_code == 302, errors(response)
    assert Page.objects.count() == before + 1
    assert newest().title == TITLE


def test_a_draft_that_is_sent_twice_at_once_is_stored_once(
    owner, practice, new_form, monkeypatch
):
    is_valid = WagtailAdminPageForm.is_valid

    def overtaken(form) -> bool:
        found = is_valid(form)
        if found:
            add_page(form.parent_page, StandardPage, TITLE, publish=False)
        return found

    monkeypatch.setattr(WagtailAdminPageForm, "is_valid", overtaken)
    address, sent = new_form(StandardPage)
    response = owner.post(address, sent | {"slug": "half-a-thought"})

    assert response.status_code == 200
    assert "already in use" in errors(response)
    assert response.context["form"]["title"].value() == TITLE
    assert Page.objects.filter(slug="half-a-thought").count() == 1


@every_type
def test_publishing_a_title_and_nothing_else_says_what_is_missing(
    owner, new_form, model
):
    address, sent = new_form(model)
    before = Page.objects.count()
    response = owner.post(address, sent | {"action-publish": "1"})

    assert response.status_code == 200
    assert errors(response)
    assert Page.objects.count() == before


def errors(response) -> str:
    form = response.context and response.context.get("form")
    rows = (
        {n: f.errors for n, f in form.formsets.items() if any(f.errors)} if form else ""
    )
    return f"{form.errors.as_json()} {rows}" if form and (form.errors or rows) else ""


HALF_ROWS = {
    "indication": (
        "treatments.TreatmentPage",
        row("indications", summary="A thought about it", condition=""),
    ),
    "license": ("team.ClinicianPage", row("licenses", number="A thought about it")),
    "certification": (
        "team.ClinicianPage",
        row("certifications", specialty="A thought about it"),
    ),
    "education": ("team.ClinicianPage", row("education", degree="A thought about it")),
    "membership": ("team.ClinicianPage", row("memberships", role="A thought about it")),
    "special hours": (
        "home.LocationPage",
        row("special_hours", note="A thought about it", starts=""),
    ),
}


@pytest.mark.parametrize("case", HALF_ROWS)
def test_a_half_filled_row_is_kept_in_a_draft(owner, new_form, case):
    label, half = HALF_ROWS[case]
    model = next(one for one in CREATABLE if one._meta.label == label)
    address, sent = new_form(model)
    response = owner.post(address, sent | half)

    assert response.status_code == 302, errors(response)
    assert "A thought about it" in str(newest().latest_revision.content)


@pytest.mark.parametrize("case", HALF_ROWS)
def test_a_half_filled_row_is_not_published(owner, new_form, case):
    label, half = HALF_ROWS[case]
    model = next(one for one in CREATABLE if one._meta.label == label)
    address, sent = new_form(model)
    response = owner.post(address, sent | half | {"action-publish": "1"})

    assert response.status_code == 200
    assert errors(response)


MALFORMED = {
    "NPI": ("team.ClinicianPage", "123456789x", {"npi": "123456789x"}),
    "year": ("team.ClinicianPage", "86", {"in_practice_since": "86"}),
    "ICD-10 code": ("treatments.ConditionPage", "lupus", {"icd10_codes": "lupus"}),
    "NCT number": (
        "treatments.TreatmentPage",
        "NCT12",
        row("indications", trial_ids="NCT12", condition=""),
    ),
    "address in a row": (
        "team.ClinicianPage",
        "https://the board",
        row("licenses", jurisdiction="Arizona", verify_url="https://the board"),
    ),
    "address in a block": (
        "treatments.TreatmentPage",
        "https://the board",
        block(0, "call_to_action", heading="Ask us", url="https://the board")
        | {"body-count": "1"},
    ),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_draft_keeps_what_is_malformed_and_can_be_looked_at(owner, new_form, case):
    label, words, wrong = MALFORMED[case]
    model = next(one for one in CREATABLE if one._meta.label == label)
    address, sent = new_form(model)
    response = owner.post(address, sent | wrong)

    assert response.status_code == 302, errors(response)
    page = newest()
    editor = owner.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert words in editor
    assert page.make_preview_request().status_code == 200


@pytest.mark.parametrize("case", MALFORMED)
def test_what_is_malformed_is_not_published(owner, new_form, case):
    label, _words, wrong = MALFORMED[case]
    model = next(one for one in CREATABLE if one._meta.label == label)
    address, sent = new_form(model)
    response = owner.post(address, sent | wrong | {"action-publish": "1"})

    assert response.status_code == 200
    field = next(iter(wrong)).split("-")[0]
    assert f'"{field}"' in errors(response) or f"'{field}'" in errors(response)


HALF_BLOCKS = {
    "testimonial": {"quote": "They listened to me."},
    "section": {"kind": "", "text": "null", "heading": "They listened to me."},
    "quote": {"text": "They listened to me.", "attribution": ""},
    "call_to_action": {"heading": "They listened to me.", "label": ""},
    "video": {"title": "They listened to me.", "transcript": "null", "url": ""},
    "faq": {
        "count": "1",
        "0-deleted": "",
        "0-order": "0",
        "0-id": "",
        "0-value-question": "They listened to me.",
        "0-value-answer": "null",
    },
    "alternatives": {
        "count": "1",
        "0-deleted": "",
        "0-order": "0",
        "0-id": "",
        "0-value-name": "They listened to me.",
        "0-value-description": "null",
    },
}


@pytest.mark.parametrize("kind", HALF_BLOCKS)
def test_a_half_filled_block_is_kept_in_a_draft(owner, new_form, kind):
    assert kind in MedicalBodyBlock().child_blocks
    address, sent = new_form(treatment_model())
    half = block(0, kind, **HALF_BLOCKS[kind])
    response = owner.post(address, sent | half | {"body-count": "1"})

    assert response.status_code == 302, errors(response)
    assert "They listened to me." in str(newest().body.get_prep_value())


@pytest.mark.parametrize("kind", [k for k in HALF_BLOCKS if k != "section"])
def test_a_half_filled_block_is_not_published(owner, new_form, kind):
    address, sent = new_form(treatment_model())
    half = block(0, kind, **HALF_BLOCKS[kind])
    sent |= half | {"body-count": "1", "action-publish": "1"}
    sent |= {"summary": "x" * 60, "treatment_type": "drug"}
    response = owner.post(address, sent)

    assert response.status_code == 200
    assert "body" in response.context["form"].errors, list(
        get_messages(response.wsgi_request)
    )


def treatment_model():
    return next(m for m in CREATABLE if m._meta.label == "treatments.TreatmentPage")
