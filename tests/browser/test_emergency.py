"""Somebody in danger finds the numbers first: by keys, by touch, without a script."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.reading import PHONE, sideways_scroll
from tests.browser.test_search import arrive, box_of, chosen, options_of, type_into


def test_the_card_is_the_first_suggestion_and_keys_reach_it(page):
    page.goto("/")
    box_of(page).focus()
    type_into(page, "chest pain now")
    expect(options_of(page).first).to_contain_text("Do not wait")
    page.keyboard.press("ArrowDown")

    assert chosen(page) == "If this is happening now, call 911"
    assert "Do not wait" in options_of(page).first.inner_text()
    page.keyboard.press("Enter")
    arrive(page, "/search/?query=chest+pain+now")
    expect(page.locator("main > :first-child")).to_contain_text("Call 911")


def test_on_a_phone_the_first_suggestion_calls(open_window):
    page = open_window(**PHONE).new_page()
    page.goto("/search/")
    box_of(page).click()
    type_into(page, "want to die")

    assert options_of(page).first.get_attribute("data-url") == "tel:988"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_card(open_window, scheme, width):
    window = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    page = open_window(**window).new_page()
    page.goto("/search/?query=want+to+die")

    assert sideways_scroll(page) == 0
    for link in page.locator(".emergency a").all():
        assert link.bounding_box()["height"] >= 44
    assert not (found := findings(page)), "\n".join(found)


def test_without_a_script_the_card_comes_first_and_calls(open_window):
    page = open_window(java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_role("main").get_by_role("searchbox").fill("i cant breath")
    page.keyboard.press("Enter")
    first = page.locator("main > :first-child")

    expect(first).to_contain_text("If this is happening now, call 911")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # Past the menu, to the text.
    page.keyboard.press("Tab")
    expect(first.get_by_role("link", name="Call 911")).to_be_focused()


def test_a_browser_tells_of_a_followed_result_without_a_script(open_window):
    window = open_window(java_script_enabled=False)
    page = window.new_page()
    page.goto("/search/?query=lupus")
    with page.expect_request("**/search/followed/**") as told:
        page.locator("main .search-results a").first.click()
    arrive(page, "/conditions/lupus/")

    assert told.value.method == "POST"
    assert told.value.url.endswith("/search/followed/?query=lupus")
    assert window.cookies() == []
