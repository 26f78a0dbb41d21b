"""Pages need no script, leave no trace, and weigh little."""

from playwright.sync_api import expect

from tests.browser.addresses import ALL, LUPUS_TREATMENT, WITH_A_FORM
from tests.browser.reading import PHONE

MOST_BYTES = 120_000
MOST_REQUESTS = 5


def test_an_anonymous_visitor_gets_no_cookie_and_nothing_is_stored(open_window):
    window = open_window()
    page = window.new_page()

    for address in set(ALL.values()) - WITH_A_FORM:
        page.goto(address)

    assert window.cookies() == []
    stored = "() => localStorage.length + sessionStorage.length"
    assert page.evaluate(stored) == 0


def test_without_javascript_a_phone_has_menu_search_and_filters(open_window):
    page = open_window(**PHONE, java_script_enabled=False).new_page()
    page.goto("/")

    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Main").get_by_text("Our team").click()
    expect(page).to_have_url("/team/")

    page.get_by_label("Language").select_option("Spanish")
    page.get_by_role("main").get_by_role("button", name="Show").click()
    expect(page.get_by_role("main")).to_contain_text("Joaquín Brisewell")
    expect(page.get_by_role("main")).not_to_contain_text("Orrin Halvane")

    page.get_by_role("button", name="Menu").click()
    page.get_by_role("searchbox").first.fill("lupus")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("lupus")
    page.get_by_role("link", name="Stem cell therapy for lupus").click()
    expect(page).to_have_url(LUPUS_TREATMENT)


def test_without_javascript_nothing_offers_what_cannot_work(open_window):
    page = open_window(java_script_enabled=False).new_page()
    page.goto(LUPUS_TREATMENT)

    expect(page.get_by_role("link", name="Facebook")).to_be_visible()
    expect(page.get_by_role("button", name="Copy link")).to_have_count(0)


def test_with_javascript_the_link_can_be_copied(page):
    page.goto(LUPUS_TREATMENT)

    expect(page.get_by_role("button", name="Copy link")).to_be_visible()


def test_the_script_comes_after_the_page_and_moves_nothing(open_window):
    # So narrow that the button of the script needs a line of its own, and so high that
    # it is seen together with the form above it.
    page = open_window(viewport={"width": 390, "height": 1400}).new_page()
    page.add_init_script("""
      moved = [];
      new PerformanceObserver((list) => moved.push(...list.getEntries()))
        .observe({ type: "layout-shift", buffered: true });
    """)
    page.goto(f"{LUPUS_TREATMENT}#ask", wait_until="networkidle")

    expect(page.get_by_role("button", name="Copy link")).to_be_in_viewport()
    loaded, asked = page.evaluate("""() => [
      performance.getEntriesByType("navigation")[0].loadEventStart,
      performance.getEntriesByType("resource").find((e) => /site.*js$/.test(e.name)).startTime,
    ]""")
    assert asked >= loaded
    assert page.evaluate("moved.length") == 0


def test_a_treatment_page_is_light_on_a_phone(open_window):
    window = open_window(**PHONE)
    page = window.new_page()
    network = window.new_cdp_session(page)
    network.send("Network.enable")
    addresses, sizes = {}, {}
    network.on(
        "Network.requestWillBeSent",
        lambda event: addresses.update({event["requestId"]: event["request"]["url"]}),
    )
    network.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )

    page.goto(LUPUS_TREATMENT, wait_until="networkidle")

    loaded = {
        addresses[one]: int(size)
        for one, size in sizes.items()
        if addresses[one].startswith("http")
    }
    assert f"{LUPUS_TREATMENT}" in "".join(loaded)
    assert len(loaded) <= MOST_REQUESTS, loaded
    assert sum(loaded.values()) < MOST_BYTES, loaded
