"""Asking for an appointment in a real browser, and many people at once."""

import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from contact.enquiries.tokens import QUICKEST
from tests.browser.axe import findings
from tests.browser.editing import sign_in
from tests.browser.reading import DESK, PHONE

THREADS = 50
TREATMENT = "/treatments/physical-therapy/"
REFERENCE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}")


def take_time(page: Page) -> None:
    """Look at the form as long as people do."""
    page.wait_for_timeout((QUICKEST + 1) * 1000)


@pytest.mark.parametrize(
    "window",
    [{**PHONE, "java_script_enabled": False}, {**DESK, "java_script_enabled": True}],
    ids=["phone without JavaScript", "desk"],
)
def test_from_a_treatment_to_the_thanks(open_window, window):
    page = open_window(**window).new_page()
    page.goto(TREATMENT)
    page.get_by_label("Your name").fill("Marisol Quenby")
    page.get_by_role("button", name="Continue").click()

    expect(page.locator(".notice")).to_contain_text("check what you wrote")
    about = page.locator("#id_treatment option:checked")
    expect(about).to_have_text("Physical therapy")
    take_time(page)
    page.get_by_role("button", name="Send").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("a phone number or an email address")
    expect(page).to_have_title(re.compile("^Error:"))
    expect(summary).to_be_focused()

    summary.get_by_role("link").first.click()
    phone = page.locator("#id_phone")
    expect(phone).to_be_focused()
    phone.fill("602.555.0119")
    expect(page.get_by_label("Your name")).to_have_value("Marisol Quenby")
    page.get_by_label(re.compile("may keep what I wrote")).check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Thank you. It has arrived."
    )
    assert REFERENCE.search(page.locator(".thanks__reference").inner_text())


def test_form_errors_and_thanks_are_accessible(open_window):
    for scheme in ("light", "dark"):
        page = open_window(**DESK, color_scheme=scheme).new_page()
        page.goto("/enquiry/")
        assert not findings(page)
        take_time(page)
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert not findings(page)


def test_the_front_desk_answers_what_has_arrived(open_window, practice):
    page = open_window(**DESK).new_page()
    sign_in(page, practice, "frontdesk")
    page.goto("/admin/enquiries/?state=new")
    page.get_by_role("link", name=REFERENCE).last.click()
    expect(page.get_by_text("Best way to answer")).to_be_visible()
    page.get_by_label("State").select_option("answered")
    page.get_by_label("Add a note").fill("Called back.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("updated")).to_be_visible()


def post_one(address: str, number: int) -> str:
    """Open the form, fill it in and click twice, as a visitor of one's own."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    with browser.open(f"{address}/enquiry/", timeout=120) as answer:
        form = BeautifulSoup(answer.read(), "html.parser").find("main").find("form")
    hidden = {i["name"]: i["value"] for i in form.find_all("input", type="hidden")}
    typed = {"name": f"Patient {number}", "email": f"p{number}@example.org"}
    chosen = {"purpose": "contact", "way": "any", "time": "any", "consent": "on"}
    time.sleep(QUICKEST + 1)
    sent = urlencode({**hidden, **typed, **chosen}).encode()
    references = set()
    for _click in range(2):
        with browser.open(f"{address}/enquiry/", sent, timeout=120) as answer:
            page = BeautifulSoup(answer.read(), "html.parser")
        references.add(page.find(class_="thanks__reference").get_text())
    (reference,) = references
    return reference


@pytest.mark.parametrize("at_once", [30, pytest.param(500, marks=pytest.mark.stress)])
def test_of_many_at_once_none_is_lost_doubled_or_refused(practice, at_once):
    with ThreadPoolExecutor(max_workers=min(THREADS, at_once)) as people:
        asked = list(people.map(lambda n: post_one(practice.url, n), range(at_once)))
    assert len(set(asked)) == at_once

    told = Counter()
    end = time.monotonic() + 120
    while len(told) < at_once and time.monotonic() < end:
        time.sleep(0.2)
        mails = (practice.data_dir / "mail").glob("*")
        text = "\n".join(file.read_text() for file in mails)
        found = re.findall(r"^Subject: New enquiry (\S+)", text, re.MULTILINE)
        told = Counter(one for one in found if one in asked)
    assert set(told) == set(asked)
    assert set(told.values()) == {1}
