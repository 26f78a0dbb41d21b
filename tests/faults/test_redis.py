"""Redis goes and comes back while people ask for pages."""

import json
import time

import pytest

from tests.faults.figures import say, spread
from tests.faults.site import Crowd

PATHS = ["/", "/conditions/", "/search/?query=lupus", "/enquiry/", "/admin/login/"]


@pytest.mark.parametrize("seconds", [2, pytest.param(20, marks=pytest.mark.stress)])
def test_without_redis_nothing_fails(sqlite_practice, redis_server, seconds):
    sqlite_practice.environ["REDIS_URL"] = redis_server.url
    sqlite_practice.serve()
    try:
        with Crowd(sqlite_practice, PATHS).asking() as crowd:
            time.sleep(2)
            redis_server.stop()
            time.sleep(seconds)
            without = sqlite_practice.ask("/readyz")
            redis_server.start()
            time.sleep(2)
    finally:
        del sqlite_practice.environ["REDIS_URL"]
        sqlite_practice.stop()
    waited = [got.seconds for _path, got in crowd.got]
    say(f"Redis away: {len(crowd.failed())} of {len(waited)} failed, {spread(waited)}")

    assert not crowd.failed()
    assert (without.status, json.loads(without.body)["cache"]) == (200, "away")
