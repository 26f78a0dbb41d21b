"""The process beside the web server: it works, it survives, it stops."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks import task
from django_tasks_db.management.commands import db_worker
from wagtail.models import Page

from config.management.commands import worker as worker_command
from config.management.commands.worker import (
    DAY,
    MINUTE,
    Command,
    Job,
    make_jobs,
    make_worker,
    run_tasks,
)

done = []


@task()
def remember(word):
    done.append(word)


class InThisThread(Executor):
    """Runs at once, so that the test's transaction is the one that is used."""

    def submit(self, call, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(call(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 That is what a future does.
            future.set_exception(error)
        return future


class Waiting(Executor):
    """Holds back what it is given, as a pool does that is busy."""

    def __init__(self):
        self.futures = []

    def submit(self, call, /, *args, **kwargs):
        self.futures.append(Future())
        return self.futures[-1]


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    # As Django's test client does: a closed connection would end the transaction.
    for module in [worker_command, db_worker]:
        monkeypatch.setattr(module, "close_old_connections", lambda: None)


@pytest.fixture
def queue(settings):
    database = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = {"default": {**settings.TASKS["default"], **database}}
    done.clear()


def start_all(jobs, now=0.0):
    for job in jobs:
        job.start_if_due(InThisThread(), now)


@pytest.mark.django_db
def test_a_queued_task_runs_and_the_worker_comes_back(queue):
    remember.enqueue("letter")

    assert run_tasks(make_worker()) is True
    assert done == ["letter"]


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_no_reason_to_end(queue, caplog):
    def fail(*args):
        raise OperationalError("the connection is closed")

    with connection.execute_wrapper(fail):
        assert run_tasks(make_worker()) is False

    assert "the connection is closed" in caplog.text
    remember.enqueue("letter")
    assert run_tasks(make_worker()) is True
    assert done == ["letter"]


@pytest.mark.django_db
def test_a_page_whose_hour_has_come_is_published(queue):
    page = Page.objects.get(depth=1).add_child(instance=Page(title="News", live=False))
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)

    start_all(make_jobs())

    page.refresh_from_db()
    assert page.live is True


@pytest.mark.django_db
def test_everything_that_the_clock_starts_runs_without_an_error(queue, caplog):
    jobs = make_jobs()

    start_all(jobs)

    assert [job.run.exception() for job in jobs] == [None] * len(jobs)
    assert "failed" not in caplog.text


def test_publishing_is_due_each_minute():
    everys = {job.command: job.every for job in make_jobs()}

    assert everys["publish_scheduled"] == MINUTE == 60
    assert set(everys.values()) == {MINUTE, DAY}


def test_a_job_runs_at_once_and_then_only_when_its_time_has_passed():
    pool = Waiting()
    job = Job("publish_scheduled", every=60)

    for now in [0.0, 59.9, 60.0, 61.0]:
        job.start_if_due(pool, now)
        pool.futures[-1].done() or pool.futures[-1].set_result(None)

    assert len(pool.futures) == 2


def test_a_job_never_runs_twice_at_the_same_time():
    pool = Waiting()
    job = Job("publish_scheduled", every=60)

    job.start_if_due(pool, 0.0)
    job.start_if_due(pool, 120.0)
    assert len(pool.futures) == 1

    pool.futures[0].set_result(None)
    job.start_if_due(pool, 121.0)
    assert len(pool.futures) == 2


def test_a_job_that_fails_is_logged_and_runs_again(caplog):
    job = Job("no_such_command", every=60)

    start_all([job], now=0.0)
    start_all([job], now=60.0)

    messages = [record.getMessage() for record in caplog.records]
    assert messages == ["no_such_command failed; it runs again"] * 2
    assert "Unknown command" in caplog.text


def test_what_the_clock_has_not_begun_when_it_stops_is_left_to_the_next(
    monkeypatch, caplog
):
    begun, running = [], threading.Event()

    def run(job):
        begun.append(job.command)
        running.set()
        time.sleep(0.5)  # The others still wait when the worker stops.

    def stop():
        running.wait(10)
        worker.running = False

    worker = SimpleNamespace(running=True, configure_signals=lambda: None, run=stop)
    jobs = [Job(name, every=60) for name in ("first", "second", "third")]
    for name, value in {
        "make_worker": lambda **which: worker,
        "make_jobs": lambda: jobs,
        "mail_lane": nullcontext,
        "PAUSE": 0,
    }.items():
        monkeypatch.setattr(worker_command, name, value)
    monkeypatch.setattr(Job, "_call", run)
    Command().handle()

    assert begun == ["first"]
    assert not caplog.records


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_outlives_an_empty_database_and_stops_when_told(tmp_path, stop):
    environ = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": settings.SECRET_KEY,
        "SITE_URL": settings.SITE_URL,
        "PYTHONUNBUFFERED": "1",
    }
    log = tmp_path / "log"
    with log.open("w") as output:
        worker = subprocess.Popen(  # noqa: S603
            [sys.executable, Path(settings.BASE_DIR, "manage.py"), "worker"],
            env=environ,
            stdout=output,
            stderr=output,
        )
    try:
        wait_for(lambda: "did not answer" in log.read_text())
        assert worker.poll() is None
        worker.send_signal(stop)
        assert worker.wait(timeout=60) == 0
    finally:
        worker.kill()


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.2)
