"""Full-text search in PostgreSQL: weighted tsvector columns, pg_trgm for names."""

from search.database.rows import NAME, fetch, named

_DOCUMENT = " || ".join(
    f"setweight(to_tsvector('simple', {column}), '{weight}')"
    for column, weight in zip(
        ("names", "summary", "headings", "body"), "ABCD", strict=True
    )
)
# Weights of body, headings, summary and names.
WEIGHTS = "'{0.1, 0.3, 0.4, 1.0}'"

STATEMENTS = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "ALTER TABLE search_indexedpage ADD COLUMN document tsvector "
    f"GENERATED ALWAYS AS ({_DOCUMENT}) STORED",
    "CREATE INDEX search_text ON search_indexedpage USING gin (document)",
    "ALTER TABLE search_pagename ADD COLUMN document tsvector "
    "GENERATED ALWAYS AS (to_tsvector('simple', stems)) STORED",
    "CREATE INDEX search_name ON search_pagename USING gin (document)",
    "CREATE INDEX search_name_letters ON search_pagename USING gin (key gin_trgm_ops)",
]
UNDO = [
    "ALTER TABLE search_indexedpage DROP COLUMN document",
    "ALTER TABLE search_pagename DROP COLUMN document",
    "DROP INDEX IF EXISTS search_name_letters",
]


def _phrase(words) -> str:
    return "(" + " <-> ".join(f"'{word}'" for word in words) + ")"


class PostgresqlEngine:
    """tsvector with weights for the columns; each group counts by its rarity."""

    def find_texts(self, quorum, most_ranked, limit):
        groups = [" | ".join(map(_phrase, group)) for group in quorum.groups]
        match = " | ".join(
            "(" + " & ".join(f"({groups[i]})" for i in one) + ")" for one in quorum.sets
        )
        # ts_rank knows nothing of rarity: the sum over the groups does.
        score = " + ".join(
            f"%s * ts_rank({WEIGHTS}, document, %s::tsquery, 1)" for _ in groups
        )
        counted = [
            value for pair in zip(quorum.weights, groups, strict=True) for value in pair
        ]
        return fetch(
            f"SELECT page_id, {score} AS score FROM "  # noqa: S608
            "(SELECT page_id, document FROM search_indexedpage "
            "WHERE document @@ %s::tsquery LIMIT %s) f "
            "ORDER BY score DESC, page_id LIMIT %s",
            [*counted, match, most_ranked, limit],
        )

    def find_names(self, keys, terms, limit):
        match = " | ".join(_phrase([term]) for term in terms)
        others = (
            f"SELECT {NAME} FROM search_pagename n WHERE n.document @@ %s::tsquery "  # noqa: S608
            "ORDER BY ts_rank(n.document, %s::tsquery, 2) DESC, n.id LIMIT %s"
        )
        sql, values = named(keys, limit, others if match else "")
        return fetch(sql, [*values, match, match, limit] if match else values)

    def find_alike(self, text, limit):
        return fetch(
            f"SELECT {NAME} FROM search_pagename n WHERE n.key %% %s "  # noqa: S608
            "ORDER BY similarity(n.key, %s) DESC, n.id LIMIT %s",
            [text, text, limit],
        )

    def find_beginning(self, text, limit):
        return fetch(
            f"SELECT {NAME} FROM search_pagename n "  # noqa: S608
            "WHERE n.key LIKE %s OR n.key LIKE %s "
            "ORDER BY n.key NOT LIKE %s, n.kind, length(n.key), n.id LIMIT %s",
            [f"{text}%", f"% {text}%", f"{text}%", limit],
        )
