"""Wagtail's search in the database, for editors who may type any sign."""

from django.db import connection
from django.utils.module_loading import import_string
from modelsearch.backends import database

# By its name: in another database the very import of Wagtail's search in SQLite fails.
IN_SQLITE = "config.admin_search_sqlite.PatientSQLiteSearchBackend"


def SearchBackend(params: dict):  # noqa: N802 Wagtail looks for this name.
    """Return the backend of the database in use."""
    if connection.vendor == "sqlite":
        return import_string(IN_SQLITE)(params)
    return database.SearchBackend(params)
