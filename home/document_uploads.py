"""Documents that people upload are what their name says, and complete."""

import zipfile
import zlib
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

from home.picture_uploads import MARKUP
from home.storage import refuse_without_place

# What an archive of this kind must have in it.
OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
MACROS = "vbaproject.bin"
MOST_UNPACKED = 100_000_000  # bytes
TEXT = ("csv", "txt", "vtt")
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"PK\x03\x04", b"%PDF-")


class DocumentForm(BaseDocumentForm):
    """The form of a document wherever one is uploaded."""

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            ending = PurePath(file.name).suffix[1:].lower()
            if not _is_sound(file, ending):
                message = _("This is not a .%(ending)s file, or it is damaged.")
                raise ValidationError(message % {"ending": ending}, code="mislabelled")
            refuse_without_place(file)
        return file


def _is_sound(file: UploadedFile, ending: str) -> bool:
    """Whether the content fits the ending; endings we do not take are judged later."""
    file.seek(0)
    try:
        if ending in TEXT:
            return _is_text(file.read(), ending)
        if ending in OFFICE:
            return _is_office(file, OFFICE[ending])
        if ending == "pdf":
            return _is_pdf(file)
        return ending != "mp4" or _is_film(file)
    finally:
        file.seek(0)


def _is_text(content: bytes, ending: str) -> bool:
    beginning = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"\0" in content or beginning.startswith((*MARKUP, b"<?xml")):
        return False
    if content.startswith(PROGRAMS):
        return False
    return ending != "vtt" or beginning.startswith(b"webvtt")


def _is_pdf(file: UploadedFile) -> bool:
    is_begun = file.read(5) == b"%PDF-"
    file.seek(max(file.size - 2048, 0))
    is_ended = b"%%EOF" in file.read()
    file.seek(0)
    return is_begun and is_ended and not zipfile.is_zipfile(file)


def _is_office(file: UploadedFile, part: str) -> bool:
    if file.read(4) != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if sum(one.file_size for one in parts) > MOST_UNPACKED:
                return False
            names = [one.filename for one in parts]
            if any(name.lower().endswith(MACROS) for name in names):
                return False
            return part in names and archive.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        return False
    except (NotImplementedError, RuntimeError):  # Unknown packing; a password.
        return False


def _is_film(file: UploadedFile) -> bool:
    """Whether its boxes fill the file exactly. Source: ISO/IEC 14496-12, 4.2."""
    names: list[bytes] = []
    at = 0
    while at < file.size and len(names) < 100_000:
        file.seek(at)
        head = file.read(16)
        size = int.from_bytes(head[:4])
        if size == 1:
            size = int.from_bytes(head[8:16])
        elif size == 0:
            size = file.size - at
        if size < 8:
            return False
        names.append(head[4:8])
        at += size
    return at == file.size and names[:1] == [b"ftyp"] and b"moov" in names
