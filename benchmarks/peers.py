"""Other systems with the same article: `wagtail start`'s project, and CodeRed CMS."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.ours import KEPT
from benchmarks.serving import Server, gunicorn

PACKAGES = ["wagtail==7.4.*", "coderedcms==6.0.*", "gunicorn>=23"]
PYTHON = KEPT / "venv" / "bin" / "python"
STOCK_MODEL = """
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    body = RichTextField(blank=True)
    content_panels = [*Page.content_panels, "body"]
"""
STOCK_TEMPLATE = """{% extends "base.html" %}
{% load wagtailcore_tags %}
{% block content %}<h1>{{ page.title }}</h1>{{ page.body|richtext }}{% endblock %}
"""
SETTINGS = """
from {project}.settings.base import *

DEBUG = False
SECRET_KEY = "only-for-benchmarks"
ALLOWED_HOSTS = ["*"]
WAGTAIL_CACHE = {cached}
CACHES = {{"default": {{"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}}}
STORAGES = {{
    "default": {{"BACKEND": "django.core.files.storage.FileSystemStorage"}},
    "staticfiles": {{
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }},
}}
"""
FILL_STOCK = """
import sys
from home.models import HomePage
page = HomePage.objects.get()
page.title, page.body = "Lupus", sys.stdin.read()
page.save_revision().publish()
"""
FILL_CODERED = """
import json, sys
from coderedcms.models import CoderedPage
from website.models import WebPage
page = WebPage.objects.first()
text = {"text": sys.stdin.read(), "settings": {}}
content = {"settings": {}, "content": [{"type": "text", "value": text["text"]}]}
column = {"type": "content", "value": content}
row = {"settings": {}, "content": [column]}
page.title, page.body = "Lupus", json.dumps([{"type": "row", "value": row}])
page.save_revision().publish()
"""


@dataclass(frozen=True)
class Peer:
    """One project in a folder of its own, and the settings it is served with."""

    name: str
    folder: Path
    project: str
    settings: str

    @property
    def environ(self) -> dict[str, str]:
        return {"DJANGO_SETTINGS_MODULE": f"{self.project}.settings.{self.settings}"}

    def serve(self) -> Server:
        return gunicorn(f"{self.project}.wsgi", self.folder, self.environ, str(PYTHON))


STOCK = Peer("wagtail start", KEPT / "stock", "stock", "plain")
CODERED = Peer("CodeRed CMS", KEPT / "codered", "codered", "plain")
CODERED_CACHED = Peer("… wagtail-cache", KEPT / "codered", "codered", "cached")


def prepare(article: str) -> list[Peer]:
    """Install and fill them, once; `article` is HTML as an editor may write it."""
    if not PYTHON.exists():
        _tell("installing Wagtail and CodeRed CMS")
        _run([sys.executable, "-m", "venv", str(KEPT / "venv")], KEPT)
        _run([str(PYTHON), "-m", "pip", "install", "--quiet", *PACKAGES], KEPT)
    if not (STOCK.folder / "filled").exists():
        _make_stock(article)
    if not (CODERED.folder / "filled").exists():
        _make_codered(article)
    return [STOCK, CODERED, CODERED_CACHED]


def _make_stock(article: str) -> None:
    folder = STOCK.folder
    _start([str(PYTHON.with_name("wagtail")), "start", "stock", str(folder)], folder)
    (folder / "home" / "models.py").write_text(STOCK_MODEL)
    template = folder / "home" / "templates" / "home" / "home_page.html"
    template.write_text(STOCK_TEMPLATE)
    _add_settings(STOCK, cached=False)
    _manage(STOCK, "makemigrations", "home")
    _fill(STOCK, FILL_STOCK, article)


def _make_codered(article: str) -> None:
    folder = CODERED.folder
    program = str(PYTHON.with_name("coderedcms"))
    _start([program, "start", "codered", str(folder)], folder)
    for peer in (CODERED, CODERED_CACHED):
        _add_settings(peer, cached=peer is CODERED_CACHED)
    _fill(CODERED, FILL_CODERED, article)


def _start(command: list[str], folder: Path) -> None:
    _tell(f"making {folder.name}")
    folder.mkdir(parents=True, exist_ok=True)
    _run(command, folder)


def _add_settings(peer: Peer, *, cached: bool) -> None:
    file = peer.folder / peer.project / "settings" / f"{peer.settings}.py"
    file.write_text(SETTINGS.format(project=peer.project, cached=cached))


def _fill(peer: Peer, script: str, article: str) -> None:
    _manage(peer, "migrate", "--noinput")
    _manage(peer, "collectstatic", "--noinput")
    script = f"import django; django.setup()\n{script}"
    _run([str(PYTHON), "-c", script], peer.folder, peer.environ, article)
    (peer.folder / "filled").touch()


def _manage(peer: Peer, *command: str) -> None:
    _run([str(PYTHON), "manage.py", *command], peer.folder, peer.environ)


def _run(
    command: list[str], folder: Path, environ: dict[str, str] | None = None, told=""
) -> None:
    subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **(environ or {})},
        input=told,
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _tell(step: str) -> None:
    print(f"peers: {step} …", file=sys.stderr, flush=True)
