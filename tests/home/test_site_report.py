"""The report on what of the whole site would puzzle a visitor or a crawler."""

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.coreutils import get_dummy_request

from home.models import StandardPage
from home.site_report.findings import find_faults
from tests.practice import add_page, hide
from tests.reading import our_page_models
from treatments.models import ConditionPage


def found(kind: str) -> dict[str, str]:
    """Title of a page → the details of its finding of this kind."""
    every = find_faults(get_dummy_request())
    return {one.page.title: one.detail for one in every if one.kind == kind}


def write(page, *links: str) -> None:
    """Put links into the text of a page."""
    text = " ".join(f"<a {link}>Words</a>" for link in links)
    value = {"heading": "Links", "text": f"<p>{text}</p>"}
    page.body = [("text", value)]
    page.save_revision().publish()


def test_nothing_is_found_where_all_is_well(practice):
    assert find_faults(get_dummy_request()) == []


@pytest.mark.parametrize("field", ["seo_title", "search_description"])
def test_words_that_two_pages_share_are_found(practice, field):
    for page in (practice.lupus, practice.ada):
        setattr(page, field, "The same words")
        page.save()
    kind = "title" if field == "seo_title" else "description"

    wanted = {"Lupus": "The same words", "Ada Fernhollow": "The same words"}
    assert found(f"duplicate_{kind}") == wanted
    practice.ada.noindex = True
    practice.ada.save()
    assert found(f"duplicate_{kind}") == {}


def test_a_page_without_a_description_is_found(practice):
    type(practice.lupus).objects.filter(pk=practice.lupus.pk).update(summary="")

    assert found("missing_description") == {"Lupus": ""}


def test_a_page_that_nothing_leads_to_is_found(practice):
    practice.privacy.notice_kind = ""
    practice.privacy.save()
    assert found("orphan") == {}
    hide(practice.about, "draft")

    assert found("orphan") == {"Privacy": ""}


def test_a_list_that_is_not_in_the_menu_is_found(practice):
    practice.updates.show_in_menus = False
    practice.updates.save()

    assert set(found("orphan")) == {"Updates"}


BROKEN = {
    'href="/conditions/nowhere/"': "/conditions/nowhere/",
    'href="http://localhost/nowhere#a"': "http://localhost/nowhere#a",
    'linktype="page" id="99999"': "something that was deleted",
    'linktype="document" id="99999"': "something that was deleted",
}
WHOLE = ['href="/conditions/lupus/#signs"', 'href="https://example.org/nowhere/"']
WHOLE += ['href="mailto:fern@example.org"', 'href="/search/?query=lupus"']


@pytest.mark.parametrize("link", BROKEN)
def test_a_broken_link_is_found(practice, link):
    write(practice.about, link, *WHOLE)

    assert found("broken_link") == {"About": f"“Words” leads to {BROKEN[link]}"}


def test_a_link_to_what_visitors_cannot_see_is_found(practice):
    write(practice.about, f'linktype="page" id="{practice.lupus.pk}"')
    assert found("broken_link") == {}
    hide(practice.lupus, "draft")

    words = "“Words” leads to “Lupus”, which visitors cannot see"
    assert found("broken_link") == {"About": words}


def test_a_page_far_from_home_is_found(practice):
    above = practice.about
    for title in ("One", "Two", "Three", "Four"):
        above = add_page(above, StandardPage, title)

    assert found("too_deep") == {"Three": "4 clicks", "Four": "5 clicks"}


def test_a_long_list_keeps_its_pages_near(practice, monkeypatch):
    monkeypatch.setattr("treatments.models.ConditionIndexPage.page_size", 1)
    for number in range(6):
        add_page(practice.conditions, ConditionPage, f"Rash {number}", body=[])
    assert found("too_deep") == {}
    monkeypatch.setattr("home.site_report.links.MOST_NUMBERS", 3)

    # One turn leads to the second page of the list, and to the last.
    assert set(found("too_deep")) == {f"Rash {number}" for number in range(5)}


def test_the_report_asks_for_kinds_of_pages_and_not_for_pages(practice):
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            find_faults(get_dummy_request())
        return len(captured)

    before = count()
    for number in range(12):
        add_page(practice.conditions, ConditionPage, f"Rash {number}", body=[])

    # What is known once, such as kinds of content, is asked for the first time only.
    assert count() <= before <= 4 * len(our_page_models())


def test_editors_read_it_and_take_it_away(editor, practice):
    practice.lupus.seo_title = practice.ada.seo_title = "The same words"
    practice.lupus.save()
    practice.ada.save()
    shown = editor.get(reverse("site_report")).content.decode()
    taken = editor.get(reverse("site_report") + "?export=csv")
    rows = list(csv.DictReader(StringIO(b"".join(taken.streaming_content).decode())))

    assert "Title used twice" in shown
    assert {row["Page"] for row in rows} == {"Lupus", "Ada Fernhollow"}
    assert rows[0]["Finding"] == "Title used twice"
    assert (
        reverse("site_report")
        in editor.get(reverse("wagtailadmin_home")).content.decode()
    )


def test_the_command_prints_a_table_and_can_fail(practice):
    practice.lupus.seo_title = practice.ada.seo_title = "The same words"
    practice.lupus.save()
    practice.ada.save()
    printed = StringIO()
    with pytest.raises(CommandError, match=r"2 findings\."):
        call_command("site_report", "--fail", stdout=printed)

    rows = list(csv.DictReader(StringIO(printed.getvalue())))
    assert {row["finding"] for row in rows} == {"duplicate_title"}
    assert rows[0]["address"].startswith("http://localhost/")
