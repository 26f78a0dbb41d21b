"""Signing in with a password and a code, on a site as it is delivered."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import findings
from tests.browser.editing import sign_in
from tests.browser.totp import new_code

# Wagtail's own buttons and hints have 4.5:1, as WCAG 2.2 AA asks; 7:1 is for visitors.
WAGTAILS_OWN = "color-contrast-enhanced"
PASSWORD = "ferns-under-old-oaks"  # noqa: S105 Of a made-up person.


def objections(page: Page) -> list[str]:
    return [one for one in findings(page) if not one.startswith(WAGTAILS_OWN)]


def add_editor(owner: Page, name: str) -> None:
    """Let the owner make an account, through Wagtail's own form."""
    owner.goto("/admin/users/new/")
    owner.get_by_label("Username").fill(name)
    owner.get_by_label("Email").fill(f"{name}@larkmere.example.org")
    owner.get_by_label("First name").fill("Nora")
    owner.get_by_label("Last name").fill("Newcomb")
    for box in owner.locator("input[type=password]").all():
        box.fill(PASSWORD)
    owner.get_by_role("tab", name="Roles").first.click()
    owner.get_by_label("Editors").check()
    owner.get_by_role("button", name="Create", exact=True).click()
    expect(owner.get_by_text(f"User '{name}' created")).to_be_visible()


def give_password(page: Page, name: str) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def give_code(page: Page, code: str, button: str) -> None:
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name=button).click()


def set_up(page: Page) -> tuple[str, str, list[str]]:
    """Turn it on; return the key, the code that was used, and the recovery codes."""
    page.goto("/admin/two-factor/")
    page.get_by_text("I cannot scan it").click()
    key = page.locator(".signing-in__key").inner_text()
    assert not objections(page)
    code = new_code(key)
    give_code(page, code, "Turn it on")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    assert not objections(page)
    return key, code, page.locator(".signing-in__codes code").all_inner_texts()


def test_a_code_is_asked_for_at_each_sign_in(open_window, practice, anew):
    name = anew("newcomer").replace(" ", "-")
    owner = open_window().new_page()
    sign_in(owner, practice, "owner")
    add_editor(owner, name)
    page = open_window().new_page()
    give_password(page, name)
    key, used, recovery = set_up(page)
    page.get_by_role("link", name="I have kept them").click()
    expect(page).to_have_url(re.compile("/admin/$"))

    elsewhere: BrowserContext = open_window(color_scheme="dark")
    again = elsewhere.new_page()
    give_password(again, name)
    expect(again.get_by_role("heading", level=1)).to_have_text("One more step")
    assert not objections(again)
    again.goto("/admin/users/")
    expect(again.get_by_role("heading", level=1)).to_have_text("One more step")
    again.goto("/admin/second-step/")
    give_code(again, new_code(key, after=used), "Continue")
    expect(again).to_have_url(re.compile("/admin/$"))
    assert len(set(recovery)) == 10
