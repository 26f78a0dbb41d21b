"""The hands of an editor: Wagtail's own forms, found as people find them."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.serving import ServedPractice

# Counts what Wagtail's watch over a form says: it is "ready" once or twice, and begins
# to "watch-edits" two seconds after each. Run in every page before its own scripts.
LISTEN = """
window.heard = {};
for (const name of ["ready", "watch-edits", "add"]) {
  window.heard[name] = 0;
  document.addEventListener(`w-unsaved:${name}`, () => { window.heard[name] += 1; });
}
"""
IS_WATCHED = """() => {
  const form = document.querySelector("[data-edit-form]");
  if (!form || form.dataset.controller.includes("w-init")) return false;
  return heard.ready > 0 && heard["watch-edits"] === heard.ready;
}"""


# Not what "could not be created" says.
SAVED = "' (created|has been updated)"


def sign_in(page: Page, practice: ServedPractice, username: str) -> None:
    """Go through the sign-in page to the dashboard."""
    page.goto("/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(practice.password_of(username))
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/admin/$"))


def open_tab(page: Page, name: str) -> None:
    tab = page.get_by_role("tab", name=name)
    tab.click()
    expect(tab).to_have_attribute("aria-selected", "true")


def press_until(opener: Locator, shown: Locator) -> None:
    """Press a button until it shows something: at first its script may not listen."""
    for _attempt in range(6):
        if not shown.is_visible():
            opener.click()
        try:
            shown.wait_for(timeout=5_000)
        except TimeoutError:
            continue
        return
    expect(shown).to_be_visible()


def wait_until_watched(page: Page) -> None:
    """Wait until Wagtail sees what is typed into the form, and will save it."""
    page.wait_for_function(IS_WATCHED)


def fill_noticed(box: Locator, text: str) -> None:
    """Fill a text box, and wait until Wagtail knows of an edit that is not saved."""
    wait_until_watched(box.page)
    box.fill(text)
    box.page.wait_for_function("() => heard.add > 0")


def field(page: Page, name: str) -> Locator:
    """The panel of a page's own field, by the field's name."""
    return page.locator(f'[data-contentpath="{name}"]')


def write(place: Locator, text: str) -> None:
    """Type into the rich text editor in this place."""
    box = place.get_by_role("textbox")
    box.click()
    expect(box).to_be_focused()
    place.page.keyboard.insert_text(text)
    expect(box).to_contain_text(text)


def part(block: Locator, name: str) -> Locator:
    """One part of a block, by the part's name."""
    return block.locator(f'[data-contentpath="{name}"]')


def named(block: Locator, label: str) -> Locator:
    """The text box with this label."""
    return block.get_by_role("textbox", name=label)


def only_box(place: Locator) -> Locator:
    """The one text box of a list's entry, which has no label of its own."""
    return place.locator("input[type=text]")


def insert_block(page: Page, name: str) -> Locator:
    """Choose a block at the end of the text; return its form."""
    stream = page.locator("#body-root > [data-streamfield-stream-container]")
    blocks = stream.locator("> [data-streamfield-child]")
    number = blocks.count()
    stream.locator("> div > button[title='Insert a block']").last.click()
    page.locator("[role=option]").get_by_text(name, exact=True).click()
    expect(blocks).to_have_count(number + 1)
    return blocks.last


def add_entry(block: Locator) -> Locator:
    """Add an entry to the list in a block; return its form."""
    entries = block.locator(
        "[data-streamfield-list-container] > [data-streamfield-child]"
    )
    number = entries.count()
    block.locator("[data-streamfield-list-add]").last.click()
    expect(entries).to_have_count(number + 1)
    return entries.last


def choose(page: Page, opener: Locator, title: str) -> None:
    """Take a picture, document or page of this title from the window that opens."""
    window = page.locator(".modal-body")
    search = window.get_by_label("Search term")
    press_until(opener, search)
    search.fill(title)
    expect(window).to_contain_text("match")
    window.get_by_role("link", name=title).first.click()
    expect(page.locator(".modal")).to_have_count(0)


def upload_document(page: Page, title: str, file: Path) -> None:
    """Put a file into the library."""
    page.goto("/admin/documents/multiple/add/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Update").click()
    expect(page.get_by_label("Title")).to_be_hidden()


def begin_treatment(page: Page, title: str) -> None:
    """Open the form of a new treatment, and fill what no treatment can lack."""
    page.get_by_role("navigation", name="Main menu").get_by_text("Treatments").click()
    page.get_by_role("link", name="Add treatment").click()
    choose(page, page.get_by_role("button", name="Choose a page"), "Treatments")
    page.get_by_role("button", name="Create a new treatment").click()
    field(page, "title").get_by_role("textbox").fill(title)
    field(page, "summary").get_by_role("textbox").fill(
        f"{title}: what it is, what it may do for you, and how sure that is."
    )
    kind = field(page, "treatment_type").get_by_role("combobox")
    kind.select_option("Complementary therapy")


def say_what_it_is_for(page: Page, condition: str, evidence: str) -> None:
    """Add a condition to a treatment, with the grade of the evidence."""
    open_tab(page, "Evidence & review")
    page.get_by_role("button", name="Add Condition").click()
    row = page.locator("[data-inline-panel-child]:visible")
    choose(page, row.get_by_role("button", name="Choose a page"), condition)
    row.get_by_label("Evidence").select_option(evidence)
    row.get_by_label("Regulatory status").select_option("not_subject")


def open_preview(page: Page) -> Page:
    """Open what is in the form as a visitor would see it, in a window of its own."""
    link = page.get_by_role("link", name="Preview in new tab")
    press_until(page.get_by_role("button", name="Toggle preview"), link)
    with page.context.expect_page() as opened:
        link.click()
    return opened.value


def save_draft(page: Page) -> None:
    page.get_by_role("button", name="Save draft").click()
    expect_message(page, SAVED)


def choose_action(page: Page, name: str) -> None:
    """Press a button of the menu beside Save draft."""
    action = page.get_by_role("button", name=name)
    press_until(page.get_by_role("button", name="More actions"), action)
    action.click()


def expect_message(page: Page, words: str) -> None:
    """Wait for the message at the top that says how it went."""
    expect(page.locator(".messages")).to_contain_text(re.compile(words))


def open_in_editor(page: Page, title: str) -> None:
    """Find a treatment in the list, and open its form."""
    page.get_by_role("navigation", name="Main menu").get_by_text("Treatments").click()
    page.get_by_role("link", name=title, exact=True).click()


def move_page(page: Page, title: str, *, below: str) -> None:
    """Move a treatment below another page."""
    open_in_editor(page, title)
    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("link", name="Move", exact=True).click()
    page.get_by_role("button", name="Actions").click()
    choose(page, page.get_by_role("button", name="Choose another page"), below)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("button", name="Yes, move this page").click()
    expect_message(page, "moved")
