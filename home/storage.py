"""Where files are kept, and what is said when that is full or away."""

import os
import shutil
from pathlib import Path, PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

# Originals may hold more than was meant to be shown; documents have rules of their own.
PUBLIC_FOLDERS = ("images/", "avatar_images/", "share-cards/")
A_YEAR = 31_536_000  # seconds
# For the small copies that are made of a picture at once.
ROOM_BESIDES = 256_000  # bytes
NO_ROOM = _(
    "There is no room left for this file on the server; nothing was saved. Please tell "
    "who looks after the website."
)
NO_STORE = _(
    "The place where files are kept cannot be reached right now; nothing was saved. "
    "Please try again in a few minutes."
)


class StoreFailure(OSError):  # noqa: N818 It is no fault of the code.
    """The object store did not do what it was asked; the message says why."""


class WholeFiles(FileSystemStorage):
    """Keeps each file whole or not at all: what a full disk cuts off goes again."""

    def _save(self, name, content):
        draft = str(PurePosixPath(name).parent / f".{get_random_string(16)}")
        try:
            super()._save(draft, content)
            name = self._reserve(name)
            os.replace(self.path(draft), self.path(name))
        finally:
            Path(self.path(draft)).unlink(missing_ok=True)
        return name

    def _reserve(self, name: str) -> str:
        """Take a name that nobody else has, also not in this very moment."""
        while True:
            try:
                Path(self.path(name)).touch(exist_ok=False)
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name


def refuse_without_place(file: UploadedFile) -> None:
    """Raise ValidationError where the disk is full, or the object store is away."""
    if not isinstance(default_storage, FileSystemStorage):
        _refuse_without_store()
        return
    place = Path(default_storage.location)
    place.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(place).free < file.size + ROOM_BESIDES:
        raise ValidationError(NO_ROOM, code="no_room")


def _refuse_without_store() -> None:
    try:
        default_storage.exists("images/any")
    except StoreFailure as error:
        raise ValidationError(NO_STORE, code="no_store") from error
