"""Many who ask at once for a page that nobody has yet."""

import threading
from unittest.mock import patch

from django.conf import settings

from tests.kept_pages import Got, Worker


def ask_at_once(worker: Worker, times: int) -> tuple[list[Got], int]:
    """Ask from many threads; also tells how often Django was asked."""
    made, got, ready = [], [], threading.Barrier(times)

    def django(environ, start_response):
        made.append(environ)
        threading.Event().wait(0.1)
        start_response(
            "200 OK",
            [("Content-Type", "text/html"), ("Cache-Control", "public, s-maxage=0")],
        )
        environ["practice.understood_query"] = ""
        return [b"<p>One page for all of them</p>" * 20]

    worker.cache.application = django

    def visit():
        ready.wait()
        got.append(worker.ask("/any/"))

    visitors = [threading.Thread(target=visit) for _time in range(times)]
    for one in visitors:
        one.start()
    for one in visitors:
        one.join()
    return got, len(made)


def test_of_many_who_ask_at_once_one_waits_for_django(worker):
    with patch("config.page_cache.application.last_known_practice"):
        got, times = ask_at_once(worker, 8)

    assert times == 1
    assert sorted(one.how for one in got) == ["hit"] * 7 + ["miss"]


def test_while_an_expired_page_is_made_the_others_see_the_old_one(worker):
    with (
        patch("config.page_cache.application.last_known_practice"),
        patch.object(settings, "WAGTAIL_CACHE_TIMEOUT", -1),
    ):
        ask_at_once(worker, 1)
        got, times = ask_at_once(worker, 8)

    assert times == 1
    assert sorted(one.how for one in got) == ["miss"] + ["stale"] * 7
