"""What the web server has loaded before it starts its workers, and what not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOADED = "import sys, config.wsgi; print(*sys.modules, sep='\\n')"


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    told = subprocess.run(  # noqa: S603 Our own command.
        [sys.executable, "-c", LOADED],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return set(told.split())


def test_a_site_without_redis_and_object_store_loads_neither_library(loaded):
    assert not loaded & {"redis", "boto3", "storages"}


def test_the_workers_share_every_view(loaded):
    assert loaded >= {"config.urls", "search.views", "wagtail.admin.views.pages.edit"}
