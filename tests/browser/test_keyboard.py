"""Everything a visitor can do, without a mouse."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import LUPUS_TREATMENT
from tests.browser.reading import DESK, PHONE, press_tab_until, stops_of_the_tab_key


def test_the_first_stop_skips_to_the_text(page):
    page.goto("/conditions/lupus/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    focused = "() => document.activeElement.closest('main') !== null"
    assert page.evaluate(focused)


def test_the_menu_of_a_desk_is_reached_link_by_link(page):
    page.goto("/")
    menu = page.get_by_role("navigation", name="Main")

    press_tab_until(page, menu.get_by_role("link", name="Conditions"))
    page.keyboard.press("Enter")

    expect(page).to_have_url("/conditions/")
    here = menu.get_by_role("link", name="Conditions")
    expect(here).to_have_attribute("aria-current", "page")


def test_the_menu_of_a_phone_opens_and_closes_with_keys(open_window):
    page = open_window(**PHONE).new_page()
    page.goto("/")
    button = page.get_by_role("button", name="Menu")
    menu = page.get_by_role("navigation", name="Main")
    expect(menu).to_be_hidden()

    press_tab_until(page, button)
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()

    page.keyboard.press("Enter")
    press_tab_until(page, menu.get_by_role("link", name="Our team"))
    page.keyboard.press("Enter")
    expect(page).to_have_url("/team/")


def test_a_search_is_typed_sent_and_followed(page):
    page.goto("/")

    press_tab_until(page, page.get_by_role("search").get_by_role("combobox").first)
    page.keyboard.type("lupus")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/search/?query=lupus")
    press_tab_until(page, page.locator(".search-results").get_by_role("link").first)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Lupus")


def test_a_page_is_shared_through_plain_links(page, practice):
    page.goto(LUPUS_TREATMENT)
    share = page.get_by_role("navigation", name="Share this page")
    address = quote(f"{practice.url}{LUPUS_TREATMENT}", safe="")

    for network in ["Facebook", "X", "LinkedIn", "Email"]:
        link = share.get_by_role("link", name=network, exact=True)
        press_tab_until(page, link)
        assert address in link.get_attribute("href")


def test_the_link_is_copied_by_a_key(open_window, practice):
    window = open_window(permissions=["clipboard-read", "clipboard-write"])
    page = window.new_page()
    page.goto(LUPUS_TREATMENT)
    copy = page.get_by_role("button", name="Copy link")

    press_tab_until(page, copy)
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").get_by_text("Copied")).to_have_count(1)
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"{practice.url}{LUPUS_TREATMENT}"


def test_the_team_is_narrowed_by_keys(page):
    page.goto("/team/")
    main = page.get_by_role("main")

    press_tab_until(page, page.get_by_label("Specialty"))
    page.keyboard.type("Rheum")
    press_tab_until(page, main.get_by_role("button", name="Show"))
    page.keyboard.press("Enter")

    expect(main.get_by_role("link", name="Priyanka Soltane").first).to_be_visible()
    expect(main.get_by_role("link", name="Ruth Abendale")).to_have_count(0)
    expect(page.get_by_label("Specialty")).to_have_value("Rheumatologic")
    press_tab_until(page, main.get_by_role("link", name="Show all"))
    page.keyboard.press("Enter")
    expect(main.get_by_role("link", name="Ruth Abendale").first).to_be_visible()


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("address", ["/", LUPUS_TREATMENT, "/team/", "/contact/"])
def test_who_tabs_always_sees_where_they_are(open_window, window, address):
    page = open_window(**window).new_page()
    page.goto(address)

    stops = stops_of_the_tab_key(page)

    assert len(stops) > 15
    assert [s["name"] for s in stops if not s["outlined"]] == []
    assert [s["name"] for s in stops if not (s["inView"] and s["onTop"])] == []
