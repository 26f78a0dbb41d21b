"""The demo practice, served once, and a fresh browser window for each test."""

import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import playwright
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, expect

from tests.browser.chromium import Watch, running_chromium
from tests.browser.editing import LISTEN
from tests.browser.serving import ServedPractice, served_practice

HERE = Path(__file__).parent


# Patience for a machine that is busy with the other tests; it costs nothing else.
expect.set_options(timeout=30_000)


def ran_out_of_patience(error: BaseException | None) -> bool:
    """Whether Playwright waited in vain; what a test itself asserts is no such thing."""
    if not isinstance(error, AssertionError):
        return isinstance(error, TimeoutError)
    *_, raised = traceback.walk_tb(error.__traceback__)
    file = Path(raised[0].f_code.co_filename)
    return file.is_relative_to(Path(playwright.__file__).parent)


def pytest_collection_modifyitems(items):
    again = pytest.mark.flaky(reruns=2, condition=ran_out_of_patience)
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(again)


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
        window.add_init_script(LISTEN)
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


@pytest.fixture
def attempt(request) -> int:
    """1, and more where the test is run again; the practice remembers the first."""
    return getattr(request.node, "execution_count", 1)


@pytest.fixture
def anew(attempt: int) -> Callable[[str], str]:
    """Gives a title that the practice has never heard, however often the test runs."""
    return lambda title: title if attempt == 1 else f"{title} {attempt}"
