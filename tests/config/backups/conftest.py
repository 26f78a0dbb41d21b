"""One practice with its backup, for all tests of a file."""

import shutil

import pytest
from django.db import connection

from tests.config.backups.kept import (
    Practice,
    filled_with_pages,
    own_postgresql,
)
from tests.migrated import kept_database


@pytest.fixture(scope="module")
def filled(tmp_path_factory, django_db_setup, django_db_blocker):
    """A practice with a page, a picture and a share card, and its backup."""
    folder = tmp_path_factory.mktemp("backups") / "data"
    folder.mkdir()
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with own_postgresql(folder.parent) as address:
                yield filled_with_pages(Practice(folder, address))
        else:
            shutil.copy(kept_database(), folder / "db.sqlite3")
            yield filled_with_pages(Practice(folder, ""))
