"""Subscribing as people do it: form, mail, confirmation, and one click to leave."""

import re
import time

import pytest
from playwright.sync_api import expect

from contact.enquiries.tokens import QUICKEST
from tests.browser.axe import findings
from tests.browser.editing import sign_in
from tests.browser.reading import DESK, PHONE
from tests.browser.serving import ServedPractice

CONFIRM = re.compile(r"http://localhost:\d+/subscribe/confirm/\S+")
PATIENCE = 60  # seconds; the worker may have other work


def link_mailed_to(practice: ServedPractice, email: str) -> str:
    """The link to confirm in the mail that the worker wrote to this address."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for file in (practice.data_dir / "mail").glob("*"):
            mail = file.read_text()
            if f"To: {email}" in mail and (link := CONFIRM.search(mail)):
                return link[0]
        time.sleep(0.2)
    raise AssertionError(f"No mail to {email}")


@pytest.mark.parametrize(
    ("window", "email"),
    [
        ({**PHONE, "java_script_enabled": False}, "phone{}@example.org"),
        ({**DESK, "java_script_enabled": True}, "desk{}@example.org"),
    ],
    ids=["phone without JavaScript", "desk"],
)
def test_from_a_page_to_the_list_and_off_it(
    open_window, practice, attempt, window, email
):
    email = email.format(attempt)
    context = open_window(**window)
    page = context.new_page()
    page.goto("/treatments/physical-therapy/")
    page.locator(".subscribe-box").get_by_role("link").click()
    page.wait_for_timeout((QUICKEST + 1) * 1000)
    page.get_by_role("button", name="Subscribe", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Write your email address")

    page.get_by_label("Your email address").fill(email)
    page.get_by_label("News and articles").check()
    page.get_by_label(re.compile("may send me updates")).check()
    page.get_by_role("button", name="Subscribe", exact=True).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Look into your mailbox")
    page.goto(link_mailed_to(practice, email))
    page.get_by_role("button", name="Yes, subscribe me").click()
    expect(heading).to_have_text("You get our updates")
    assert not context.cookies()


def test_an_owner_finds_them_and_they_leave_with_one_click(open_window, practice):
    page = open_window(**DESK).new_page()
    sign_in(page, practice, "owner")
    page.goto("/admin/subscribers/?q=marisol.quenby@example.org")
    page.get_by_role("link", name="m…@example.org").click()
    expect(page.get_by_text("marisol.quenby@example.org").first).to_be_visible()
    page.goto("/admin/newsletters/")
    page.get_by_role("link", name="News from").first.click()
    page.get_by_role("button", name="Save").click()
    frame = page.frame_locator("iframe[title=Preview]")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("News from")
    expect(
        frame.get_by_text("Unproven use, not a standard treatment").first
    ).to_be_visible()
    expect(page.get_by_role("button", name="Send or schedule")).to_be_visible()

    visitor = open_window(**PHONE).new_page()
    visitor.goto("/subscribe/leave/any-key/")
    visitor.get_by_role("button", name="Unsubscribe me").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("You are unsubscribed")


def test_form_errors_and_answers_are_accessible(open_window):
    for scheme in ("light", "dark"):
        page = open_window(**PHONE, color_scheme=scheme).new_page()
        for address in ["/subscribe/", "/subscribe/asked/", "/subscribe/leave/any/"]:
            page.goto(address)
            assert not findings(page)
        page.goto("/subscribe/")
        page.wait_for_timeout((QUICKEST + 1) * 1000)
        page.get_by_role("button", name="Subscribe", exact=True).click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert not findings(page)
