"""A practice that is kept in a backup, and the files that backups are."""

import io
import os
import secrets
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.conf import settings

from config.backups.databases import Postgresql
from config.backups.restoring import unpacked

PICTURE, SHARE_CARD = "original_images/garden.png", "share-cards/1/a.png"
MARK = "UPDATE home_practicesettings SET phone = '(602) 555-0142'"
ASK_MARK = "SELECT phone FROM home_practicesettings"
FILL = """
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from wagtail.models import Page, Site
from home.models import HomePage, PracticeImage, PracticeSettings, StandardPage
words = {"summary": "Ferns, and how the practice grows them in all its rooms. " * 2}
home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", **words))
Site.objects.update(root_page=home)
home.add_child(instance=StandardPage(title="Fern", **words))
call_command("rebuild_search", verbosity=0)
site = Site.objects.get(is_default_site=True)
PracticeSettings.objects.update_or_create(site=site, defaults={"phone": "(602) 555-0177"})
for name in %r:
    default_storage.save(name, ContentFile(name.encode()))
PracticeImage.objects.create(title="Garden", file=%r, width=1, height=1)
""" % ([PICTURE, SHARE_CARD], PICTURE)  # noqa: UP031 The braces are Python's.

ASK_AFTERWARDS = """
from django.core.cache import cache
from django.test import RequestFactory
from home.site import PracticeSite
from search.engine import find
site = PracticeSite(RequestFactory(SERVER_NAME="localhost").get("/"))
print(find("fern", site).hits[0].title, cache.get("kept"))
"""
opened = partial(unpacked, tell=lambda name: None)


@dataclass
class Practice:
    """A practice with a folder and a database of its own."""

    folder: Path
    database_url: str

    @property
    def media(self) -> Path:
        return self.folder / "media"

    @property
    def file(self) -> Path:
        return self.folder.parent / "practice.tar.gz"

    def manage(self, *words: object) -> subprocess.CompletedProcess:
        environ = {
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database_url,
            "SECRET_KEY": settings.SECRET_KEY,
            "SITE_URL": "http://localhost",
        }
        return subprocess.run(  # noqa: S603 Our own commands.
            [sys.executable, "manage.py", *map(str, words)],
            cwd=settings.BASE_DIR,
            env=environ,
            text=True,
            capture_output=True,
        )

    def shell(self, code: str) -> str:
        done = self.manage("shell", "--verbosity=0", "-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def query(self, statement: str) -> list[tuple]:
        if self.database_url:
            opened = psycopg.connect(self.database_url)
        else:
            opened = sqlite3.connect(self.folder / "db.sqlite3")
        with closing(opened):
            found = opened.execute(statement)
            rows = found.fetchall() if found.description else []
            opened.commit()
            return rows

    def files(self) -> dict[str, bytes]:
        found = [path for path in self.media.rglob("*") if path.is_file()]
        return {str(p.relative_to(self.media)): p.read_bytes() for p in found}


@contextmanager
def own_postgresql(folder: Path) -> Iterator[str]:
    """A copy of the tests' migrated database."""
    name = f"backup_{secrets.token_hex(4)}"
    address = Postgresql()._address()
    dumped = folder / "migrated.dump"
    Postgresql().dump(dumped)
    with psycopg.connect(**address, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        Postgresql()._load_into(dumped, Postgresql()._target(name))
        user, host = quote(str(address.get("user", ""))), address.get("host", "")
        password = quote(str(address.get("password", "")), safe="")
        who = f"{user}:{password}" if password else user
        port = address.get("port") or 5432
        yield f"postgres://{who}@{host}:{port}/{name}"
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def filled_with_pages(practice: Practice) -> Practice:
    practice.shell(FILL)
    done = practice.manage("backup", practice.file)
    assert done.returncode == 0, done.stderr
    return practice


def contents(file: Path) -> dict[str, bytes]:
    with tarfile.open(file) as archive:
        members = archive.getmembers()
        return {one.name: archive.extractfile(one).read() for one in members}


def pack(file: Path, members: dict[str, bytes]) -> Path:
    with tarfile.open(file, "w:gz") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file
