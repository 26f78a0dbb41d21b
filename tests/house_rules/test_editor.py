"""The editor's own pages: they open, and the rules bite at publishing."""

import pytest
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from home.models import HomePage, PracticeSettings
from tests.filling import add_bare, add_full, cast_member
from tests.practice import NAME, SUMMARY
from tests.reading import our_page_models
from treatments.models import ConditionPage, TreatmentPage

every_type = pytest.mark.parametrize(
    "model", our_page_models(), ids=lambda model: model.__name__
)


def parent_for(model, practice):
    return cast_member(practice, model.allowed_parent_page_models()[0])


def edit_address(page) -> str:
    return f"/admin/pages/{page.pk}/edit/"


def form_of(browser, address: str) -> dict:
    """What the browser would send back if nobody changed anything."""
    html = browser.get(address).content.decode()
    sent = dict(querydict_from_html(html, form_id="page-edit-form").lists())
    # The editor's scripts add the parts of a text, which they draw themselves.
    return sent | {"body-count": "0", "struct_org_hours-count": "0"}


@every_type
def test_every_page_can_be_edited(owner, practice, model):
    for add in (add_bare, add_full):
        if model is HomePage:
            page = practice.home
        else:
            page = add(model, parent_for(model, practice), practice)
        response = owner.get(edit_address(page))

        assert response.status_code == 200
        assert "Traceback" not in response.content.decode()


@every_type
def test_every_page_can_be_created(owner, practice, model, monkeypatch):
    parent = (
        parent_for(model, practice)
        if model is not HomePage
        else Page.objects.get(depth=1)
    )
    # Of some types there is but one, and the practice has it.
    monkeypatch.setattr(model, "max_count_per_parent", None)
    address = f"/admin/pages/add/{model._meta.app_label}/{model._meta.model_name}/{parent.pk}/"

    assert owner.get(address).status_code == 200


@every_type
def test_every_page_can_be_previewed(owner, practice, model):
    page = cast_member(practice, model)
    for mode in [mode for mode, _label in page.preview_modes]:
        response = owner.get(f"/admin/pages/{page.pk}/view_draft/?mode={mode}")

        assert response.status_code == 200
        assert practice.home.title in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/pages/",
        "/admin/reports/site-history/",
        "/admin/snippets/",
        "/admin/snippets/team/credential/",
        "/admin/snippets/treatments/reference/",
        "/admin/snippets/treatments/reference/add/",
        "/admin/snippets/home/insuranceplan/",
        "/admin/images/",
        "/admin/documents/",
        "/admin/users/",
        "/admin/redirects/",
    ],
)
def test_every_list_of_the_editor_opens(owner, address):
    assert owner.get(address).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["treatmentpage", "conditionpage", "clinicianpage", "locationpage", "updatepage"],
)
def test_every_page_type_has_a_list_of_its_own(owner, practice, name):
    response = owner.get(f"/admin/{name}/")
    shown = owner.get("/admin/").content.decode()

    assert response.status_code == 200
    assert f"/admin/{name}/" in shown


def test_every_floor_of_the_page_tree_opens(owner, practice):
    for page in Page.objects.all():
        assert owner.get(f"/admin/pages/{page.pk}/").status_code == 200


@pytest.mark.parametrize("name", ["home/practicesettings", "wagtailseo/seosettings"])
def test_the_owner_edits_the_settings(owner, practice, name):
    response = owner.get(f"/admin/settings/{name}/{practice.site.pk}/")

    assert response.status_code == 200


def test_the_phone_number_is_changed_in_the_settings(owner, practice):
    address = f"/admin/settings/home/practicesettings/{practice.site.pk}/"
    html = owner.get(address).content.decode()
    index = next(
        n for n in range(9) if "phone" in querydict_from_html(html, form_index=n)
    )
    sent = dict(querydict_from_html(html, form_index=index).lists())
    response = owner.post(address, sent | {"phone": "(602) 555-0111"})

    assert response.status_code == 302
    assert PracticeSettings.objects.get().phone == "(602) 555-0111"
    assert PracticeSettings.objects.get().share_networks == [
        "facebook",
        "x",
        "linkedin",
        "email",
    ]


