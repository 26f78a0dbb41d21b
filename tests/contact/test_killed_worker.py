"""A worker that is killed while it sends: the real processes, a real mail server."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.conf import settings

from tests.contact.smtp import Letters, free_port, serving
from tests.migrated import kept_database

PATIENCE = 60
PEOPLE = [f"patient-{number}@example.org" for number in range(4)]
QUEUE = f"""
from contact.mail.queue import Mail, queue_mail
queue_mail(Mail("test", "1", to, "News", "Come and see.") for to in {PEOPLE})
"""


@pytest.fixture
def run(tmp_path, db):
    """Runs commands of a site with a database of its own."""
    port = free_port()
    environ = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": settings.SECRET_KEY,
        "SITE_URL": settings.SITE_URL,
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
    }

    def start(*command: str) -> subprocess.Popen:
        return subprocess.Popen(  # noqa: S603 Our own commands.
            [sys.executable, "manage.py", *command], cwd=settings.BASE_DIR, env=environ
        )

    start.port = port
    if kept_database().exists():
        shutil.copy(kept_database(), tmp_path / "db.sqlite3")
    else:
        assert start("migrate", "--verbosity=0").wait() == 0
    return start


@contextmanager
def working(run):
    worker = run("worker")
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()


def test_what_a_killed_worker_was_sending_arrives_once(run):
    assert run("shell", "-c", QUEUE).wait() == 0
    with serving(Letters("holds"), run.port) as letters:
        with working(run):
            assert letters.is_holding.wait(PATIENCE)
        assert len(letters.taken) == 1

        letters.mood = "well"
        with working(run):
            end = time.monotonic() + PATIENCE
            while len(letters.taken) < len(PEOPLE) and time.monotonic() < end:
                time.sleep(0.1)
            time.sleep(1)
    assert letters.copies == dict.fromkeys(PEOPLE, 1)
