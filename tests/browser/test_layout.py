"""Pages fit the window, the finger, the paper and the reader's settings."""

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import ALL, LUPUS_TREATMENT, PAGE_TYPES
from tests.browser.reading import PHONE, scroll_through, sideways_scroll

SMALL_PHONE = {"viewport": {"width": 320, "height": 568}}
# A window of 1280 × 1024 pixels whose reader zooms to 400 %.
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}

# Pictures must come after the first paint, as they do on the road.
SLOW_NETWORK = {
    "offline": False,
    "latency": 100,
    "downloadThroughput": 150_000,
    "uploadThroughput": 150_000,
}
COUNT_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
WATCH_TRANSITIONS = """
addEventListener("pagereveal", (event) => {
  window.movedIn = Boolean(event.viewTransition);
});
"""


@pytest.mark.parametrize("window", [SMALL_PHONE, ZOOMED], ids=["320 px", "400 %"])
def test_no_page_scrolls_sideways(open_window, window):
    page = open_window(**window).new_page()
    too_wide = {}
    for name, address in ALL.items():
        page.goto(address)
        if pixels := sideways_scroll(page):
            too_wide[name] = pixels

    assert too_wide == {}


def test_at_400_percent_the_text_is_not_covered(open_window):
    page = open_window(**ZOOMED).new_page()
    page.goto(LUPUS_TREATMENT)

    page.get_by_role("heading", name="References").scroll_into_view_if_needed()

    fixed = page.evaluate("""() => [...document.querySelectorAll("body *")]
      .filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position))
      .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0)""")
    assert fixed <= 256 / 4


@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES.keys())
def test_the_phone_bar_covers_nothing_at_the_foot(open_window, address):
    page = open_window(**PHONE).new_page()
    page.goto(address)
    bar = page.get_by_role("region", name="Reach us")
    expect(bar.get_by_role("link", name="Call")).to_be_in_viewport()

    page.evaluate("() => scrollTo({top: 1e6, behavior: 'instant'})")

    last_text = page.evaluate("""() => {
      const texts = document.createTreeWalker(
        document.querySelector("footer"), NodeFilter.SHOW_TEXT);
      let bottom = 0;
      while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNode(texts.currentNode);
        const box = range.getBoundingClientRect();
        if (texts.currentNode.data.trim() && box.height)
          bottom = Math.max(bottom, box.bottom);
      }
      return bottom;
    }""")
    assert 0 < last_text <= bar.bounding_box()["y"]


def test_a_wide_window_has_no_phone_bar(page):
    page.goto("/")

    expect(page.get_by_role("region", name="Reach us")).to_be_hidden()


def test_paper_carries_the_text_and_the_addresses_of_references(page, practice):
    page.goto(LUPUS_TREATMENT)
    page.emulate_media(media="print")

    for navigation in page.get_by_role("navigation").all():
        name = navigation.get_attribute("aria-label")
        assert not navigation.is_visible() or name == "You are here"
    expect(page.get_by_role("search")).to_have_count(0)
    expect(page.get_by_text("What the FDA says.")).to_be_visible()
    expect(page.get_by_text(f"{practice.url}{LUPUS_TREATMENT}")).to_be_visible()
    printed = page.locator("li", has=page.locator("cite")).evaluate_all("""rows =>
      rows.flatMap((row) => [...row.querySelectorAll("a[href^=http]")].map((link) =>
        [link.href, link.innerText + getComputedStyle(link, "::after").content]))""")
    assert len(printed) > 5
    for href, words in printed:
        assert href in words


def test_paper_is_black_on_white_for_a_reader_of_dark_pages(open_window):
    page = open_window(color_scheme="dark").new_page()
    page.goto(LUPUS_TREATMENT)
    page.emulate_media(media="print")

    ink, *grounds = page.evaluate("""() => {
      const [root, body] = [document.documentElement, document.body];
      return [getComputedStyle(body).color, getComputedStyle(body).backgroundColor,
              getComputedStyle(root).backgroundColor];
    }""")

    assert ink == "rgb(0, 0, 0)"
    assert set(grounds) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize(
    ("motion", "moves"), [("reduce", False), ("no-preference", True)]
)
def test_pages_change_without_motion_for_who_asks(open_window, motion, moves):
    window = open_window(reduced_motion=motion)
    window.add_init_script(WATCH_TRANSITIONS)
    page = window.new_page()
    page.goto("/")

    page.get_by_role("link", name="Conditions").first.click()
    expect(page).to_have_url("/conditions/")

    assert page.evaluate("() => window.movedIn") is moves
    if not moves:
        assert page.evaluate("() => document.getAnimations().length") == 0


@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES.keys())
def test_pictures_hold_their_place_while_they_load(open_window, address):
    window = open_window(**PHONE)
    window.add_init_script(COUNT_SHIFTS)
    page = window.new_page()
    network = window.new_cdp_session(page)
    network.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    page.goto(address)

    scroll_through(page)

    unsized = page.locator("img:not([width][height])")
    expect(unsized).to_have_count(0)
    assert page.evaluate("() => window.shifted") < 0.01
