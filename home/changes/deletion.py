"""The records whose deletion was told, and whose rows are not deleted yet."""

import re
import threading
from collections import defaultdict

from django.db import models

from home.changes.queries import tables_of

OF_ROWS = re.compile(
    r'DELETE FROM "(\w+)" WHERE "\1"\."(?:id|page_ptr_id)" IN \([%s, ]+\)$'
)


class _Deletion(threading.local):
    def __init__(self) -> None:
        self._keys: defaultdict[str, set[object]] = defaultdict(set)

    def begin(self, instance: models.Model) -> None:
        for table in tables_of(type(instance)):
            self._keys[table].add(instance.pk)

    def end(self, instance: models.Model, **kwargs) -> None:
        self._keys[instance._meta.db_table].discard(instance.pk)

    def forget(self) -> None:
        self._keys.clear()

    def writes(self, table: str, sql: str, parameters) -> bool:
        """Whether this statement belongs to it."""
        return (
            OF_ROWS.match(sql) is not None
            and bool(parameters)
            and self._keys[table].issuperset(parameters)
        )


deletion = _Deletion()
