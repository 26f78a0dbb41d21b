"""A backup and the way back, with the real commands on a practice of its own."""

import json

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import CommandError, call_command
from django.test import override_settings

from config.backups import databases, making, media
from config.backups.archive import unpack
from config.backups.databases import CannotBeDone, Postgresql
from config.backups.making import make_backup
from tests.config.backups.kept import (
    ASK_AFTERWARDS,
    ASK_MARK,
    MARK,
    PICTURE,
    SHARE_CARD,
    contents,
)

# Only then pytest-django makes the database that is copied here.
pytestmark = pytest.mark.django_db


def test_a_backup_holds_database_and_media_for_its_owner_only(filled):
    members = contents(filled.file)
    manifest = json.loads(members["manifest.json"])

    assert members[f"media/{PICTURE}"] == PICTURE.encode()
    assert set(manifest["files"]) == set(members) - {"manifest.json"}
    assert manifest["rows"]["home_practiceimage"] == 1
    assert filled.file.stat().st_mode & 0o077 == 0


def test_a_backup_writes_over_nothing(filled):
    before = filled.file.read_bytes()
    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", filled.file)

    assert filled.file.read_bytes() == before


def test_what_is_uploaded_meanwhile_is_not_forgotten(tmp_path, settings, monkeypatch):
    # A database in memory that a test writes in waits for itself.
    monkeypatch.setattr(making, "_put_database", lambda writer, folder: None)
    settings.MEDIA_ROOT = tmp_path / "media"
    for name in ("early.png", "growing.png"):
        default_storage.save(name, ContentFile(b"half"))
    for name, _number, _total in make_backup(tmp_path / "a.tar.gz"):
        if name == "the database":
            default_storage.save("late.png", ContentFile(b"late"))
            (settings.MEDIA_ROOT / "growing.png").write_bytes(b"half and half")
            default_storage.delete("early.png")
    (tmp_path / "all").mkdir()
    *_names, manifest = unpack(tmp_path / "a.tar.gz", tmp_path / "all")

    assert (tmp_path / "all/media/late.png").read_bytes() == b"late"
    assert (tmp_path / "all/media/growing.png").read_bytes() == b"half and half"
    assert "media/early.png" in manifest.files


def test_trying_a_backup_out_changes_nothing(filled):
    before = filled.files(), sorted(filled.folder.iterdir())
    done = filled.manage("restore", filled.file, "--check")

    assert done.returncode == 0, done.stderr
    assert "can be restored: 3 files" in done.stdout
    assert (filled.files(), sorted(filled.folder.iterdir())) == before


def test_nothing_is_replaced_unasked(filled):
    done = filled.manage("restore", filled.file)

    assert done.returncode == 1
    assert "--replace" in done.stderr
    assert "nothing was changed" in done.stderr


def test_the_way_back_brings_all_and_keeps_what_was_there(filled):
    filled.query(MARK)
    (filled.media / PICTURE).unlink()
    (filled.media / "new.png").write_text("new")
    filled.shell("from django.core.cache import cache; cache.set('kept', 'before')")
    done = filled.manage("restore", filled.file, "--replace")
    (aside,) = filled.folder.glob("before-restore-*")

    assert done.returncode == 0, done.stderr
    assert filled.query(ASK_MARK) == [("(602) 555-0177",)]
    assert set(filled.files()) == {PICTURE, SHARE_CARD}
    assert (aside / "media/new.png").read_text() == "new"
    assert [path for path in aside.iterdir() if path.name.startswith("database")]
    assert (filled.folder / "pages/changes").read_text().rstrip().endswith("W *")
    assert filled.shell(ASK_AFTERWARDS) == "Fern None"


def test_without_postgresqls_programs_one_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(databases.shutil, "which", lambda program: None)
    with pytest.raises(CannotBeDone, match="pg_dump is not on this machine"):
        Postgresql()._run("pg_dump")


def test_media_of_an_object_store_come_back_without_replacing_any(tmp_path):
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    folder = tmp_path / "media"
    (folder / "images").mkdir(parents=True)
    (folder / "images/a.png").write_text("from the backup")
    (folder / "images/b.png").write_text("from the backup")
    with override_settings(STORAGES={**settings.STORAGES, "default": memory}):
        assert storages["default"] is not None
        default_storage.save("images/b.png", ContentFile("still here"))
        media.put_back(folder, tmp_path)
        found = {name: default_storage.open(name).read() for name in media.names()}

    assert found == {"images/a.png": b"from the backup", "images/b.png": b"still here"}
