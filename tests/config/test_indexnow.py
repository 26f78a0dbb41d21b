"""The ping to search engines: off by default, queued, sent once, tried again."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.core.exceptions import ImproperlyConfigured
from django_tasks_db.models import DBTaskResult

from config import environment
from home.indexnow import PAUSES, tell_search_engines
from home.models import ChangedAddress
from tests.practice import add_page, hide
from tests.reading import see
from treatments.models import ConditionPage

KEY = "fern-key-0123456789"


@contextmanager
def receiver(statuses: list[int]) -> Iterator[tuple[str, list[dict]]]:
    """An engine on this machine: its address, and what it was told."""
    told: list[dict] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            told.append(json.loads(self.rfile.read(length)))
            self.send_response(statuses.pop(0) if statuses else 200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/indexnow", told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def engine(settings, practice):
    statuses: list[int] = []
    with receiver(statuses) as (address, told):
        settings.INDEXNOW_KEY, settings.INDEXNOW_URL = KEY, address
        yield statuses, told


def change(page, title="New words") -> None:
    page.title = title
    page.save_revision().publish()


def test_nobody_is_told_unless_the_operator_wants_it(
    practice, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        change(practice.lupus)

    assert not ChangedAddress.objects.exists()
    assert see(f"/{KEY}.txt").response.status_code == 404


def test_a_published_page_is_told_of_after_the_commit(
    practice, engine, django_capture_on_commit_callbacks
):
    _statuses, told = engine
    with django_capture_on_commit_callbacks(execute=True):
        change(practice.lupus)
        assert told == []

    address = "http://localhost/conditions/lupus/"
    [message] = told
    assert message["host"] == "localhost"
    assert message["key"] == KEY
    assert message["urlList"] == [address]
    assert see(message["keyLocation"]).response.content.decode() == KEY
    assert not ChangedAddress.objects.exists()


def test_many_changes_go_in_one_message(
    practice, engine, django_capture_on_commit_callbacks
):
    _statuses, told = engine
    with django_capture_on_commit_callbacks(execute=True):
        change(practice.lupus)
        change(practice.migraine)
        practice.tablets.unpublish()

    assert len(told) == 1
    assert len(told[0]["urlList"]) == 3


def test_a_renamed_page_is_told_of_at_both_addresses_with_all_below_it(
    practice, engine, django_capture_on_commit_callbacks
):
    _statuses, told = engine
    with django_capture_on_commit_callbacks(execute=True):
        practice.stem_cells.slug = "cells"
        practice.stem_cells.save_revision().publish()

    assert set(told[0]["urlList"]) == {
        f"http://localhost/treatments/{path}/"
        for path in ("cells", "cells/for-lupus", "stem-cells", "stem-cells/for-lupus")
    }


@pytest.mark.parametrize("way", ["private", "below private", "noindex", "draft"])
def test_what_is_not_public_is_not_told(
    practice, engine, django_capture_on_commit_callbacks, way
):
    _statuses, told = engine
    with django_capture_on_commit_callbacks(execute=True):
        if way == "draft":
            add_page(practice.conditions, ConditionPage, "Rash", publish=False, body=[])
        else:
            if way == "noindex":
                practice.lupus.noindex = True
            else:
                hide(practice.lupus, way)
            change(practice.lupus)

    assert told == []


def test_a_failure_is_tried_again_later(
    practice, engine, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    statuses, told = engine
    statuses += [503]
    ChangedAddress.objects.create(url="http://localhost/conditions/lupus/")
    tell_search_engines.func()
    [waiting] = DBTaskResult.objects.all()

    assert waiting.run_after is not None
    assert waiting.args_kwargs["args"] == [1]
    assert ChangedAddress.objects.count() == 1
    tell_search_engines.func(1)
    assert len(told) == 2
    assert not ChangedAddress.objects.exists()


def test_after_the_last_pause_the_next_change_tries_again(practice, engine, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    statuses, told = engine
    statuses += [503]
    ChangedAddress.objects.create(url="http://localhost/conditions/lupus/")
    tell_search_engines.func(len(PAUSES))

    assert len(told) == 1
    assert not DBTaskResult.objects.exists()
    assert ChangedAddress.objects.count() == 1


def test_an_engine_that_says_no_is_left_in_peace(practice, engine):
    statuses, told = engine
    statuses += [422]
    ChangedAddress.objects.create(url="http://localhost/conditions/lupus/")
    tell_search_engines.func()

    assert len(told) == 1
    assert not ChangedAddress.objects.exists()


def test_an_engine_that_cannot_be_reached_changes_nothing(practice, settings):
    settings.INDEXNOW_KEY, settings.INDEXNOW_URL = KEY, "http://127.0.0.1:1/"
    ChangedAddress.objects.create(url="http://localhost/conditions/lupus/")
    tell_search_engines.func()

    assert ChangedAddress.objects.count() == 1


@pytest.mark.parametrize("key", ["short", "with space", "a" * 129, "Schlüssel-0123"])
def test_a_key_that_no_engine_takes_stops_the_site(key):
    with pytest.raises(ImproperlyConfigured, match="INDEXNOW_KEY must be 8 to 128"):
        environment.matching(
            "INDEXNOW_KEY",
            r"[A-Za-z0-9-]{8,128}",
            "8 to 128 letters, digits and hyphens",
            environ={"INDEXNOW_KEY": key},
        )
