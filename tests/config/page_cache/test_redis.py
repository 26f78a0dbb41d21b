"""Several machines with one Redis: started here, stopped and started again."""

import time

import pytest
from django.core.cache import caches
from django.test import override_settings

from config.page_cache import redis_store
from config.redis_cache import ForgivingRedisCache
from home.changes import redis_journal
from home.changes.redis_journal import RedisJournal
from tests.faults.servers import REDIS, RedisServer
from tests.kept_pages import Worker, committed, environ, find_places_anew

pytestmark = pytest.mark.skipif(
    REDIS is None, reason="needs redis-server (Debian: apt install redis-server)"
)
ABOUT = "/about/"


@pytest.fixture
def server(monkeypatch):
    # Nobody here waits before asking again.
    monkeypatch.setattr(redis_journal, "PAUSE", 0)
    monkeypatch.setattr(redis_store, "PAUSE", 0)
    started = RedisServer()
    yield started
    started.stop()


@pytest.fixture
def machines(server, practice, tmp_path):
    """Two machines: each has a folder and a journal of its own, and one Redis."""
    with override_settings(REDIS_URL=server.url, PAGE_CACHE_DIR=tmp_path):
        find_places_anew()
        pair = [
            Worker(
                tmp_path / str(number),
                journal=RedisJournal(server.url),
                shared=redis_store.RedisStore(server.url),
            )
            for number in range(2)
        ]
        yield pair
    find_places_anew()


def change_phone(practice, phone: str) -> None:
    with committed():
        practice.settings.phone = phone
        practice.settings.save()


def test_machines_share_pages_and_changes(machines, practice):
    one, other = machines
    assert [one.ask(ABOUT).how, other.ask(ABOUT).how, other.ask(ABOUT).how] == [
        "miss",
        "hit",
        "hit",
    ]
    change_phone(practice, "(602) 555-0100")

    assert b"555-0100" in other.ask(ABOUT).body
    assert other.ask(ABOUT).how == one.ask(ABOUT).how == "hit"
    assert b"555-0100" in one.ask(ABOUT).body


def test_nobody_asks_redis_while_all_others_wait(machines, server):
    one, _other = machines
    assert [one.ask(ABOUT).how, one.ask(ABOUT).how] == ["miss", "hit"]

    assert one.cache.at_hand(environ(ABOUT), pytest.fail) is None


def test_without_redis_every_page_is_made_anew(machines, practice, server):
    one, _other = machines
    one.ask(ABOUT)
    server.stop()
    change_phone(practice, "(602) 555-0101")
    started = time.monotonic()
    got = one.ask(ABOUT)

    assert (got.status, got.how) == (200, "skip") or got.how == "miss"
    assert b"555-0101" in got.body
    assert time.monotonic() - started < 5


def test_what_changed_while_redis_was_away_is_not_shown_later(
    machines, practice, server
):
    one, other = machines
    for machine in machines:
        machine.ask(ABOUT)
    server.stop()
    change_phone(practice, "(602) 555-0102")
    one.ask(ABOUT)
    server.start()

    for machine in (other, one):
        got = machine.ask(ABOUT)
        assert b"555-0102" in got.body, got.how


def test_djangos_cache_fails_nobody_while_redis_is_away(server):
    cache = ForgivingRedisCache(
        server.url, {"OPTIONS": {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}}
    )
    cache.set("fern", 1)
    assert cache.get("fern") == 1
    server.stop()

    assert cache.get("fern", "nothing") == "nothing"
    assert cache.add("fern", 1) is False
    assert cache.set("fern", 1) is None
    with pytest.raises(ValueError, match="not found"):
        cache.incr("fern")
    assert caches["default"] is not None
