"""Backups that are damaged or do not fit: never unpacked, and nothing is changed."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from config.backups.archive import BrokenBackup
from config.backups.restoring import try_out
from tests.config.backups.kept import (
    ASK_MARK,
    PICTURE,
    contents,
    opened,
    pack,
)

# Only then pytest-django makes the database that is copied here.
pytestmark = pytest.mark.django_db


def damaged(file: Path, how: str, target: Path) -> Path:
    members = contents(file)
    if how == "cut off":
        target.write_bytes(file.read_bytes()[:-2000])
        return target
    if how == "another file":
        target.write_text("no backup")
        return target
    if how == "a changed picture":
        members[f"media/{PICTURE}"] = b"another"
    elif how == "a missing picture":
        del members[f"media/{PICTURE}"]
    elif how == "a way out":
        members = {"../escaped": b"x", **members}
    elif how == "no list":
        del members["manifest.json"]
    return pack(target, members)


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("cut off", "cut off"),
        ("another file", "no backup at all"),
        ("a changed picture", f"Not as it was put in: media/{PICTURE}"),
        ("a missing picture", f"Not as it was put in: media/{PICTURE}"),
        ("a way out", "what no backup holds: ../escaped"),
        ("no list", "list of checksums is missing"),
    ],
)
def test_a_damaged_backup_is_never_unpacked_whole(filled, tmp_path, how, reason):
    file = damaged(filled.file, how, tmp_path / "damaged.tar.gz")

    with pytest.raises(BrokenBackup, match=re.escape(reason)), opened(file):
        pytest.fail("It was taken for whole.")
    assert not list(Path(settings.DATA_DIR).glob(".restore-*"))


def test_a_damaged_backup_changes_nothing(filled, tmp_path):
    before = filled.files(), filled.query(ASK_MARK), sorted(filled.folder.iterdir())
    file = damaged(filled.file, "a changed picture", tmp_path / "damaged.tar.gz")
    done = filled.manage("restore", file, "--replace")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert (
        filled.files(), filled.query(ASK_MARK), sorted(filled.folder.iterdir()),
    ) == before  # fmt: skip


def with_manifest(file: Path, target: Path, **changes) -> Path:
    members = contents(file)
    manifest = json.loads(members["manifest.json"]) | changes
    names = {*manifest["files"], "manifest.json"}
    members["manifest.json"] = json.dumps(manifest).encode()
    return pack(target, {name: members[name] for name in names})


def test_trying_out_finds_a_picture_that_the_database_names_and_nobody_has(
    filled, tmp_path
):
    known = json.loads(contents(filled.file)["manifest.json"])["files"]
    del known[f"media/{PICTURE}"]
    file = with_manifest(filled.file, tmp_path / "without.tar.gz", files=known)

    with pytest.raises(BrokenBackup, match=PICTURE), opened(file) as (folder, said):
        try_out(folder, said)


def test_trying_out_finds_rows_that_are_missing(filled, tmp_path):
    file = with_manifest(
        filled.file, tmp_path / "more.tar.gz", rows={"wagtailcore_page": 99}
    )

    with (
        pytest.raises(BrokenBackup, match="Rows are missing"),
        opened(file) as (folder, said),
    ):
        try_out(folder, said)


def test_a_backup_of_another_kind_of_database_is_refused(filled, tmp_path):
    file = with_manifest(filled.file, tmp_path / "o.tar.gz", database="oracle")

    with pytest.raises(BrokenBackup, match="It is of oracle"), opened(file):
        pytest.fail("It was taken for ours.")
