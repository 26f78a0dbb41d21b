"""Full-text search in SQLite: FTS5 tables that triggers keep in step."""

from search.database.rows import NAME, fetch, marks, named

# Weights of the columns of search_text, in their order.
COLUMNS = ("names", "summary", "headings", "body")
WEIGHTS = "10.0, 4.0, 3.0, 1.0"
MOST_THREES = 12
# What no key has: without it, FTS5 fails on an empty search.
NO_NAME = "'\"---\"'"


def _fts(table: str, source: str, key: str, columns: tuple, options: str) -> list[str]:
    """Statements that make a full-text table over another one, and its triggers."""
    names = ", ".join(columns)
    old, new = (", ".join(f"{side}.{c}" for c in columns) for side in ("old", "new"))
    add = f"INSERT INTO {table}(rowid, {names}) VALUES (new.{key}, {new});"  # noqa: S608
    drop = (
        f"INSERT INTO {table}({table}, rowid, {names}) "  # noqa: S608
        f"VALUES ('delete', old.{key}, {old});"
    )
    return [
        f"CREATE VIRTUAL TABLE {table} USING fts5({names}, content='{source}', "
        f"content_rowid='{key}', {options})",
        f"CREATE TRIGGER {table}_added AFTER INSERT ON {source} BEGIN {add} END",
        f"CREATE TRIGGER {table}_dropped AFTER DELETE ON {source} BEGIN {drop} END",
        f"CREATE TRIGGER {table}_changed AFTER UPDATE ON {source} "
        f"BEGIN {drop} {add} END",
    ]


STATEMENTS = [
    *_fts(
        *("search_text", "search_indexedpage", "page_id", COLUMNS),
        "tokenize='unicode61 remove_diacritics 0'",
    ),
    *_fts(
        *("search_name", "search_pagename", "id", ("stems",)),
        "tokenize='unicode61 remove_diacritics 0'",
    ),
    *_fts(
        *("search_name_letters", "search_pagename", "id", ("key",)),
        "tokenize='trigram', detail='none'",
    ),
    "CREATE VIRTUAL TABLE search_letters USING fts5vocab(search_name_letters, row)",
]
UNDO = [
    f"DROP TABLE {table}"
    for table in ("search_letters", "search_text", "search_name", "search_name_letters")
]


def _phrase(words) -> str:
    return '"' + " ".join(words) + '"'


def _ranked(table: str, match: str) -> str:
    """A query for the names that match best in a full-text table."""
    return (
        f"SELECT {NAME} FROM (SELECT rowid FROM {table} WHERE {table} MATCH {match} "  # noqa: S608
        "ORDER BY rank LIMIT %s) f JOIN search_pagename n ON n.id = f.rowid"
    )


class SqliteEngine:
    """FTS5 with bm25 and weights for the columns."""

    def find_texts(self, quorum, most_ranked, limit):
        groups = [" OR ".join(map(_phrase, group)) for group in quorum.groups]
        match = " OR ".join(
            "(" + " AND ".join(f"({groups[i]})" for i in one) + ")"
            for one in quorum.sets
        )
        rows = fetch(
            "SELECT rowid, score FROM "  # noqa: S608
            f"(SELECT rowid, -bm25(search_text, {WEIGHTS}) AS score FROM search_text "
            "WHERE search_text MATCH %s LIMIT %s) ORDER BY score DESC LIMIT %s",
            [match, most_ranked, limit],
        )
        return [(page, score) for page, score in rows]

    def find_names(self, keys, terms, limit):
        match = " OR ".join(_phrase([term]) for term in terms)
        others = _ranked("search_name", "%s") if match else ""
        sql, values = named(keys, limit, others)
        return fetch(sql, [*values, match, limit] if match else values)

    def find_alike(self, text, limit):
        threes = sorted({text[i : i + 3] for i in range(len(text) - 2)})
        if not threes:
            return []
        # The rarest say most, and the others would cost most.
        rare = (
            "coalesce((SELECT group_concat('\"' || term || '\"', ' OR ') FROM "  # noqa: S608
            f"(SELECT term FROM search_letters WHERE term IN ({marks(threes)}) "
            f"ORDER BY doc LIMIT {MOST_THREES})), {NO_NAME})"
        )
        return fetch(_ranked("search_name_letters", rare), [*threes, limit])

    def find_beginning(self, text, limit):
        after = text + "\U0010ffff"
        found = fetch(
            f"SELECT {NAME} FROM search_pagename n WHERE n.key >= %s AND n.key < %s "  # noqa: S608
            "ORDER BY n.kind, length(n.key) LIMIT %s",
            [text, after, limit],
        )
        if len(found) < limit:
            found += fetch(
                f"SELECT {NAME} FROM search_pagename n WHERE n.key LIKE %s "  # noqa: S608
                "ORDER BY n.kind, length(n.key) LIMIT %s",
                [f"% {text}%", limit - len(found)],
            )
        return found
