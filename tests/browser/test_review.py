"""A medical reviewer at work: one click, and nothing typed gets lost."""

import re

from playwright.sync_api import Page, expect

from tests.browser.editing import (
    choose_action,
    expect_message,
    field,
    fill_noticed,
    open_in_editor,
    open_tab,
    sign_in,
)
from tests.browser.serving import ServedPractice

# A confirmed page leaves the queue: a second attempt takes the next one.
WAITING = ["Tennis elbow", "TENS", "Physical therapy"]
SEAL = "Medically reviewed by Priyanka Soltane, M.D., "


def open_condition(page: Page, title: str) -> None:
    page.get_by_role("navigation", name="Main menu").get_by_text("Conditions").click()
    page.get_by_role("link", name=title, exact=True).click()


def publish_other_words(page: Page, title: str, attempt: int) -> None:
    """Change the summary of a treatment, so that nobody has reviewed what it says."""
    open_in_editor(page, title)
    words = f"Vitamins and fluid through a vein: what is known of it ({attempt})."
    fill_noticed(field(page, "summary").get_by_role("textbox"), words)
    choose_action(page, "Publish")
    expect_message(page, "published")


def test_a_reviewer_confirms_a_page_in_one_click(
    open_window, practice: ServedPractice, attempt
):
    owner, reviewer, visitor = (open_window().new_page() for _person in range(3))
    sign_in(owner, practice, "owner")
    publish_other_words(owner, "IV vitamin therapy", attempt)
    address = "/treatments/iv-vitamin-therapy/"
    visitor.goto(address)
    # Never reviewed, or, at a second attempt, changed since the first.
    expect(visitor.locator(".seal")).to_contain_text(re.compile("review (is )?pending"))

    sign_in(reviewer, practice, "reviewer")
    queue = reviewer.get_by_role("row").filter(has_text="IV vitamin therapy")
    queue.get_by_role("link", name="IV vitamin therapy", exact=True).click()
    open_tab(reviewer, "Evidence & review")
    reviewer.get_by_role("button", name="Mark reviewed").click()

    expect_message(reviewer, "is confirmed as it is published now")
    expect(reviewer.get_by_role("button", name="Reviewed, no change")).to_be_visible()
    visitor.goto(address)
    expect(visitor.locator(".seal")).to_contain_text(SEAL)

    reviewer.goto("/admin/")
    expect(reviewer.get_by_role("heading", name="Needs review")).to_be_visible()
    expect(queue).to_have_count(0)


def test_the_queue_confirms_without_leaving_it(
    open_window, practice: ServedPractice, attempt
):
    title = WAITING[attempt - 1]
    reviewer = open_window().new_page()
    sign_in(reviewer, practice, "reviewer")
    reviewer.get_by_role("button", name=f"Confirm the review of {title}").click()

    expect_message(reviewer, f"“{title}” is confirmed")
    expect(reviewer.get_by_role("heading", name="Needs review")).to_be_visible()


def test_what_is_typed_is_not_lost_by_confirming(
    open_window, practice: ServedPractice, attempt
):
    reviewer = open_window().new_page()
    asked = []
    reviewer.on(
        "dialog", lambda dialog: (asked.append(dialog.message), dialog.accept())
    )
    sign_in(reviewer, practice, "reviewer")
    open_condition(reviewer, "Fibromyalgia")
    typed = f"Widespread pain, attempt {attempt}: what is known, and what may ease it."
    # From then on it saves, or remembers to ask.
    fill_noticed(field(reviewer, "summary").get_by_role("textbox"), typed)
    open_tab(reviewer, "Evidence & review")
    reviewer.get_by_role("button", name="Reviewed, no change").click()

    expect_message(reviewer, "is confirmed as it is published now")
    open_tab(reviewer, "Content")
    kept = field(reviewer, "summary").get_by_role("textbox").input_value() == typed
    assert kept or asked, "it was lost, and nobody was asked"
    visitor = open_window().new_page()
    visitor.goto("/conditions/fibromyalgia/")
    expect(visitor.get_by_role("main")).not_to_contain_text(typed)
