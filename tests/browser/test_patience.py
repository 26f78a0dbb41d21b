"""A busy machine gets a second and a third chance; a wrong answer gets none."""

import pytest
from playwright.sync_api import TimeoutError, expect

from tests.browser.conftest import ran_out_of_patience


def test_waiting_in_vain_for_a_page_is_tried_again(page):
    page.set_content("<h1>Moss</h1>")
    with pytest.raises(AssertionError) as waited:
        expect(page.locator("h1")).to_have_text("Fern", timeout=50)
    with pytest.raises(TimeoutError) as pressed:
        page.get_by_role("button").click(timeout=50)

    assert ran_out_of_patience(waited.value)
    assert ran_out_of_patience(pressed.value)


def test_what_a_test_asserts_or_breaks_is_not_tried_again():
    with pytest.raises(AssertionError) as wrong:
        assert "".join(["Fe", "rn"]) == "Moss"

    assert not ran_out_of_patience(wrong.value)
    assert not ran_out_of_patience(ValueError("a fault in the test"))


def test_a_browser_test_runs_three_times_at_most(request, attempt):
    chances = request.node.get_closest_marker("flaky").kwargs["reruns"]

    assert chances == 2
    assert attempt == 1