def test_the_editor_carries_the_practice_s_name(owner, visitor, practice):
    for html in (owner.get("/admin/").content, visitor.get("/admin/login/").content):
        assert NAME in html.decode()


def test_the_editor_loads_nothing_from_elsewhere(owner, practice):
    html = owner.get(edit_address(practice.lupus)).content.decode()

    for start in ('src="http', "src='http", 'src="//', 'rel="stylesheet" href="http'):
        assert start not in html


@pytest.mark.parametrize("summary", ["", "Too short.", "x" * 49])
def test_a_draft_with_a_short_summary_is_saved(owner, practice, summary):
    sent = form_of(owner, edit_address(practice.lupus)) | {"summary": summary}
    response = owner.post(edit_address(practice.lupus), sent)

    assert response.status_code == 302
    latest = Page.objects.get(pk=practice.lupus.pk).get_latest_revision_as_object()
    assert latest.summary == summary


@pytest.mark.parametrize(
    ("summary", "message"),
    [
        ("", "This field is required"),
        ("x" * 49, "1 character short: say in one honest sentence"),
        ("Too short.", "40 characters short: say in one honest sentence"),
    ],
)
def test_a_page_with_a_short_summary_is_not_published(
    owner, practice, summary, message
):
    address = edit_address(practice.lupus)
    sent = form_of(owner, address) | {"summary": summary, "action-publish": "1"}
    response = owner.post(address, sent)

    assert response.status_code == 200
    assert message in response.content.decode()
    assert (
        ConditionPage.objects.get(pk=practice.lupus.pk).summary
        == practice.lupus.summary
    )


def test_a_page_with_an_honest_summary_is_published(owner, practice):
    words = SUMMARY.format("the wolf")
    sent = form_of(owner, edit_address(practice.lupus))
    sent |= {
        "summary": words,
        "symptoms": "a rash\r\n\r\na fever",
        "action-publish": "1",
    }
    owner.post(edit_address(practice.lupus), sent)
    page = ConditionPage.objects.get(pk=practice.lupus.pk)

    assert page.summary == words
    assert page.symptoms == ["a rash", "a fever"]
    assert page.also_known_as == ["SLE"]


def test_a_clinician_s_page_asks_for_the_name_in_parts_only(owner, practice):
    address = edit_address(practice.ada)
    sent = form_of(owner, address)
    assert "title" not in sent
    sent |= {"family_name": "Linden", "action-publish": "1"}
    owner.post(address, sent)

    assert Page.objects.get(pk=practice.ada.pk).title == "Ada Linden"


def test_a_new_clinician_can_be_made(owner, practice):
    address = f"/admin/pages/add/team/clinicianpage/{practice.team.pk}/"
    sent = form_of(owner, address) | {
        "given_name": "Cora",
        "family_name": "Linden",
        "kind": "other",
        "summary": SUMMARY.format("Cora"),
        "languages": ["en", "es"],
        "action-publish": "1",
    }
    owner.post(address, sent)
    page = practice.team.get_children().last().specific

    assert page.title == "Cora Linden"
    assert page.slug == "cora-linden"
    assert page.languages == ["en", "es"]


def test_a_condition_is_named_once_in_a_treatment(owner, practice):
    address = edit_address(practice.tablets)
    sent = form_of(owner, address)
    first = {k: v for k, v in sent.items() if k.startswith("indications-0-")}
    sent |= {k.replace("-0-", "-1-", 1): v for k, v in first.items()}
    sent |= {
        "indications-TOTAL_FORMS": "2",
        "indications-1-id": "",
        "action-publish": "1",
    }
    response = owner.post(address, sent)

    assert response.status_code == 200
    assert TreatmentPage.objects.get(pk=practice.tablets.pk).indications.count() == 1
