"""A disk without room: a clear error, no half file, no row without a file."""

import os
import shutil
import subprocess
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from PIL import Image
from wagtail.documents import get_document_model

from home.models import PracticeImage
from home.storage import NO_ROOM, WholeFiles
from tests.faults.servers import IS_ROOT

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory):
    """A file system of one megabyte."""
    if not IS_ROOT:
        pytest.skip("only root may mount a file system")
    folder = tmp_path_factory.mktemp("small")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        pytest.skip(f"this machine lets nobody mount: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607


@pytest.fixture
def full_media(small_disk, settings):
    """Media on that disk, with next to no room."""
    settings.MEDIA_ROOT = small_disk / "media"
    filler = small_disk / "filler"
    filler.write_bytes(os.urandom(900_000))
    yield settings.MEDIA_ROOT
    filler.unlink()
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def picture(side: int) -> SimpleUploadedFile:
    file = BytesIO()
    Image.frombytes("RGB", (side, side), os.urandom(3 * side * side)).save(file, "PNG")
    return SimpleUploadedFile("fern.png", file.getvalue(), "image/png")


def files_below(folder) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def upload(owner, kind: str, file):
    return owner.post(
        f"/admin/{kind}/add/", {"title": "Fern", "file": file, "description": "Fern"}
    )


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("images", picture(300)),
        ("documents", SimpleUploadedFile("a.txt", b"words " * 50_000, "text/plain")),
    ],
)
def test_an_upload_without_room_is_an_error_in_the_form(owner, full_media, kind, file):
    before = PracticeImage.objects.count(), get_document_model().objects.count()
    page = upload(owner, kind, file)

    assert page.status_code == 200
    assert str(NO_ROOM) in page.content.decode()
    assert "Fern" in page.content.decode()
    assert files_below(full_media) == []
    assert (
        PracticeImage.objects.count(), get_document_model().objects.count(),
    ) == before  # fmt: skip


def test_with_room_again_the_same_upload_is_taken(owner, small_disk, settings):
    settings.MEDIA_ROOT = small_disk / "media"

    assert upload(owner, "images", picture(60)).status_code == 302
    assert "fern" in files_below(settings.MEDIA_ROOT / "original_images")[0]
    shutil.rmtree(settings.MEDIA_ROOT)


def test_a_file_that_is_cut_off_is_not_left_behind(full_media):
    with pytest.raises(OSError, match="No space left"):
        default_storage.save("fern.bin", ContentFile(os.urandom(MEGABYTE)))

    assert files_below(full_media) == []


def fill(file: Path) -> None:
    """Leave no room at all."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT)
    with suppress(OSError):
        while os.write(descriptor, bytes(4096)):
            pass
    os.close(descriptor)


def test_pages_are_shown_while_nothing_can_be_kept(practice, visitor, small_disk):
    place = {
        "BACKEND": "config.caches.ForgivingFileCache", "LOCATION": small_disk / "cache",
    }  # fmt: skip
    fill(small_disk / "filler")
    with override_settings(CACHES={**caches.settings, "default": place}):
        pages = [
            visitor.get(path) for path in ("/", "/search/?query=lupus", "/enquiry/")
        ]
        caches["default"].set("fern", 1)
        kept = caches["default"].get("fern")
    (small_disk / "filler").unlink()

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert kept is None


def test_two_files_of_one_name_are_both_kept(tmp_path):
    storage = WholeFiles(location=tmp_path)
    names = {storage.save("a/fern.txt", ContentFile(str(n).encode())) for n in range(3)}

    assert len(names) == 3
    assert len(files_below(tmp_path)) == 3
    assert {storage.open(name).read() for name in names} == {b"0", b"1", b"2"}
