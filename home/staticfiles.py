"""The stylesheet and the script: small parts in the source, one file for a visitor."""

import os
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

STATIC = settings.BASE_DIR / "static"
PARTS = STATIC / "css" / "parts"
SCRIPTS = STATIC / "js" / "parts"
# Each file that a visitor loads, and the folder with what it is made of.
MADE_OF = {"css/site.css": PARTS, "js/site.js": SCRIPTS}


# What is for those who write them: indentation, and comments that fill their lines.
FOR_AUTHORS = re.compile(r"^[ \t]*(//.*|/\*[^*]*\*/)\n|^[ \t]+", re.MULTILINE)


def whole(folder: Path) -> str:
    """Put the parts together; what orders the layers of the stylesheet sorts first."""
    parts = sorted(part for part in folder.iterdir() if part.suffix in {".css", ".js"})
    return FOR_AUTHORS.sub("", "\n".join(part.read_text("utf-8") for part in parts))


def write_if_new(path: Path, text: str) -> None:
    """Write a file in one step, so that nobody reads half of it."""
    if path.is_file() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(text, "utf-8")
    draft.replace(path)


class WholeFilesFinder(BaseFinder):
    """Finds the files that are made of parts, and keeps them in the data folder."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "whole")
        super().__init__(*args, **kwargs)

    def _make(self, name: str) -> str:
        path = self.storage.path(name)
        write_if_new(Path(path), whole(MADE_OF[name]))
        return path

    def find(self, path, find_all=False):
        if path not in MADE_OF:
            return []
        made = self._make(path)
        return [made] if find_all else made

    def list(self, ignore_patterns):
        for name in MADE_OF:
            if not matches_patterns(name, ignore_patterns):
                self._make(name)
                yield name, self.storage
