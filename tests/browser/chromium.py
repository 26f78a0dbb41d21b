"""Starts Chromium, and watches over what it is asked to load."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Request,
    Response,
    sync_playwright,
)

# Debian's shell, without windows and menus, is a third of the work.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# It must ask nobody but the site, and behave the same on every machine.
FLAGS = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
MISSING = """The browser tests need Chromium or Chrome, and there is none on the PATH.
    Debian:  sudo apt-get install chromium
    Ubuntu:  sudo snap install chromium
    macOS:   brew install --cask google-chrome
If it is in an unusual place:  CHROMIUM=/path/to/program
To leave these tests out:      pytest -m "not browser"
"""


def find_chromium() -> str:
    """The program to start: the one that CHROMIUM names, or the first on the PATH."""
    chosen = os.environ.get("CHROMIUM") or next(filter(shutil.which, NAMES), None)
    program = chosen and shutil.which(chosen)
    assert program, f"CHROMIUM is {chosen!r}: no program." if chosen else MISSING
    return program


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """A headless browser until the end of the block."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=flags
        )
        yield browser
        browser.close()


class Watch:
    """Notes what no page may do: errors, requests to strangers, broken answers."""

    def __init__(self, context: BrowserContext, site_url: str) -> None:
        self.site = urlsplit(site_url).netloc
        self.problems: list[str] = []
        context.on("request", self._on_request)
        context.on("response", self._on_response)
        context.on("console", self._on_console)
        context.on("weberror", lambda one: self._on_error(one.error))

    def _note(self, kind: str, what: object) -> None:
        self.problems.append(f"{kind}: {what}")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.netloc and address.netloc != self.site:
            self._note("Request to another host", request.url)

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self._note(f"Answer {response.status}", response.url)

    def _on_error(self, error: Error) -> None:
        # Who leaves a page while it fades in hears of it from Chromium, nobody else does.
        if not error.message.startswith("Transition was "):
            self._note("Page error", error)

    def _on_console(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.type == "error" and not _is_told_twice(message, address):
            self._note("Console error", f"{message.text} {address}")


def _is_told_twice(message: ConsoleMessage, address: str) -> bool:
    """Whether Chromium only repeats an answer that belongs to the story."""
    # Who opens a missing page, means to.
    is_missing_page = message.page and address == message.page.url
    # Wagtail tries to save a form while its author is still filling it.
    is_early_save = "/admin/pages/" in address
    # Wagtail's content checker tells the console what it lists beside the form.
    if message.text.startswith("axe.run results"):
        return True
    return bool(
        (is_missing_page and "status of 404" in message.text)
        or (is_early_save and "status of 400" in message.text)
    )
