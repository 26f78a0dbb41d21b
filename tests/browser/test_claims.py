"""An editor is told of a claim while typing; a reviewer may let it pass for a reason."""

import re

import pytest
from django.utils.text import slugify
from playwright.sync_api import Locator, Page, expect

from tests.browser.editing import (
    begin_treatment,
    choose_action,
    expect_message,
    field,
    named,
    open_tab,
    press_until,
    save_draft,
    sign_in,
)
from tests.browser.serving import ServedPractice

CLAIM = "Our tea is a guaranteed cure."
REWRITE = "We cannot promise a result; what can be expected differs."
REASON = "These words quote an advertisement of 1910 that the page speaks about."


def say(page: Page, words: str) -> None:
    """Put words into the summary, which was long enough before."""
    box = field(page, "summary").get_by_role("textbox")
    box.fill(f"Tea of ferns and what is known of it. {words}")


def open_checks(page: Page) -> Locator:
    """Wagtail's own list of findings, beside the form."""
    panel = page.locator("[data-side-panel='checks']")
    press_until(page.get_by_role("button", name="Toggle checks"), panel)
    return panel


def claims(panel: Locator) -> Locator:
    return panel.locator("[data-content-checker-row]").filter(has_text="Claim:")


@pytest.fixture
def as_owner(page: Page, practice: ServedPractice) -> Page:
    sign_in(page, practice, "owner")
    return page


def test_a_claim_is_found_while_it_is_typed_and_mended(as_owner: Page, anew):
    page, title = as_owner, anew("Fern tea")
    begin_treatment(page, title)
    say(page, CLAIM)
    panel = open_checks(page)

    expect(claims(panel)).not_to_have_count(0)
    expect(panel).to_contain_text("guarantee")
    expect(panel).to_contain_text(REWRITE)
    preview = page.frame_locator("#w-preview-iframe")
    marks = preview.locator(".lead mark.claim--error")
    expect(marks.first).to_be_attached()
    assert "guaranteed" in " ".join(marks.all_text_contents())

    # The draft is saved all the same.
    save_draft(page)
    choose_action(page, "Publish")
    expect_message(page, "could not be|errors")
    expect(page.locator("body")).to_contain_text(REWRITE)

    say(page, REWRITE)
    expect(claims(open_checks(page))).to_have_count(0)
    choose_action(page, "Publish")
    expect_message(page, "published")
    page.goto(f"/treatments/{slugify(title)}/")
    expect(page.locator(".lead")).to_contain_text(REWRITE)
    expect(page.locator("mark")).to_have_count(0)


def test_a_reviewer_lets_a_claim_pass_for_a_reason(as_owner: Page, anew):
    page, title = as_owner, anew("Moss tea")
    begin_treatment(page, title)
    say(page, CLAIM)
    open_tab(page, "Settings")
    named(page.locator("body"), "Reason to publish a claim").fill(REASON)
    choose_action(page, "Publish")
    expect_message(page, "published")

    page.get_by_role("link", name="Edit").first.click()
    page.goto(re.sub(r"edit/.*", "history/", page.url))
    expect(page.locator("body")).to_contain_text(REASON)
    page.goto(f"/treatments/{slugify(title)}/")
    expect(page.locator(".lead")).to_contain_text(CLAIM)
    expect(page.locator("body")).not_to_contain_text(REASON)


def test_an_editor_sees_the_finding_and_no_way_around_it(
    page: Page, practice: ServedPractice, anew
):
    sign_in(page, practice, "editor")
    begin_treatment(page, anew("Bark tea"))
    say(page, CLAIM)
    panel = open_checks(page)
    expect(claims(panel)).not_to_have_count(0)
    open_tab(page, "Settings")

    expect(page.locator("[name=override_reason]")).to_have_count(0)
    save_draft(page)
