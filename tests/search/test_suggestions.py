"""Suggestions while somebody types: what they say, how often one may ask."""

import time

import pytest
from django.core.cache import cache
from django.test import Client

from home import rate_limit
from home.rate_limit import RateLimit
from search import views
from tests.practice import WAYS_TO_HIDE, hide
from tests.reading import see


def ask(prefix: str, **headers):
    return see("/search/suggest/", data={"q": prefix}, **headers).response


def titles(prefix: str) -> list[str]:
    return [one["title"] for one in ask(prefix).json()["results"]]


def test_a_suggestion_says_what_it_leads_to(practice):
    answer = ask("lup").json()

    assert answer["query"] == "lup"
    assert answer["results"][0] == {
        "title": "Lupus",
        "url": practice.lupus.get_url(),
        "type": "conditions",
        "label": "Condition",
        "matched_name": "",
    }


def test_a_suggestion_tells_the_other_name_it_was_found_by(practice):
    first = ask("sle").json()["results"][0]

    assert (first["title"], first["matched_name"]) == ("Lupus", "SLE")


@pytest.mark.parametrize("prefix", ["", "  ", "%", '"', "xqzv"])
def test_what_begins_no_name_suggests_nothing(practice, prefix):
    assert ask(prefix).json()["results"] == []


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_a_hidden_page_is_not_suggested(practice, way):
    hide(practice.lupus, way)

    assert "Lupus" not in titles("lup")


def test_a_change_of_names_is_seen_at_once(practice):
    assert titles("lup")[0] == "Lupus"
    page = practice.lupus
    page.title = "Lupus of the skin"
    page.save_revision().publish()

    assert titles("lup")[0] == "Lupus of the skin"


def test_who_begins_alike_gets_the_same_answer_without_much_work(
    practice, django_assert_max_num_queries
):
    first = ask("Lup").json()["results"]
    with django_assert_max_num_queries(4):
        again = ask(" lup ").json()["results"]

    assert first == again != []


def test_caches_may_keep_it_and_no_cookie_comes_with_it(practice):
    response = ask("lup")

    assert response["Cache-Control"] == "public, max-age=60"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Content-Type"] == "application/json"
    assert not response.cookies


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_sent_to_it(practice, visitor, method):
    assert getattr(visitor, method)("/search/suggest/?q=lup").status_code == 405


@pytest.fixture
def strict(practice, monkeypatch):
    """Three questions a minute, and the clock stands still."""
    three = RateLimit("suggest", most=3, window=60)
    monkeypatch.setattr(views, "SUGGEST_LIMIT", three)
    now = [time.time() // 60 * 60 + 20]
    monkeypatch.setattr(rate_limit.time, "time", lambda: now[0])
    return now


def status(address="198.51.100.7", **more) -> int:
    return ask("lup", REMOTE_ADDR=address, **more).status_code


def test_who_asks_without_end_must_wait(strict):
    assert [status() for _ in range(5)] == [200, 200, 200, 429, 429]
    response = ask("lup", REMOTE_ADDR="198.51.100.7")

    assert response["Retry-After"] == "40"
    assert response["Cache-Control"] == "no-store"
    assert response.json() == {"query": "lup", "results": [], "emergency": None}
    assert status("198.51.100.8") == 200


def test_after_a_minute_one_may_ask_again(strict):
    for _ in range(4):
        status()
    strict[0] += 60

    assert status() == 200


def test_a_network_of_ipv6_counts_as_one(strict):
    seen = [status(f"2001:db8:1:2::{n}") for n in range(1, 5)]

    assert seen == [200, 200, 200, 429]
    assert status("2001:db8:1:3::1") == 200


def test_a_proxy_on_this_machine_is_not_taken_for_a_visitor(strict):
    for address in ("127.0.0.1", "::1", "", "unix"):
        assert {status(address) for _ in range(5)} == {200}


def test_behind_our_proxy_the_last_address_counts(strict, settings):
    settings.TRUSTED_PROXIES = 1
    seen = [
        status("127.0.0.1", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}, 198.51.100.9")
        for n in range(4)
    ]

    assert seen == [200, 200, 200, 429]


def test_without_a_proxy_nobody_can_borrow_an_address(strict):
    seen = [status(HTTP_X_FORWARDED_FOR=f"203.0.113.{n}") for n in range(4)]

    assert seen == [200, 200, 200, 429]


def test_no_address_is_kept(strict):
    status()

    assert not any("198.51" in str(key) for key in cache._cache)


@pytest.fixture
def broken_cache(settings):
    """A cache server that nobody reaches."""
    settings.CACHES = {
        **settings.CACHES,
        "default": {
            "BACKEND": "config.redis_cache.ForgivingRedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        },
    }


def test_a_broken_cache_locks_nobody_out(practice, strict, broken_cache):
    answers = [ask("lup", REMOTE_ADDR="198.51.100.7") for _ in range(5)]

    assert {one.status_code for one in answers} <= {200, 503}
    assert all("results" in one.json() for one in answers)


def test_the_limit_of_a_broken_cache_is_none(rf, broken_cache):
    request = rf.get("/search/suggest/", REMOTE_ADDR="198.51.100.7")

    assert views.SUGGEST_LIMIT.seconds_to_wait(request) == 0


def test_a_suggestion_of_a_signed_in_editor_is_no_other(practice, editor: Client):
    assert editor.get("/search/suggest/?q=lup").json() == ask("lup").json()
