"""What is shown while the database is away, or the store is damaged."""

from unittest.mock import patch

from django.db import OperationalError, connection

from config.breaker import breaker
from config.page_cache import asking
from tests.kept_pages import Worker, committed
from tests.practice import NAME, PHONE

ABOUT = "/about/"


class Gone:
    """The database does not answer."""

    def __enter__(self):
        def refuse(*args, **kwargs):
            raise OperationalError("connection refused")

        self.refusing = connection.execute_wrapper(refuse)
        self.refusing.__enter__()

    def __exit__(self, *error):
        self.refusing.__exit__(*error)
        breaker.__init__()


def expire(worker: Worker) -> None:
    for entry in worker.cache.shared.entries():
        entry.facts.until = 0
        worker.cache.shared.put(asking.key_of(entry.facts.address), entry)
    worker.cache.near.clear()


def test_pages_already_seen_are_shown_without_a_database(worker, other):
    had = worker.ask(ABOUT)
    expire(worker)
    with Gone():
        got = other.ask(ABOUT)

    assert (got.status, got.how, got.body) == (200, "stale", had.body)


def test_a_page_nobody_has_seen_is_a_friendly_503(worker):
    worker.ask(ABOUT)
    with Gone():
        got = worker.ask("/contact/")

    assert got.status == 503
    assert int(got.headers["Retry-After"]) > 0
    assert PHONE.encode() in got.body
    assert NAME.encode() in got.body
    assert "no-store" in got.headers["Cache-Control"]


def test_the_contact_page_is_never_kept_but_shown_without_a_database(worker, other):
    first, second = worker.ask("/contact/"), worker.ask("/contact/")
    assert (first.how, second.how) == ("skip", "skip")
    assert b'name="token"' in first.body
    assert first.body != second.body
    for one in (worker, other):
        with Gone():
            got = one.ask("/contact/")
        assert (got.status, got.how) == (200, "stale")
        assert PHONE.encode() in got.body
        assert b'type="hidden"' not in got.body

    assert other.ask("/contact/").how == "skip"


def test_a_page_that_was_withdrawn_is_not_shown_without_a_database(worker, practice):
    worker.ask(ABOUT)
    with committed():
        practice.about.unpublish()
    with Gone():
        assert worker.ask(ABOUT).status == 503


def test_a_changed_page_is_better_than_none(worker, practice):
    worker.ask(ABOUT)
    with committed():
        practice.settings.tagline = "Now with ferns"
        practice.settings.save()
    with Gone():
        assert worker.ask(ABOUT).how == "stale"


def test_when_the_database_is_back_nobody_has_to_restart_anything(worker):
    with Gone():
        assert worker.ask(ABOUT).status == 503

    assert worker.ask(ABOUT).status == 200


def test_a_database_that_cannot_be_reached_is_not_asked_again_at_once(worker):
    worker.ask(ABOUT)
    expire(worker)
    breaker.trip()
    try:
        with patch.object(worker.cache, "application") as django:
            assert worker.ask(ABOUT).how == "stale"
            assert worker.ask("/contact/").status == 503
            assert worker.ask("/search/?query=x", "POST").status == 503
            django.assert_not_called()
    finally:
        breaker.__init__()


# Faults of the store


def test_a_damaged_file_is_made_anew(worker, other):
    worker.ask(ABOUT)
    for file in worker.folder.glob("??/*"):
        file.write_bytes(file.read_bytes()[:-9])

    assert other.ask(ABOUT).how == "miss"
    assert Worker(worker.folder).ask(ABOUT).how == "hit"


def test_without_a_journal_nothing_old_is_shown(worker, practice):
    worker.ask(ABOUT)
    (worker.folder / "changes").unlink()

    assert worker.ask(ABOUT).how == "miss"
    assert worker.ask(ABOUT).how == "hit"


def test_a_full_disk_fails_nobody(worker):
    with patch(
        "config.page_cache.stores.tempfile.mkstemp", side_effect=OSError(28, "full")
    ):
        assert worker.ask(ABOUT).status == 200
