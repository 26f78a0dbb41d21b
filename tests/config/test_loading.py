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
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATABASE_URL": "",
        },
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return set(told.split())


def test_a_site_of_one_machine_loads_no_library_of_larger_ones(loaded):
    assert not loaded & {"redis", "boto3", "storages", "psycopg"}


def test_what_few_visitors_need_is_left_until_one_does(loaded):
    ciphers, numbers, drawing = "cryptography", "phonenumbers", "PIL.ImageDraw"
    claims, fonts, demo = "treatments.claims.lexicon", "fontTools.ttLib", "markdown"

    assert not loaded & {ciphers, numbers, drawing, claims, fonts, demo}


def test_the_workers_share_every_view(loaded):
    assert loaded >= {"config.urls", "search.views", "wagtail.admin.views.pages.edit"}
