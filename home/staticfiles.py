"""The stylesheet: many small parts in the source, one file for a visitor."""

import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

STYLESHEET = "css/site.css"
PARTS = settings.BASE_DIR / "static" / "css" / "parts"


def whole_stylesheet() -> str:
    """Put the parts together; the one that orders the layers sorts first."""
    return "\n".join(part.read_text("utf-8") for part in sorted(PARTS.glob("*.css")))


def write_if_new(path: Path, text: str) -> None:
    """Write a file in one step, so that nobody reads half of it."""
    if path.is_file() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(text, "utf-8")
    draft.replace(path)


class StylesheetFinder(BaseFinder):
    """Finds css/site.css, made of css/parts and kept in the data folder."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "stylesheet")
        super().__init__(*args, **kwargs)

    def _make(self) -> str:
        path = self.storage.path(STYLESHEET)
        write_if_new(Path(path), whole_stylesheet())
        return path

    def find(self, path, find_all=False):
        if path != STYLESHEET:
            return []
        made = self._make()
        return [made] if find_all else made

    def list(self, ignore_patterns):
        if not matches_patterns(STYLESHEET, ignore_patterns):
            self._make()
            yield STYLESHEET, self.storage
