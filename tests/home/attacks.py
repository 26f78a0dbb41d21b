"""Files that nobody sends by mistake, made here."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image

SCRIPT = b"<script>alert(1)</script>"


def picture(kind="PNG", size=(40, 30), **how) -> bytes:
    file = BytesIO()
    # Noise does not shrink to nothing, so that a part of it is really missing.
    Image.effect_noise(size, 80).convert("RGB").save(file, kind, **how)
    return file.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return file.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return (
        struct.pack(">I", len(data))
        + kind
        + data
        + struct.pack(">I", zlib.crc32(kind + data))
    )


def png_bomb(side: int) -> bytes:
    """Small on the wire, and so many pixels wide and high."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", rows)
        + _chunk(b"IEND", b"")
    )


def text_bomb() -> bytes:
    whole = picture()
    text = b"Comment\0\0" + zlib.compress(b"x" * 80_000_000)
    return whole[:33] + _chunk(b"zTXt", text) + whole[33:]


JPEG, PNG, GIF = picture("JPEG"), picture("PNG"), picture("GIF")
ZIP = archive({"index.html": SCRIPT})
GIF_SCRIPT = b"GIF89a/*" + GIF[8:] + b"*/=1;alert(1)//"

# What → (file name, content)
PICTURES = {
    "bomb": ("bomb.png", png_bomb(30_000)),
    "bomb within Pillow's own limit": ("bomb.png", png_bomb(9_000)),
    "bomb of GIF": ("bomb.gif", GIF[:6] + b"\xff\xff\xff\xff" + GIF[10:]),
    "bomb of text": ("text.png", text_bomb()),
    "truncated JPEG": ("half.jpg", JPEG[: len(JPEG) // 2]),
    "truncated PNG": ("half.png", PNG[: len(PNG) // 2]),
    "truncated GIF": ("half.gif", GIF[: len(GIF) // 2]),
    "truncated WebP": ("half.webp", picture("WEBP")[:200]),
    "truncated AVIF": ("half.avif", picture("AVIF")[:300]),
    "only a beginning": ("start.jpg", JPEG[:20]),
    "GIF and script": ("run.gif", GIF_SCRIPT),
    "GIF beginning before a script": ("run.gif", b"GIF89a=1;alert(1)//"),
    "JPEG and script": ("run.jpg", JPEG[:4] + b"/*" + JPEG[6:] + b"*/alert(1)"),
    "JPEG and page": ("page.jpg", JPEG + SCRIPT),
    "page in a comment": ("page.jpg", picture("JPEG", comment=SCRIPT)),
    "PNG and PHP": ("run.png", PNG + b"<?php system('id'); ?>"),
    "PNG and archive": ("both.png", PNG + ZIP),
    "PDF in a comment": ("both.jpg", picture("JPEG", comment=b"%PDF-1.4")),
    "PNG called JPEG": ("other.jpg", PNG),
    "GIF called PNG": ("other.png", GIF),
    "page called picture": ("page.png", b"<!doctype html>" + SCRIPT),
    "drawing with a script": ("draw.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "drawing called picture": (
        "draw.png",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ),
    "TIFF called JPEG": ("scan.jpg", picture("TIFF")),
    "program": ("run.jpg", b"MZ" + bytes(500)),
    "nothing": ("empty.png", b""),
    "zeros": ("zero.png", bytes(2000)),
    "too many bytes": ("big.jpg", JPEG + bytes(11_000_000)),
}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>" * 50}
FILM = struct.pack(">I4s4sI", 16, b"ftyp", b"isom", 0) + struct.pack(">I4s", 8, b"moov")
ZEROS = dict.fromkeys("abcdefghijk", bytes(10_000_000))
DOCUMENTS = {
    "page called PDF": ("page.pdf", b"<html>" + SCRIPT),
    "truncated PDF": ("half.pdf", PDF[:30]),
    "PDF and archive": ("both.pdf", PDF + ZIP + b"%%EOF"),
    "page called text": ("page.txt", b"<!doctype html>" + SCRIPT),
    "program called text": ("run.txt", b"MZ" + bytes(500)),
    "archive called table": ("zip.csv", ZIP),
    "text called subtitles": ("words.vtt", b"Good morning"),
    "archive called letter": ("zip.docx", ZIP),
    "truncated letter": ("half.docx", archive(WORD)[:-30]),
    "letter with a macro": ("m.docx", archive(WORD | {"word/vbaProject.bin": b"x"})),
    "letter that is a bomb": ("b.docx", archive(WORD | ZEROS)),
    "letter called table": ("word.xlsx", archive(WORD)),
    "page called film": ("page.mp4", SCRIPT),
    "truncated film": ("half.mp4", FILM[:-2]),
    "page": ("page.html", SCRIPT),
    "drawing": ("draw.svg", b"<svg/>"),
    "nothing": ("empty.pdf", b""),
}
HONEST = {
    "leaflet.pdf": PDF,
    "letter.docx": archive(WORD),
    "film.mp4": FILM,
    "list.csv": b"name,town\nAda,Brackenfold\n",
    "words.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n",
    "note.txt": "Größe ≤ 3".encode(),
}
