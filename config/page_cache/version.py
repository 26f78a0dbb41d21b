"""What tells the pages of one version of the site from those of another."""

import hashlib
from functools import cache

from django.conf import settings

ROOMS = ["config", "contact", "home", "search", "team", "templates", "treatments"]
SUFFIXES = {".html", ".py", ".toml", ".mo", ".xml"}
# What changes the words or links of a page without a change of the code.
SETTINGS = [
    *("SITE_URL", "LANGUAGE_CODE", "TIME_ZONE"),
    *("MEDIA_URL", "MEDIA_S3_BUCKET", "MEDIA_S3_ENDPOINT", "MEDIA_S3_URL"),
]


@cache
def version() -> str:
    """A mark of code, templates and styles: an update of the site keeps no old page."""
    told = hashlib.blake2b(digest_size=8)
    told.update(repr([getattr(settings, name) for name in SETTINGS]).encode())
    files = [settings.BASE_DIR / "requirements.lock"]
    files.append(settings.STATIC_ROOT / "staticfiles.json")
    for room in ROOMS:
        found = (settings.BASE_DIR / room).rglob("*.*")
        files += sorted(file for file in found if file.suffix in SUFFIXES)
    for file in files:
        if file.is_file():
            told.update(str(file.relative_to(file.anchor)).encode())
            told.update(file.read_bytes())
    return told.hexdigest()
