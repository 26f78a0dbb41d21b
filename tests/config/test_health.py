"""What balancers and monitors are told, and how soon."""

import json
import threading
import time
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from config import health
from config.health import HealthChecks, Question, ask_cache, ask_database
from tests.kept_pages import ask

WELL = {"database": "ok", "queue": "ok", "oldest_task_seconds": 0}


@task()
def nothing():
    """Is queued and does nothing."""


@pytest.fixture
def queue(settings, db, monkeypatch):
    database = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = {"default": {**settings.TASKS["default"], **database}}
    # A closed connection would end the test's transaction.
    monkeypatch.setattr(connection, "close", lambda: None)


@pytest.fixture
def site(monkeypatch):
    """The checks in front of a site, with answers that a test may change."""
    found = {"database": WELL, "cache": {"cache": "ok"}}
    monkeypatch.setattr(health, "ask_database", lambda: dict(found["database"]))
    monkeypatch.setattr(health, "ask_cache", lambda: dict(found["cache"]))
    found["ask"] = HealthChecks(the_site)
    return found


def the_site(environ, start_response):
    start_response("200 OK", [])
    return [b"the site itself"]


def refuse(*args, **kwargs):
    raise OperationalError("connection refused")


def test_a_process_that_lives_says_so_to_whoever_asks(site):
    got = ask(site["ask"], "/healthz", host="10.0.0.7:8000")

    assert (got.status, got.body) == (200, b"ok\n")
    assert got.headers["Cache-Control"] == "no-store"
    assert got.headers["X-Content-Type-Options"] == "nosniff"


def test_a_site_that_can_do_its_work_is_ready(site):
    got = ask(site["ask"], "/readyz", host="10.0.0.7:8000")

    assert got.status == 200
    assert got.headers["Cache-Control"] == "no-store"
    assert json.loads(got.body) == {"status": "ready", **WELL, "cache": "ok"}


def test_without_the_database_it_is_not_ready(site):
    site["database"] = {"database": "away", "queue": "unknown"}
    got = ask(site["ask"], "/readyz")

    assert got.status == 503
    assert json.loads(got.body)["status"] == "unready"


@pytest.mark.parametrize(
    ("part", "answer"),
    [("cache", {"cache": "away"}), ("database", {**WELL, "queue": "late"})],
)
def test_what_only_makes_it_slower_takes_no_machine_away(site, part, answer):
    site[part] = answer
    got = ask(site["ask"], "/readyz")

    assert got.status == 200
    assert json.loads(got.body)["status"] == "degraded"


def test_a_database_that_hangs_keeps_nobody_waiting(site, monkeypatch):
    ends = threading.Event()
    monkeypatch.setattr(health, "ask_database", lambda: ends.wait(10) and WELL)
    checks = HealthChecks(site["ask"])
    started = time.monotonic()
    answers = [ask(checks, "/readyz") for _again in range(2)]
    waited = time.monotonic() - started
    threads = threading.active_count()
    ask(checks, "/readyz")
    assert threading.active_count() <= threads
    ends.set()

    assert [got.status for got in answers] == [503, 503]
    assert waited < 1.5


def test_many_who_ask_put_one_question():
    asked = []
    question = Question(lambda: asked.append(1) or {"database": "ok"})
    for _again in range(20):
        question.begin()
        assert question.answer(time.monotonic() + 5) == {"database": "ok"}

    assert len(asked) == 1


def test_nothing_else_is_answered_here(site):
    assert ask(site["ask"], "/healthz/").body == b"the site itself"
    assert ask(site["ask"], "/healthz", "POST").status == 405
    assert ask(site["ask"], "/readyz", "HEAD").body == b""


def test_the_queue_is_as_old_as_its_oldest_task_that_may_run(queue):
    assert ask_database() == WELL
    nothing.enqueue()
    nothing.using(run_after=timezone.now() + timedelta(days=1)).enqueue()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(seconds=700))

    assert ask_database() == {
        "database": "ok", "queue": "late", "oldest_task_seconds": 700,
    }  # fmt: skip


def test_a_task_for_later_is_late_only_after_its_hour(queue):
    nothing.using(run_after=timezone.now() - timedelta(seconds=30)).enqueue()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(days=1))

    assert 30 <= ask_database()["oldest_task_seconds"] < 60


def test_a_database_that_does_not_answer_is_away(queue):
    with connection.execute_wrapper(refuse):
        assert ask_database() == {"database": "away", "queue": "unknown"}


def test_a_cache_that_keeps_nothing_is_away(monkeypatch):
    assert ask_cache() == {"cache": "ok"}
    monkeypatch.setattr(cache, "set", lambda *args, **kwargs: None)

    assert ask_cache() == {"cache": "away"}
