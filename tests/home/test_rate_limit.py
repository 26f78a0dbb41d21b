"""How often one address may ask: each limit for itself, none without a counter."""

import pytest
from django.core.cache import caches

from home import rate_limit
from home.rate_limit import RateLimit

TWICE = RateLimit("twice", most=2, window=600)


@pytest.fixture(autouse=True)
def still_clock(monkeypatch):
    now = [1_000_000 * 600 + 100]
    monkeypatch.setattr(rate_limit.time, "time", lambda: now[0])
    return now


@pytest.fixture
def ask(rf):
    def one(limit=TWICE, address="198.51.100.7", **more):
        request = rf.get("/", REMOTE_ADDR=address, **more)
        return limit.seconds_to_wait(request)

    return one


def test_the_wait_lasts_until_the_window_ends(ask):
    assert [ask() for _ in range(3)] == [0, 0, 500]
    assert ask(address="198.51.100.8") == 0


def test_two_limits_do_not_count_for_each_other(ask):
    other = RateLimit("other", most=2, window=600)

    assert [ask(), ask(), ask(other)] == [0, 0, 0]


def test_whom_a_silent_proxy_speaks_for_may_be_limited_together(ask):
    together = RateLimit("together", most=1, window=600, most_together=3)

    assert [ask(together, "127.0.0.1") for _ in range(4)] == [0, 0, 0, 500]
    assert [ask(TWICE, "127.0.0.1") for _ in range(4)] == [0] * 4


def test_what_has_a_name_is_counted_by_it():
    assert [TWICE.count("ada") for _ in range(3)] == [0, 0, 500]
    assert TWICE.count("bela") == 0


def test_only_what_our_one_proxy_added_is_believed(ask, settings):
    settings.TRUSTED_PROXIES = 1
    forged = [
        ask(address="10.0.0.1", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}, 198.51.100.9")
        for n in range(3)
    ]

    assert forged == [0, 0, 500]


def test_the_cache_of_files_counts_for_the_whole_window(ask, settings, tmp_path):
    settings.CACHES = {
        **settings.CACHES,
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": tmp_path,
        },
    }
    ask(), ask()
    caches.close_all()

    assert ask() == 500
