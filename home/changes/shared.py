"""The one journal of this process."""

from functools import cache
from pathlib import Path

from django.conf import settings

from home.changes.file_journal import FileJournal
from home.changes.journal import Journal
from home.changes.redis_journal import RedisJournal


@cache
def the_journal() -> Journal:
    """The journal that all processes of this site write in and read."""
    if settings.REDIS_URL:
        return RedisJournal(settings.REDIS_URL)
    return FileJournal(Path(settings.PAGE_CACHE_DIR) / "changes")
