"""What the people do who write, check and publish pages."""

import re

import pytest
from django.utils.text import slugify
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.editing import (
    SAVED,
    begin_treatment,
    choose_action,
    expect_message,
    field,
    fill_noticed,
    insert_block,
    move_page,
    open_in_editor,
    open_preview,
    open_tab,
    press_until,
    save_draft,
    say_what_it_is_for,
    sign_in,
    upload_document,
)
from tests.browser.medical_text import SAMPLES, insert_every_block
from treatments.blocks import MedicalBodyBlock

LEAFLET = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(scope="module")
def sessions() -> dict[str, dict]:
    """Who has signed in already, with the cookies that show it."""
    return {}


@pytest.fixture
def as_user(open_window, practice, sessions):
    """Opens the editor as one of the demo's users, who signs in once."""

    def open_editor(username: str) -> Page:
        window = open_window(storage_state=sessions.get(username))
        page = window.new_page()
        if username in sessions:
            page.goto("/admin/")
        else:
            sign_in(page, practice, username)
            sessions[username] = window.storage_state()
        return page

    return open_editor


def content_of(page, selector: str) -> str:
    return page.locator(selector).get_attribute("content")


def test_every_block_of_a_medical_page_has_a_sample():
    assert set(SAMPLES) == set(MedicalBodyBlock().child_blocks)


