"""Searches are counted: words and numbers, and nothing of who searched."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home import rate_limit
from home.rate_limit import RateLimit
from search import counting, views
from search.counting import countable, tally
from search.models import SearchCount
from search.models.insight import ALL_IS_KEPT, RARE, RARE_IS_KEPT
from tests.reading import see

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def by_hand(monkeypatch):
    """No timer writes; the test does."""
    monkeypatch.setattr(counting, "SECONDS_BETWEEN_WRITES", 0)
    tally._clear()
    yield
    tally._clear()


def search(query: str, agent: str = BROWSER, visitor=None, **more):
    parameters = {
        name: more.pop(name) for name in ("page", "type", "as_typed") if name in more
    }
    headers = {"HTTP_USER_AGENT": agent, **more}
    data = {"query": query, **parameters}
    return see("/search/", visitor, data=data, **headers).response


def follow(visitor, query: str, agent: str = BROWSER):
    address = f"/search/followed/?query={query}"
    return visitor.post(address, "PING", "text/ping", HTTP_USER_AGENT=agent)


def written() -> dict[str, tuple[int, int, int]]:
    """Query → searches, pages found, clicks."""
    tally.write()
    rows = SearchCount.objects.all()
    return {row.query: (row.searches, row.found, row.clicks) for row in rows}


def test_a_search_is_counted_by_its_words(practice):
    for query in ("Lupus", " lupus ", "LUPUS!", "xqzv"):
        search(query)
    counted = written()

    assert counted["lupus"][0] == 3
    assert counted["lupus"][1] > 0
    assert counted["xqzv"] == (1, 0, 0)


def test_counts_of_several_processes_add_up(practice):
    search("lupus")
    written()
    search("lupus")

    assert written()["lupus"][0] == 2
    assert SearchCount.objects.get().day == timezone.localdate()


def test_nothing_is_written_while_a_visitor_waits(practice):
    see("/")  # Settings of a site are made when it is first seen.
    with CaptureQueriesContext(connection) as captured:
        search("lupus")

    writing = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT")
    queries = [one["sql"] for one in captured.captured_queries]
    assert not [sql for sql in queries if sql.startswith(writing)]
    assert not SearchCount.objects.exists()


def test_a_follower_is_counted_and_sets_no_cookie(practice, visitor):
    search("lupus")
    response = follow(visitor, "Lupus")

    assert response.status_code == 204
    assert not response.cookies
    assert written()["lupus"][2] == 1


def test_links_of_results_tell_when_they_are_followed(practice):
    link = see("/search/?query=lupus %26 co").soup.select_one(".search-results a")

    assert link["ping"] == "/search/followed/?query=lupus%20%26%20co"
    assert "followed" not in link["href"]


def test_nobody_puts_words_here_by_claiming_to_have_followed(practice, visitor):
    follow(visitor, "buy-cheap-pills")

    assert written() == {}


def test_following_is_limited(practice, visitor, monkeypatch):
    limit = RateLimit("followed", most=3, window=60, most_together=3)
    monkeypatch.setattr(views, "FOLLOW_LIMIT", limit)
    monkeypatch.setattr(rate_limit.time, "time", lambda: 1_000_000_000)
    search("lupus")
    answers = {follow(visitor, "lupus").status_code for _ in range(5)}

    assert answers == {204}
    assert written()["lupus"][2] == 3


AUTOMATONS = [
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1)",
    "Mozilla/5.0 (compatible; bingbot/2.0)",
    "curl/8.5.0",
    "python-requests/2.32",
    "facebookexternalhit/1.1 crawler",
    "UptimeMonitor/1.0",
]


@pytest.mark.parametrize("agent", AUTOMATONS)
def test_robots_are_not_counted(practice, visitor, agent):
    search("lupus", agent)
    follow(visitor, "lupus", agent)

    assert written() == {}


def test_neither_editors_nor_prefetches_are_counted(practice, editor, visitor):
    search("lupus", visitor=editor)
    search("lupus", HTTP_SEC_PURPOSE="prefetch;prerender")
    visitor.head("/search/?query=lupus", HTTP_USER_AGENT=BROWSER)

    assert written() == {}


def test_looking_around_in_results_is_one_search(practice):
    search("lupus")
    search("lupus", type="treatments")
    search("lupus", as_typed="1")

    assert written()["lupus"][0] == 1


PERSONAL = [
    "jane.doe@example.org lupus",
    "jane at example dot org",
    "call 602-555-0177",
    "(602) 555 0177",
    "patient 483920",
    "born 12/03/1974",
    "1974-03-12 lupus",
    "\uff11\uff12\uff13\uff14\uff15\uff16",
    "https://example.org/x",
    "why does my neighbor in the blue house on fern street say that I have lupus",
    "x" * 200,
    "want to die",
    "chest pain now",
    "",
    "!!!",
]


@pytest.mark.parametrize("query", PERSONAL)
def test_words_that_may_name_somebody_are_never_kept(practice, query):
    search(query)

    assert countable(query) == ""
    assert written() == {}


@pytest.mark.parametrize(
    "query", ["covid 19", "type 2 diabetes", "icd m32.10", "s.l.e."]
)
def test_numbers_of_medicine_are_kept(query):
    assert countable(query)


def test_only_words_and_numbers_can_be_stored():
    names = {field.name for field in SearchCount._meta.get_fields()}

    assert names == {"id", "site", "query", "day", "searches", "clicks", "found"}


def test_a_database_that_takes_no_writing_stops_nobody(practice, monkeypatch, caplog):
    def refuse(*args):
        raise DatabaseError("read-only")

    monkeypatch.setattr(type(SearchCount.objects.all()), "add_searches", refuse)
    assert search("lupus").status_code == 200
    tally.write()

    assert "were not written" in caplog.text
    assert "lupus" not in caplog.text
    assert search("lupus").status_code == 200


def test_a_flood_of_words_does_not_fill_the_memory(practice, monkeypatch):
    monkeypatch.setattr(counting, "MOST_WAITING", 3)
    for letter in "abcdefgh":
        tally.search(practice.site.pk, f"lupus {letter}", 1)
        tally.search(practice.site.pk, "lupus a", 1)

    assert len(written()) == 3
    assert SearchCount.objects.get(query="lupus a").searches == 9


def test_the_timer_writes_by_itself(practice, monkeypatch):
    started = []
    monkeypatch.setattr(counting, "SECONDS_BETWEEN_WRITES", 30)
    monkeypatch.setattr(counting.Timer, "start", lambda timer: started.append(timer))
    search("lupus")
    search("migraine")

    assert len(started) == 1
    started[0].cancel()
    written()
    search("lupus")
    assert len(started) == 2


def add(site, query: str, days_ago: int, searches: int) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    SearchCount.objects.create(site=site, query=query, day=day, searches=searches)


def kept() -> set[str]:
    call_command("forget_searches", verbosity=0)
    return set(SearchCount.objects.values_list("query", flat=True))


def test_what_few_searched_is_forgotten_after_a_few_days(practice, capsys):
    week = RARE_IS_KEPT.days
    add(practice.site, "rare", week, RARE - 1)
    add(practice.site, "new and rare", week - 1, 1)
    add(practice.site, "often", week, RARE)
    add(practice.site, "often together", week, RARE - 1)
    add(practice.site, "often together", 0, 1)
    add(practice.site, "long ago", ALL_IS_KEPT.days, 500)

    assert kept() == {"new and rare", "often", "often together"}


def test_a_count_belongs_to_its_day_and_site(practice):
    today = date(2026, 3, 1)
    rows = [(practice.site.pk, "lupus", today, 2, 7)]
    SearchCount.objects.add_searches(rows)
    SearchCount.objects.add_searches([(practice.site.pk, "lupus", today, 3, 8)])
    row = SearchCount.objects.get()

    assert (row.searches, row.found, row.clicks) == (5, 8, 0)


def test_the_answer_to_a_search_is_kept_by_no_shared_cache(practice):
    assert "private" in search("lupus")["Cache-Control"]
