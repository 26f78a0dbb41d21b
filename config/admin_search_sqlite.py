"""Wagtail's search in SQLite, for editors who may type any sign."""

from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchBackend

# FTS5 takes these for the beginning of a phrase and the end of the text. What stands
# for them begins no word: to a query without any, Wagtail's lists have no answer.
STRANGE = str.maketrans({'"': "\u2033", "\0": "\u2033"})


class PatientSQLiteSearchBackend(SQLiteSearchBackend):
    """Does not fail on a lone quotation mark, as Wagtail's own does."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        words = query.translate(STRANGE) if isinstance(query, str) else query
        return super()._search(query_compiler_class, words, model_or_queryset, **kwargs)
