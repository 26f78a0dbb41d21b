"""The one journal of this process."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from home.changes.file_journal import FileJournal
from home.changes.journal import Journal


@cache
def the_journal() -> Journal:
    """The journal that all processes of this site write in and read."""
    if settings.REDIS_URL:
        # Its library takes 7 MB of each worker, which most sites have no use for.
        journal = import_string("home.changes.redis_journal.RedisJournal")
        return journal(settings.REDIS_URL)
    return FileJournal(Path(settings.PAGE_CACHE_DIR) / "changes")
