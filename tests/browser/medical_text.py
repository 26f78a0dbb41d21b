"""One of each block of a medical page: how an editor fills it, what a visitor reads."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.browser.editing import (
    add_entry,
    choose,
    insert_block,
    named,
    only_box,
    part,
    write,
)


def fill_section(page: Page, block: Locator) -> None:
    block.get_by_label("What it tells").select_option("Aftercare")
    write(part(block, "text"), "Keep the plaster dry until Thursday.")


def fill_key_points(page: Page, block: Locator) -> None:
    named(block, "Heading").fill("In a nutshell")
    only_box(part(block, "points")).fill("Heat eases a stiff neck.")
    entry = add_entry(part(block, "points"))
    only_box(entry).fill("It passes within a week.")


def fill_care_advice(page: Page, block: Locator) -> None:
    block.get_by_label("How soon").select_option("Call us the same day")
    only_box(part(block, "signs")).fill("A blister on the skin")
    write(part(block, "action"), "Call before noon.")


def fill_what_to_expect(page: Page, block: Locator) -> None:
    write(part(block, "before"), "Eat a light breakfast.")
    write(part(block, "during"), "You lie under a warm towel.")
    write(part(block, "after"), "Sit for five minutes.")
    named(block, "How long it takes").fill("Twenty-five minutes")
    named(block, "Recovery").fill("None is needed")


def fill_benefits_and_risks(page: Page, block: Locator) -> None:
    write(part(block, "benefits"), "Some people move more easily for a day.")
    write(part(block, "risks"), "Burns, where the pad is too hot.")
    write(part(block, "unknown"), "How long the ease lasts.")


def fill_alternatives(page: Page, block: Locator) -> None:
    named(block, "Option").fill("Gentle exercise")
    write(part(block, "description"), "Ten minutes, three times a day.")
    block.get_by_label("Standard care").check()


def fill_questions_to_ask(page: Page, block: Locator) -> None:
    only_box(block).fill("How hot should the pad be?")


def fill_faq(page: Page, block: Locator) -> None:
    named(block, "Question").fill("Can I sleep on the pad?")
    write(part(block, "answer"), "No. Switch it off before you lie down.")


def fill_image(page: Page, block: Locator) -> None:
    choose(page, block.get_by_role("button", name="Choose an image"), "Acupuncture")
    named(block, "Caption").fill("The treatment room on Quail Street")


def fill_video(page: Page, block: Locator) -> None:
    named(block, "Title").fill("How to fold a warm towel")
    named(block, "Or an address").fill("https://video.example.org/towel")
    write(part(block, "transcript"), "Fold it twice, then roll it.")


def fill_table(page: Page, block: Locator) -> None:
    named(block, "Caption").fill("How long to warm what")
    for heading, cell in [("Part of the body", "Neck"), ("Minutes", "Fifteen")]:
        block.get_by_role("button", name="Add column").last.click()
        block.get_by_role("button", name="Text", exact=True).click()
        block.get_by_placeholder("Column heading").last.fill(heading)
        block.locator("tbody input[type=text]").last.fill(cell)


def fill_call_to_action(page: Page, block: Locator) -> None:
    named(block, "Heading").fill("Is your neck stiff today?")
    named(block, "Words on the button").fill("Write to us about it")
    choose(page, block.get_by_role("button", name="Choose a page"), "Contact us")


def fill_document(page: Page, block: Locator) -> None:
    opener = block.get_by_role("button", name="Choose a document")
    choose(page, opener, "Warm towel leaflet")
    named(block, "What is in it").fill("Two pages with drawings")


def fill_quote(page: Page, block: Locator) -> None:
    named(block, "Words").fill("Warmth is half the cure, patience the other.")
    named(block, "Who said it, and where").fill("A saying in Larkmere")


def fill_testimonial(page: Page, block: Locator) -> None:
    named(block, "Words").fill("They told me when to stop.")
    named(block, "Name as it may be shown").fill("B., Larkmere")
    block.get_by_label("Tie to the practice").select_option("Patient")
    named(block, "What is typical").fill("Most people feel easier for a day.")
    block.get_by_label("Written consent is on file").check()


@dataclass(frozen=True)
class Sample:
    """A block by the name an editor sees, and words that must reach the page."""

    label: str
    fill: Callable[[Page, Locator], None]
    words: list[str]


SAMPLES = {
    "section": Sample("Section", fill_section, ["Aftercare", "until Thursday."]),
    "key_points": Sample(
        "Key points", fill_key_points, ["In a nutshell", "It passes within a week."]
    ),
    "care_advice": Sample(
        "When to get help",
        fill_care_advice,
        ["Call us the same day", "A blister on the skin", "Call before noon."],
    ),
    "what_to_expect": Sample(
        "What to expect",
        fill_what_to_expect,
        ["light breakfast", "warm towel", "five minutes", "Twenty-five minutes"],
    ),
    "benefits_and_risks": Sample(
        "Benefits and risks",
        fill_benefits_and_risks,
        ["move more easily", "too hot", "How long the ease lasts."],
    ),
    "alternatives": Sample(
        "Alternatives", fill_alternatives, ["Gentle exercise", "Ten minutes"]
    ),
    "questions_to_ask": Sample(
        "Questions to ask", fill_questions_to_ask, ["How hot should the pad be?"]
    ),
    "faq": Sample(
        "Questions and answers", fill_faq, ["Can I sleep on the pad?", "Switch it off"]
    ),
    "image": Sample("Picture", fill_image, ["The treatment room on Quail Street"]),
    "video": Sample("Video", fill_video, ["fold a warm towel", "then roll it."]),
    "table": Sample("Table", fill_table, ["How long to warm what", "Neck", "Fifteen"]),
    "call_to_action": Sample(
        "Next step", fill_call_to_action, ["stiff today?", "Write to us about it"]
    ),
    "document": Sample(
        "Document", fill_document, ["Warm towel leaflet", "Two pages with drawings"]
    ),
    "quote": Sample("Quotation", fill_quote, ["half the cure", "A saying in Larkmere"]),
    "testimonial": Sample(
        "Testimonial",
        fill_testimonial,
        ["They told me when to stop.", "B., Larkmere", "easier for a day."],
    ),
}


def insert_every_block(page: Page) -> None:
    """Put one of each block at the end of the text."""
    for sample in SAMPLES.values():
        sample.fill(page, insert_block(page, sample.label))
