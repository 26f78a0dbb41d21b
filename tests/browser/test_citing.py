"""An editor cites a reference with the keyboard, and makes a new one on the way."""

import re

from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.editing import (
    press_until,
    save_draft,
    sign_in,
    wait_until_watched,
)
from tests.browser.serving import ServedPractice

# Pages that no other test looks at; a second attempt must not find the first.
PAGES = ["TENS", "Mediterranean diet", "Bone density scan"]


def open_text(page: Page, title: str) -> Locator:
    """The first text of a page, once Wagtail watches over it."""
    page.goto("/admin/")
    page.get_by_role("link", name="Treatments", exact=True).click()
    page.get_by_role("link", name=re.compile(title, re.I)).first.click()
    wait_until_watched(page)
    return page.locator(".public-DraftEditor-content").first


def go_to_the_end(text: Locator) -> None:
    """Stand behind the last word: after a window has closed, focus comes late."""
    expect(text.page.locator(".modal")).to_have_count(0)
    expect(text).to_have_attribute("contenteditable", "true")
    text.click()
    expect(text).to_be_focused()
    text.page.keyboard.press("Control+End")


def ask_to_cite(text: Locator) -> None:
    """Type the command until the editor offers what it stands for."""
    offer = text.page.get_by_role("option", name="Cite a reference")
    for _attempt in range(3):
        go_to_the_end(text)
        text.page.keyboard.type(" /cite")
        try:
            offer.wait_for(timeout=10_000)
        except TimeoutError:
            continue
        break
    expect(offer).to_be_visible()
    text.page.keyboard.press("Enter")


def cite(text: Locator) -> Locator:
    """Ask for a citation; return the window that opens."""
    ask_to_cite(text)
    window = text.page.locator(".modal-body")
    window.get_by_label("Search term").wait_for()
    return window


def save(page: Page, citations: int) -> None:
    """Save the draft, once the form holds what stands in the text."""
    page.wait_for_function(
        """count => [...document.querySelectorAll("input[name^=body-]")].some(
             (one) => one.value.split('"type":"REFERENCE"').length > count)""",
        arg=citations,
    )
    save_draft(page)


def test_a_citation_is_chosen_or_made_and_numbered(
    page, practice: ServedPractice, attempt
):
    doi = f"10.5555/ferns-202{attempt}"
    sign_in(page, practice, "owner")
    text = open_text(page, PAGES[attempt - 1])

    window = cite(text)
    window.get_by_label("Search term").fill("umbilical cord")
    window.get_by_role("link", name=re.compile("^Umbilical cord")).click()
    expect(text).to_contain_text("[Wang 2014]")

    window = cite(text)
    form = window.locator("form", has=page.locator("[name=pasted]"))
    pasted = form.locator("[name=pasted]")
    press_until(window.get_by_role("tab", name="New reference"), pasted)
    pasted.fill(f"https://doi.org/{doi.upper()}")
    form.locator("[name=title]").fill("Ferns")
    form.locator("[name=authors]").fill("Fern A")
    form.get_by_role("button", name="Create").click()
    expect(text).to_contain_text("[Fern]")

    draft = re.sub(r"edit/.*", "view_draft/", page.url)
    save(page, citations=2)
    page.goto(draft)
    numbers = page.locator("sup.citation").all_text_contents()
    assert [number.strip("[]") for number in numbers[:2]] == [
        "Reference 1",
        "Reference 2",
    ]
    expect(page.locator("#reference-2")).to_contain_text(doi)
