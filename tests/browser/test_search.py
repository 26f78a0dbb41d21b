"""Suggestions while somebody types, and searching without them."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.reading import DESK, PHONE, press_tab_until, sideways_scroll

STEM_CELLS = "/treatments/stem-cell-therapy/"
IN_HEADER = "body > header"


def box_of(page: Page, where: str = "main"):
    return page.locator(f"{where} form[role=search]").get_by_role("combobox")


def arrive(page: Page, address: str) -> None:
    """Wait for a page and for all that it loads, so that nothing is left half done."""
    expect(page).to_have_url(address)
    page.wait_for_load_state()


def options_of(page: Page):
    return page.get_by_role("listbox").get_by_role("option")


def type_into(page: Page, words: str, where: str = "main"):
    """Type into the search box of a part of the page until suggestions open."""
    box = box_of(page, where)
    box.press_sequentially(words, delay=10)
    expect(box).to_have_attribute("aria-expanded", "true")
    return box


def chosen(page: Page) -> str:
    """The words of the option that the box points to, "" for none."""
    return page.evaluate("""() => {
      const id = document.activeElement.getAttribute("aria-activedescendant");
      const option = id && document.getElementById(id);
      return option ? option.querySelector(".suggestions__title").textContent : "";
    }""")


@pytest.fixture
def home(page) -> Page:
    page.goto("/")
    return page


def test_a_page_is_chosen_by_keys(home):
    press_tab_until(home, box_of(home))
    box = type_into(home, "stem")
    first, second = (
        options_of(home).locator(".suggestions__title").all_inner_texts()[:2]
    )
    assert first == "Stem cell therapy"

    home.keyboard.press("ArrowDown")
    assert chosen(home) == first
    home.keyboard.press("ArrowDown")
    assert chosen(home) == second
    expect(options_of(home).nth(1)).to_have_attribute("aria-selected", "true")
    expect(home.locator("[role=option][aria-selected=true]")).to_have_count(1)
    home.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    expect(box).to_have_value("stem")
    home.keyboard.press("Enter")

    arrive(home, STEM_CELLS)


def test_the_arrows_go_round_through_the_box(home):
    box_of(home).focus()
    type_into(home, "stem")
    last = options_of(home).locator(".suggestions__title").last.inner_text()

    home.keyboard.press("ArrowUp")
    assert chosen(home) == last
    home.keyboard.press("ArrowDown")
    assert chosen(home) == ""
    home.keyboard.press("ArrowDown")
    assert chosen(home) == "Stem cell therapy"


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "ArrowRight"])
def test_keys_for_the_words_lead_back_to_the_words(home, key):
    box_of(home).focus()
    box = type_into(home, "stem")
    home.keyboard.press("ArrowDown")
    home.keyboard.press(key)

    assert chosen(home) == ""
    at = {"Home": 0, "ArrowLeft": 3}.get(key, 4)
    assert box.evaluate("one => one.selectionStart") == at
    home.keyboard.press("Enter")
    arrive(home, "/search/?query=stem")


def test_escape_closes_and_an_arrow_opens_again(home):
    box_of(home).focus()
    box = type_into(home, "stem")
    home.keyboard.press("Escape")

    expect(home.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("stem")
    home.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-expanded", "true")
    home.keyboard.press("Tab")
    expect(home.get_by_role("listbox")).to_have_count(0)


def test_enter_without_a_choice_searches_for_the_words(home):
    box_of(home).focus()
    type_into(home, "stem")
    home.keyboard.press("Enter")

    arrive(home, "/search/?query=stem")


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_a_page_is_chosen_by_pointing_at_it(open_window, window):
    page = open_window(**window).new_page()
    page.goto("/search/")
    box_of(page).click()
    type_into(page, "stem")
    option = options_of(page).filter(has_text="for lupus").first

    assert option.bounding_box()["height"] >= 44
    assert sideways_scroll(page) == 0
    option.click()
    arrive(page, "/treatments/stem-cell-therapy/lupus/")


def test_the_box_in_the_menu_of_a_phone_suggests_too(open_window):
    page = open_window(**PHONE).new_page()
    page.goto("/conditions/lupus/")
    page.get_by_role("button", name="Menu").click()
    box = type_into(page, "stem", IN_HEADER)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_be_visible()

    page.keyboard.press("ArrowDown")
    options_of(page).first.click()
    arrive(page, STEM_CELLS)


def test_each_box_has_its_own_suggestions(page):
    page.goto("/search/")
    box_of(page, IN_HEADER).focus()
    type_into(page, "lup", IN_HEADER)

    expect(page.get_by_role("listbox")).to_have_count(1)
    expect(box_of(page)).to_have_attribute("aria-expanded", "false")
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map((o) => o.id)")
    assert len(ids) == len(set(ids))


def test_a_late_answer_to_old_words_is_not_shown(home):
    def late(route):
        if route.request.url.endswith("=st"):
            home.wait_for_timeout(600)
        route.continue_()

    home.route("**/search/suggest/**", late)
    box = box_of(home)
    box.press_sequentially("st", delay=10)
    home.wait_for_timeout(250)
    box.press_sequentially("ress", delay=10)
    home.wait_for_timeout(1500)

    shown = options_of(home).locator(".suggestions__title").all_inner_texts()
    assert "Stem cell therapy" not in shown


def test_without_an_answer_the_box_still_searches(open_window):
    # Playwright, standing between, loads the styles too late for a transition.
    home = open_window(reduced_motion="reduce").new_page()
    home.goto("/")
    home.route("**/search/suggest/**", lambda route: route.fulfill(status=204))
    box = box_of(home)
    with home.expect_response("**/search/suggest/**"):
        box.press_sequentially("lupus")
    expect(box).to_have_attribute("aria-expanded", "false")
    home.keyboard.press("Enter")

    arrive(home, "/search/?query=lupus")


def test_what_is_suggested_is_text(home):
    home.route(
        "**/search/suggest/**",
        lambda route: route.fulfill(
            json={
                "results": [
                    {"title": "<img src=x onerror=alert(1)>", "url": "/", "label": "A"}
                ]
            }
        ),
    )
    box_of(home).focus()
    type_into(home, "img")

    assert options_of(home).inner_text().startswith("<img src=x")
    expect(home.locator(".suggestions img")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_open_suggestions(open_window, scheme, width):
    window = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    page = open_window(**window).new_page()
    page.goto("/search/?query=lupus")
    box = box_of(page)
    box.fill("")
    type_into(page, "stem")
    page.keyboard.press("ArrowDown")

    assert not (found := findings(page)), "\n".join(found)


def test_without_a_script_results_are_found_narrowed_and_followed(open_window):
    page = open_window(java_script_enabled=False).new_page()
    page.goto("/")
    main = page.get_by_role("main")
    main.get_by_role("searchbox").fill("lupis")
    page.keyboard.press("Enter")

    expect(main).to_contain_text("Showing results for lupus instead of lupis")
    main.get_by_role("link", name="Treatments (").click()
    main.get_by_label("Evidence").select_option("unproven")
    main.get_by_role("button", name="Show").click()
    hits = page.locator("main .search-results a")
    expect(hits.first).to_have_text("Stem cell therapy for lupus")
    expect(main.get_by_role("heading", level=2).first).to_contain_text(" of ")
    assert "query=lupis" in page.url
    hits.first.click()
    arrive(page, "/treatments/stem-cell-therapy/lupus/")


def test_without_a_script_nothing_found_leads_on(open_window):
    page = open_window(java_script_enabled=False).new_page()
    page.goto("/search/?query=xqzv+plorf")
    main = page.get_by_role("main")

    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Nothing found for “xqzv plorf”"
    )
    expect(main.get_by_role("link", name="(602) 555-0142")).to_be_visible()
    main.get_by_role("link", name="How to reach us").click()
    arrive(page, "/contact/")
