"""The database hangs, goes, and comes back, while people ask for pages."""

import json
import statistics
import time

import pytest

from tests.faults.figures import say, spread
from tests.faults.site import Crowd
from tests.practice import PHONE

KEPT = ["/", "/conditions/", "/conditions/lupus/", "/treatments/", "/team/"]
MADE = ["/search/?query=lupus", "/admin/login/", "/enquiry/", "/nowhere/"]
SOON = 0.5  # seconds


@pytest.fixture
def halted(postgresql):
    """Brings the database back, however the test ends."""
    yield postgresql
    postgresql.bring_back()


def recovers(site) -> None:
    """All is answered again; every process has been asked for everything once."""
    with Crowd(site, [*KEPT, *MADE]).asking():
        time.sleep(2)
    for path in [*KEPT, *MADE]:
        site.wait_for(lambda path=path: site.ask(path).status in (200, 404), 10)


def check_outage(site, how: str, seconds: float) -> None:
    """Kept pages are shown; everybody else is told soon where to call."""
    with Crowd(site, KEPT).asking() as readers, Crowd(site, MADE).asking() as others:
        time.sleep(seconds)
        ready, alive = site.ask("/readyz"), site.ask("/healthz")
    told = [got for _path, got in others.got]
    waited = [got.seconds for got in told]
    say(
        f"Database {how}: {len(readers.got)} kept pages, {len(readers.failed())} failed; "
        f"{len(told)} others told in {spread(waited)}"
    )

    assert (ready.status, alive.status) == (503, 200)
    assert json.loads(ready.body)["database"] == "away"
    assert len(readers.failed()) <= len(readers.got) / 100
    assert {got.status for got in told} == {503}
    assert all(PHONE in got.body for got in told)
    assert all(int(got.headers["Retry-After"]) > 0 for got in told)
    # The slowest few wait for a processor: the crowd keeps all of them busy.
    assert statistics.quantiles(waited, n=20)[-1] < SOON


@pytest.mark.parametrize("seconds", [2, pytest.param(30, marks=pytest.mark.stress)])
@pytest.mark.parametrize("how", ["hangs", "is gone"])
def test_while_the_database_is_away_nobody_waits(big_site, halted, how, seconds):
    recovers(big_site)
    if how == "hangs":
        halted.halt()
    else:
        halted.stop()
    check_outage(big_site, how, seconds)
    if how == "hangs":
        halted.go_on()
    else:
        halted.start()
    recovers(big_site)

    assert big_site.ask("/readyz").status == 200


def test_a_long_query_is_no_outage(big_site):
    """Slow is not dead: it is waited for as long as the server lives."""
    told = big_site.manage(
        "shell", "--verbosity=0", "-c",
        "from django.db import connection; c = connection.cursor(); "
        "c.execute('SELECT 7 FROM pg_sleep(2.5)'); print(c.fetchall())",
    )  # fmt: skip

    assert told.strip() == "[(7,)]"


def test_an_error_page_names_what_the_log_says(big_site, halted):
    recovers(big_site)
    halted.halt()
    try:
        big_site.wait_for(lambda: big_site.ask("/enquiry/").status == 503, 10)
        page = big_site.ask("/enquiry/").body
    finally:
        halted.go_on()
    reference = page.partition("reference: ")[2][:9]
    lines = [json.loads(line) for line in big_site.log().splitlines() if line]

    assert [one for one in lines if one.get("request") == reference]
    recovers(big_site)
