"""The demo practice, served once, and a fresh browser window for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.chromium import Watch, running_chromium
from tests.browser.serving import ServedPractice, served_practice

HERE = Path(__file__).parent


# Patience for a machine that is busy with the other tests; it costs nothing else.
expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    practice = getattr(item, "funcargs", {}).get("practice")
    if report.failed and report.when == "call" and practice:
        report.sections.append(("Log of the served site", practice.last_log_lines()))
    return report


# Both last for this folder only: while Playwright's loop runs, Django refuses to ask
# the database, and other folders' tests do.
@pytest.fixture(scope="package")
def practice() -> Iterator[ServedPractice]:
    with served_practice() as practice:
        yield practice


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def open_window(
    practice: ServedPractice, chromium: Browser
) -> Iterator[Callable[..., BrowserContext]]:
    """Opens windows that share nothing; in the end none may have seen a problem."""
    opened = []

    def open_one(**options) -> BrowserContext:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        window = chromium.new_context(base_url=practice.url, locale="en-US", **options)
        # The first visitor of a page waits until its pictures are made.
        window.set_default_navigation_timeout(90_000)
        opened.append((window, Watch(window, practice.url)))
        return window

    yield open_one
    problems = []
    for window, watch in opened:
        window.close()
        problems += watch.problems
    assert not problems, "\n".join([*problems, practice.last_log_lines()])


@pytest.fixture
def page(open_window) -> Page:
    """A visitor's first page, on a desk."""
    return open_window().new_page()
