"""What editors learn of searches, and the one click to do something about it."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query
from wagtail.test.utils.form_data import querydict_from_html

from search.models import SearchCount, SynonymSet
from tests.reading import see

REPORT = "/admin/reports/searches/"


def add(practice, query: str, searches: int, found=3, clicks=1, days_ago=0) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    facts = {"searches": searches, "found": found, "clicks": clicks}
    SearchCount.objects.create(site=practice.site, query=query, day=day, **facts)


@pytest.fixture
def counted(practice):
    add(practice, "lupus", 9)
    add(practice, "lupus", 20, days_ago=40)
    add(practice, "knee pain", 12, days_ago=20)
    add(practice, "wolf rash", 5, found=0, clicks=0)
    add(practice, "opening hours", 7, clicks=0)
    return practice


def rows(browser, **chosen) -> list[list[str]]:
    response = browser.get(REPORT, chosen)
    assert response.status_code == 200
    table = BeautifulSoup(response.content, "html.parser").select_one("main table")
    lines = table.select("tbody tr") if table else []
    return [[" ".join(td.get_text(" ").split()) for td in tr("td")][:4] for tr in lines]


def test_the_most_searched_comes_first(owner, counted):
    assert rows(owner) == [
        ["knee pain", "12", "3", "1"],
        ["lupus", "9", "3", "1"],
        ["opening hours", "7", "3", "0"],
        ["wolf rash", "5", "nothing", "0"],
    ]


def test_the_period_is_chosen(owner, counted):
    assert [row[0] for row in rows(owner, days="7")] == [
        "lupus",
        "opening hours",
        "wolf rash",
    ]
    assert rows(owner, days="90")[0][:2] == ["lupus", "29"]


def test_what_found_nothing_and_what_nobody_followed(owner, counted):
    assert [row[0] for row in rows(owner, shown="nothing")] == ["wolf rash"]
    assert [row[0] for row in rows(owner, shown="not_clicked")] == ["opening hours"]


def test_what_is_found_by_now_is_missing_no_more(owner, counted):
    add(counted, "wolf rash", 1, found=2, days_ago=-1)

    assert rows(owner, shown="nothing") == []


def test_it_comes_as_a_spreadsheet(owner, counted):
    response = owner.get(REPORT, {"export": "csv", "shown": "nothing"})
    text = b"".join(response.streaming_content).decode()
    lines = list(csv.reader(StringIO(text)))

    assert lines[0][:3] == ["Searched for", "Searches", "Pages found"]
    assert lines[1][:4] == ["wolf rash", "5", "0", "0"]
    assert len(lines) == 2


def test_an_empty_report_says_how_is_counted(owner, practice):
    assert (
        "fewer than 5 times is forgotten after 7 days"
        in owner.get(REPORT).content.decode()
    )


def test_the_dashboard_says_what_was_not_found(editor, counted):
    soup = BeautifulSoup(editor.get("/admin/").content, "html.parser")
    panels = [one.get_text(" ") for one in soup.select("section.w-panel")]
    words = next(one for one in panels if "searched for and did not find" in one)

    assert "wolf rash" in words
    assert "opening hours" not in words


def test_one_click_begins_a_set_of_synonyms(editor, counted):
    soup = BeautifulSoup(editor.get(REPORT).content, "html.parser")
    link = soup.select_one('main a[href*="synonymset/add/?words=wolf"]')
    html = editor.get(link["href"]).content.decode()
    form = next(
        one
        for one in (querydict_from_html(html, form_index=n) for n in range(9))
        if "words" in one
    )
    assert form["words"].strip() == "wolf rash"

    editor.post(link["href"], form.dict() | {"words": "wolf rash\r\nlupus"})
    assert SynonymSet.objects.get().words == ["wolf rash", "lupus"]
    found = see("/search/?query=wolf rash").soup.select_one(".search-results a")
    assert found.get_text() == "Lupus"


def test_one_click_begins_a_promoted_result(editor, counted):
    soup = BeautifulSoup(editor.get(REPORT).content, "html.parser")
    link = soup.select_one('main a[href*="searchpicks/add/?words=wolf"]')
    html = BeautifulSoup(editor.get(link["href"]).content, "html.parser")
    box = html.find("input", attrs={"name": "query_string"})
    assert box["value"] == "wolf rash"

    editor.post(
        link["href"],
        {
            "query_string": "wolf rash",
            "editors_picks-TOTAL_FORMS": "1",
            "editors_picks-INITIAL_FORMS": "0",
            "editors_picks-MIN_NUM_FORMS": "0",
            "editors_picks-MAX_NUM_FORMS": "1000",
            "editors_picks-0-page": counted.lupus.pk,
            "editors_picks-0-ORDER": "1",
            "editors_picks-0-DELETE": "",
        },
    )
    assert Query.objects.get().editors_picks.get().page_id == counted.lupus.pk
    shown = see("/search/?query=wolf rash").soup.select_one(".promoted h3 a")
    assert shown.get_text() == "Lupus"


def test_reviewers_see_no_searches(reviewer, counted):
    assert reviewer.get(REPORT).status_code != 200
    assert "wolf rash" not in reviewer.get("/admin/").content.decode()


def test_the_menu_leads_to_it_and_to_no_report_that_counts_nothing(owner, practice):
    menu = owner.get("/admin/").content.decode()

    assert REPORT in menu
    assert "search-terms" not in menu


@pytest.mark.parametrize("value", ["x", "-1", "9999999999", "'"])
def test_an_unknown_period_is_no_error(owner, counted, value):
    assert owner.get(REPORT, {"days": value, "shown": value}).status_code == 200
