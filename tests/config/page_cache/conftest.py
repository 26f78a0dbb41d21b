"""Processes of the web server, as far as they keep pages."""

import pytest

from tests.kept_pages import Worker, find_places_anew


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
