"""Processes of the web server, as far as they keep pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests.config.page_cache.changes import prepare, public_addresses
from tests.kept_pages import Worker, find_places_anew, parts_kept
from tests.practice import Cast


@pytest.fixture
def worker(practice, tmp_path, settings):
    settings.PAGE_CACHE_DIR = tmp_path
    find_places_anew()
    yield Worker(tmp_path)
    find_places_anew()


@pytest.fixture
def other(worker):
    """A second process that shares the first one's store."""
    return Worker(worker.folder)


@pytest.fixture(scope="module")
def filled_folder(practice_of_the_file, django_db_blocker, tmp_path_factory) -> Path:
    """A store that holds every public page of a practice."""
    folder = tmp_path_factory.mktemp("filled")
    with override_settings(PAGE_CACHE_DIR=folder), django_db_blocker.unblock():
        prepare(Cast(practice_of_the_file))
        find_places_anew()
        worker = Worker(folder)
        with parts_kept():
            for address in public_addresses() * 2:
                got = worker.ask(address)
                assert got.status == 200, address
        # Each kept page may be shown, or nothing here would be tested.
        assert {worker.ask(a).how for a in public_addresses()} == {"hit"}
    return folder


@pytest.fixture
def full_worker(filled_folder, practice, tmp_path, settings) -> Iterator[Worker]:
    """A worker that comes to a full store which others have filled."""
    folder = tmp_path / "pages"
    shutil.copytree(filled_folder, folder)
    settings.PAGE_CACHE_DIR = folder
    find_places_anew()
    yield Worker(folder)
    find_places_anew()