def test_an_owner_writes_publishes_and_moves_a_page_of_every_block(
    as_user, page, practice, tmp_path, anew
):
    leaflet = tmp_path / "towel.pdf"
    leaflet.write_bytes(LEAFLET)
    title = anew("Warm towel therapy")
    address = f"/treatments/{slugify(title)}/"
    owner = as_user("owner")
    upload_document(owner, "Warm towel leaflet", leaflet)
    begin_treatment(owner, title)
    insert_every_block(owner)
    say_what_it_is_for(owner, "Low back pain", "One randomized trial")

    preview = open_preview(owner)
    expect(preview.get_by_role("heading", level=1)).to_have_text(title)
    for words in all_words():
        expect(preview.get_by_role("main")).to_contain_text(words)

    save_draft(owner)
    assert page.goto(address).status == 404

    choose_action(owner, "Publish")
    expect_message(owner, "published")
    assert page.goto(address).status == 200
    for words in [*all_words(), "One randomized trial"]:
        expect(page.get_by_role("main")).to_contain_text(words)
    assert not (found := findings(page)), "\n".join(found)
    assert page.title() == f"{title} · Larkmere Clinic"
    assert content_of(page, "meta[name=description]").startswith(title)
    assert content_of(page, "meta[property='og:title']") == page.title()
    assert content_of(page, "meta[property='og:url']") == f"{practice.url}{address}"
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == f"{practice.url}{address}"
    picture = page.request.get(content_of(page, "meta[property='og:image']"))
    assert picture.ok

    page.goto("/conditions/low-back-pain/")
    expect(page.get_by_role("link", name=title).first).to_be_visible()

    move_page(owner, title, below="Acupuncture")
    page.goto(address)
    expect(page).to_have_url(re.compile(f"/acupuncture/{slugify(title)}/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def all_words() -> list[str]:
    return [words for sample in SAMPLES.values() for words in sample.words]


def test_a_page_is_previewed_before_it_was_ever_saved(as_user):
    editor = as_user("editor")
    begin_treatment(editor, "Unsaved therapy")

    preview = open_preview(editor)

    expect(preview.get_by_role("heading", level=1)).to_have_text("Unsaved therapy")


def test_a_preview_shows_what_is_in_the_form_and_not_what_is_live(as_user):
    editor = as_user("editor")
    open_in_editor(editor, "Acupuncture")
    open_tab(editor, "Evidence & review")
    row = editor.locator("[data-inline-panel-child]:visible").first
    row.get_by_label("In one honest sentence").fill("Rewritten a minute ago.")

    preview = open_preview(editor)

    expect(preview.get_by_text("Rewritten a minute ago.")).to_have_count(1)


def test_an_editor_submits_and_a_medical_reviewer_publishes(as_user, page, anew):
    title = anew("Cold pack therapy")
    address = f"/treatments/{slugify(title)}/"
    editor = as_user("editor")
    begin_treatment(editor, title)
    save_draft(editor)
    submit = editor.get_by_role("button", name="Submit to Medical review")
    press_until(editor.get_by_role("button", name="More actions"), submit)
    expect(editor.get_by_role("button", name="Publish")).to_have_count(0)
    submit.click()
    expect_message(editor, "submitted")
    assert page.goto(address).status == 404

    reviewer = as_user("reviewer")
    expect(reviewer.get_by_role("main")).to_contain_text("Awaiting your review")
    reviewer.get_by_role("link", name=title, exact=True).first.click()
    choose_action(reviewer, "Approve and Publish")
    expect_message(reviewer, title)

    assert page.goto(address).status == 200


def test_a_draft_is_saved_with_every_block_still_empty(as_user):
    editor = as_user("editor")
    begin_treatment(editor, "Unfinished therapy")
    for sample in SAMPLES.values():
        insert_block(editor, sample.label)

    save_draft(editor)


def test_a_new_page_that_is_being_saved_by_itself_is_not_made_twice(as_user, anew):
    editor, title = as_user("editor"), anew("Sudden therapy")
    held = []

    def hold_back(route):
        """Let the server store the page, and the browser hear of it later."""
        if held or route.request.headers["accept"] != "application/json":
            route.continue_()
        else:
            held.append((route, route.fetch()))

    begin_treatment(editor, title)
    editor.route("**/admin/pages/add/**", hold_back)
    summary = field(editor, "summary").get_by_role("textbox")
    fill_noticed(summary, "What it may do for you, and how sure anybody is of that.")
    while not held:
        editor.wait_for_timeout(50)
    editor.get_by_role("button", name="Save draft").click(no_wait_after=True)
    editor.wait_for_timeout(300)
    [(route, answer)] = held
    route.fulfill(response=answer)

    expect_message(editor, SAVED)
    editor.get_by_role("navigation", name="Main menu").get_by_text("Treatments").click()
    expect(editor.get_by_role("link", name=title, exact=True)).to_have_count(1)


def test_a_summary_that_is_too_short_is_kept_in_the_draft_but_not_published(as_user):
    owner = as_user("owner")
    begin_treatment(owner, "Terse therapy")
    summary = owner.locator("[data-contentpath=summary]")
    summary.get_by_role("textbox").fill("It helps.")

    save_draft(owner)
    choose_action(owner, "Publish")

    expect(summary).to_contain_text("characters short: say in one honest sentence")
    expect(summary.get_by_role("textbox")).to_have_value("It helps.")


def test_empty_sections_of_a_saved_page_stay_invisible(as_user, page, anew):
    owner, title = as_user("owner"), anew("Blank therapy")
    begin_treatment(owner, title)
    save_draft(owner)
    choose_action(owner, "Publish")
    expect_message(owner, "published")

    page.goto(f"/treatments/{slugify(title)}/")

    for starter in ["How it works", "Who it is for", "Benefits and risks"]:
        expect(page.get_by_role("heading", name=starter)).to_have_count(0)


def test_the_editor_shows_five_tabs_and_the_usual_sections(as_user):
    editor = as_user("editor")
    begin_treatment(editor, "Open therapy")

    tabs = editor.get_by_role("tab").all_inner_texts()
    assert tabs == [
        "Content",
        "Evidence & review",
        "Related",
        "Search & share",
        "Settings",
    ]
    kinds = editor.locator("select[name$=kind]")
    chosen = [kind.locator("option:checked").inner_text() for kind in kinds.all()]
    assert chosen[:2] == ["Overview", "How it works"]


def test_no_form_shows_an_unfilled_placeholder(as_user):
    editor = as_user("editor")
    open_in_editor(editor, "Acupuncture")
    open_tab(editor, "Evidence & review")

    choices = editor.get_by_label("Regulatory status").first.locator("option")
    assert [words for words in choices.all_inner_texts() if "%" in words] == []
