"""Pictures that people upload are read to their end, and written anew."""

import struct
import zipfile
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps
from wagtail.images.fields import ImageFileExtensionValidator, WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.storage import refuse_without_place

FORMATS = ["AVIF", "GIF", "JPEG", "PNG", "WEBP"]
# How to write them again, hardly to be told from what came.
HOW_TO_WRITE: dict[str | None, dict[str, object]] = {
    "AVIF": {"quality": 90},
    "GIF": {},
    "JPEG": {"quality": 95, "subsampling": 0, "optimize": True},
    "PNG": {"optimize": False},
    "WEBP": {"quality": 92},
}
# What Pillow raises at files that are broken or made to break it.
UNREADABLE = (
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    Pillow.DecompressionBombError,
)
# What a browser would run, or a server, where a file says that it is something else.
MARKUP = [b"<script", b"<html", b"<!doctype", b"<svg", b"<iframe", b"<?php", b"<%@"]
A_COMMENT_BEGINS = b"/*"  # where a picture's first number stands: a script in disguise

BROKEN = _("This picture is damaged or not complete. Please save it again and retry.")
DISGUISED = _("This file holds something else besides what its name says.")


class PictureField(WagtailImageField):
    """Takes a picture that can be read to its end, and writes it without all else.

    What a camera adds stays behind: where it was, its owner, its thumbnails. Of moving
    pictures the first one is kept, for pages here have no motion.
    """

    def to_python(self, data):
        if data in self.empty_values:
            return None
        ImageFileExtensionValidator(data)
        if data.size <= self.max_upload_size:
            _refuse_disguise(data)
            self._refuse_what_is_too_large(data)
        data.seek(0)
        try:
            upload = super().to_python(data)
            return _rewritten(upload)
        except UNREADABLE as error:
            raise ValidationError(BROKEN, code="invalid_image") from error

    def _refuse_what_is_too_large(self, data: UploadedFile) -> None:
        """Judge by what the file says of itself, before anything is unpacked."""
        try:
            width, height = _open(data).size
        except Pillow.DecompressionBombError:
            width = height = 100_000
        except UNREADABLE:
            return  # The next one to look at it says so.
        if width * height > self.max_image_pixels:
            message = self.error_messages["file_too_many_pixels"] % {
                "num_pixels": width * height,
                "max_pixels_count": self.max_image_pixels,
            }
            raise ValidationError(message, code="file_too_many_pixels")


class PictureForm(BaseImageForm):
    """The form of a picture wherever one is uploaded."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if usual := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=usual.label, widget=usual.widget, required=usual.required
            )

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            refuse_without_place(file)
        return file


def _open(file) -> Pillow.Image:
    file.seek(0)
    return Pillow.open(file, formats=FORMATS)


def _rewritten(upload: UploadedFile) -> UploadedFile:
    picture = _open(upload)
    picture.seek(0)
    picture.load()
    # Phones put several pictures into one JPEG, which Pillow calls MPO.
    kind = "JPEG" if picture.format == "MPO" else picture.format
    how = HOW_TO_WRITE[kind].copy()
    upright = ImageOps.exif_transpose(picture)
    if picture.format == "JPEG" and picture.getexif().get(0x0112, 1) == 1:
        upright, how = picture, {"quality": "keep"}
    if profile := picture.info.get("icc_profile"):
        how["icc_profile"] = profile
    for told in ("exif", "xmp", "comment", "XML:com.adobe.xmp"):
        upright.info.pop(told, None)
    file = BytesIO()
    upright.save(file, kind, exif=b"", **how)
    return _like(upload, file)


def _like(upload: UploadedFile, file: BytesIO) -> UploadedFile:
    size = file.tell()
    file.seek(0)
    return InMemoryUploadedFile(
        file, "file", upload.name, upload.content_type, size, None
    )


def _refuse_disguise(upload: UploadedFile) -> None:
    """Refuse what is a picture and at once a page, a script, a document, an archive."""
    upload.seek(0)
    content = upload.read()
    upload.seek(0)
    lower = content.lower()
    is_script = A_COMMENT_BEGINS in (content[4:6], content[6:8])
    is_other = b"%pdf-" in lower[:1024] or zipfile.is_zipfile(upload)
    upload.seek(0)
    if is_script or is_other or any(sign in lower for sign in MARKUP):
        raise ValidationError(DISGUISED, code="disguised")
