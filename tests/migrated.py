"""Keeps a migrated SQLite database for the next run of the tests.

Migrating takes longer than most test files; nothing of it changes from run to run.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".pytest_cache" / "migrated"


def kept_database() -> Path:
    """Where the database of these migrations and these packages is kept."""
    said = hashlib.sha256(repr(settings.INSTALLED_APPS).encode())
    own = (Path(app.path) for app in apps.get_app_configs())
    found = [
        migration
        for folder in own
        if folder.parent == ROOT
        for migration in sorted(folder.glob("migrations/*.py"))
    ]
    for file in [ROOT / "requirements-dev.lock", *found]:
        said.update(file.read_bytes())
    return KEPT / f"{said.hexdigest()[:32]}.sqlite3"


@contextmanager
def filled_from_kept() -> Iterator[None]:
    """Fill the tests' database before Django migrates it, where one is kept."""
    if connection.vendor != "sqlite" or not kept_database().exists():
        yield
        return
    creation = connection.creation
    make = creation._create_test_db
    opened = []

    def make_filled(*args, **kwargs) -> str:
        name = make(*args, **kwargs)
        # In memory: it lasts as long as somebody has it open.
        target = sqlite3.connect(name, uri=True)
        source = sqlite3.connect(kept_database())
        source.backup(target)
        source.close()
        opened.append(target)
        return name

    creation._create_test_db = make_filled
    yield
    creation._create_test_db = make
    for one in opened:
        one.close()


def keep() -> None:
    """Keep the migrated database, where it is the first of its kind."""
    if connection.vendor != "sqlite" or kept_database().exists():
        return
    if "django_migrations" not in connection.introspection.table_names():
        return  # No test asks for a database, so that none was made.
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    unfinished = kept_database().with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    target = sqlite3.connect(unfinished)
    connection.connection.backup(target)
    target.close()
    unfinished.replace(kept_database())
