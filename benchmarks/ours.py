"""The site itself, with the demo practice in a folder of the benchmarks' own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TextIO

from benchmarks.serving import Server, gunicorn

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "benchmarks"
HOST = "localhost"
PAGE = "/conditions/lupus/"
NOTHING_KEPT = {"DJANGO_SETTINGS_MODULE": "benchmarks.nothing_kept"}
QUERIES = """
import sys
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
client = Client(SERVER_NAME="localhost")
if sys.argv[2:]:
    name, _, value = sys.argv[2].partition("=")
    client.cookies[name] = value
client.get(sys.argv[1])
with CaptureQueriesContext(connection) as captured:
    client.get(sys.argv[1])
print(len(captured))
"""


SIGN_IN = """
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from treatments.models import ConditionIndexPage
client = Client(SERVER_NAME="localhost")
client.force_login(get_user_model().objects.filter(groups__name="Editors").first())
name = settings.SESSION_COOKIE_NAME
print(ConditionIndexPage.objects.get().pk, f"{name}={client.cookies[name].value}")
"""


def environ(data: Path) -> dict[str, str]:
    """The settings of a site with this folder, whatever the shell has."""
    return {
        "DATA_DIR": str(data),
        "SECRET_KEY": "only-for-benchmarks-" + "0" * 40,
        "SITE_URL": f"http://{HOST}",
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        "LOG_LEVEL": "ERROR",
        "DATABASE_URL": "",
        "REDIS_URL": "",
        "TWO_FACTOR": "optional",
        "GUNICORN_CMD_ARGS": "--access-logfile /dev/null",
    }


def prepare(data: Path, pages: int = 0) -> None:
    """Load the demo, and `pages` more; once, until the folder is removed."""
    done = data / "filled"
    if done.exists():
        return
    data.mkdir(parents=True, exist_ok=True)
    steps = [["migrate", "--noinput"], ["collectstatic", "--noinput"], ["demo"]]
    if pages:
        steps.append(["demo_large", "--pages", str(pages)])
    steps.append(["make_pictures"])
    for step in steps:
        print(f"{data.name}: {step[0]} …", file=sys.stderr, flush=True)
        # What takes long says how far it is.
        manage(data, *step, output=sys.stderr)
    done.touch()


def manage(data: Path, *command: str, output: TextIO) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**os.environ, **environ(data)},
        check=True,
        stdout=output,
        stderr=subprocess.DEVNULL,
    )


def serve(data: Path) -> Server:
    return gunicorn("config.wsgi", ROOT, environ(data))


def serve_uncached(data: Path) -> Server:
    settings = {"DJANGO_SETTINGS_MODULE": "benchmarks.uncached"}
    return gunicorn("config.wsgi", ROOT, environ(data) | settings)


def serve_at_first_look(data: Path) -> Server:
    """A site of which each page is made as by a process that has made none before."""
    return gunicorn("config.wsgi", ROOT, environ(data) | NOTHING_KEPT)


def queries_of(
    path: str, folder: Path, python: str, settings: dict[str, str], cookie: str = ""
) -> int:
    """How many queries the second look at a page takes, in any Django project."""
    signed_in = [cookie] if cookie else []
    told = _told_by(QUERIES, [path, *signed_in], folder, python, settings)
    return int(told.split()[-1])


def sign_in(data: Path) -> tuple[int, str]:
    """The key of the list of conditions, and the cookie of an editor's session."""
    told = _told_by(SIGN_IN, [], ROOT, sys.executable, environ(data)).split()
    return int(told[-2]), told[-1]


def _told_by(
    code: str, arguments: list[str], folder: Path, python: str, settings: dict[str, str]
) -> str:
    return subprocess.run(
        [python, "-c", f"import django; django.setup()\n{code}", *arguments],
        cwd=folder,
        env={**os.environ, **settings},
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ).stdout
