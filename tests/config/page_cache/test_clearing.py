"""Clearing by hand, and telling proxies what to forget."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.page_cache import purging
from home.changes import the_journal
from home.changes.telling import something_changed
from home.changes.words import NEVER_SHOWN
from tests.config.page_cache.changes import publish
from tests.conftest import log_in
from tests.kept_pages import Worker, committed


@pytest.fixture
def proxy(settings):
    """A proxy that writes down what it is told to forget."""
    told = []

    class Proxy(BaseHTTPRequestHandler):
        def do_PURGE(self):
            told.append(f"{self.headers['Host']} {self.path}")
            self.send_response(404 if "feed" in self.path else 200)
            self.end_headers()

        def log_message(self, *args):
            """Nobody reads it."""

    server = HTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.PURGE_URLS = [f"http://127.0.0.1:{server.server_port}"]
    yield told
    server.shutdown()
    server.server_close()


def test_a_proxy_is_told_of_the_pages_that_a_change_touches(worker, practice, proxy):
    for address in ("/about/", "/feed.xml", "/contact/", "/treatments/tablets/"):
        worker.ask(address)
    with committed():
        practice.tablets.cost_note = "Ask us first."
        practice.tablets.save_revision().publish()

    # The feed carries the text of treatments, too.
    assert set(proxy) == {"localhost /treatments/tablets/", "localhost /feed.xml"}


def test_all_that_a_publish_touches_is_looked_for_once(
    full_worker, practice, settings, monkeypatch
):
    settings.PURGE_URLS = ["http://127.0.0.1:9"]
    queued = []
    monkeypatch.setattr(purging, "purge", SimpleNamespace(enqueue=queued.append))
    with committed():
        publish(practice.tablets, title="Pills", slug="pills")

    assert len(queued) <= 2  # what changed, and what is withdrawn
    assert {f"page:{practice.tablets.pk}", "table:wagtailcore_page"} <= {
        tag for tags in queued for tag in tags
    }


def test_a_proxy_that_is_away_stops_no_editor(worker, practice, settings):
    settings.PURGE_URLS = ["http://127.0.0.1:9"]
    worker.ask("/about/")
    with committed():
        practice.settings.phone = "(602) 555-0100"
        practice.settings.save()

    assert b"555-0100" in worker.ask("/about/").body


def test_neither_a_task_nor_a_session_is_a_change_to_tell_of(db, monkeypatch):
    # As while the journal is away: any table may matter.
    monkeypatch.setattr(type(the_journal()), "is_read", lambda journal, table: True)
    told = []

    def hear(**kwargs):
        told.append(kwargs["tags"])

    something_changed.connect(hear)
    with committed():
        Session.objects.create(session_key="a", expire_date=timezone.now())
    something_changed.disconnect(hear)

    assert not told
    assert DBTaskResult._meta.db_table in NEVER_SHOWN


def test_proxies_keep_pages_longer_where_they_are_told_of_changes(worker, settings):
    said = worker.ask("/about/").headers["Cache-Control"]
    settings.PURGE_URLS = ["http://127.0.0.1:9"]
    said_to_purged = Worker(worker.folder).ask("/about/").headers["Cache-Control"]

    assert "s-maxage=60," in said
    assert "s-maxage=3600," in said_to_purged


@pytest.mark.parametrize("how", ["command", "button"])
def test_a_cleared_cache_is_clear_for_every_worker(worker, practice, how):
    other = Worker(worker.folder)
    for one in (worker, other):
        one.ask("/about/")
    if how == "command":
        call_command("clear_wagtail_cache")
    else:
        owner = log_in("Owners")
        assert "Clear the cache" in owner.get("/admin/cache/").content.decode()
        assert owner.post("/admin/cache/").status_code == 302

    assert [one.ask("/about/").how for one in (worker, other)] == ["miss", "hit"]


def test_who_may_not_change_the_settings_may_not_clear_the_cache(worker, practice):
    editor = log_in("Editors")

    assert editor.get("/admin/cache/").status_code == 302
    assert editor.post("/admin/cache/").status_code == 302
    assert "/admin/cache/" not in editor.get("/admin/").content.decode()
