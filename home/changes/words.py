"""Which fields are shown and nothing else: no query chooses or orders by them.

A change of such a field concerns only the answers that this very row was read for. What
is not named here may decide which rows are shown: whoever reads the table is told.
"""

# Fields of pages that no visitor's page shows.
UNSEEN = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "go_live_at",
    "expired",
    "numchild",
    "search_index",
}

# Tables that no answer is ever made from. To tell proxies of a change writes to the
# first one, and must not be told of in turn; the last two are the editor's.
NEVER_SHOWN = {
    "django_tasks_database_dbtaskresult",
    "django_session",
    "wagtailcore_referenceindex",
    "wagtailsearch_indexentry",
}

VISIBILITY = {"live", "expire_at", "slug", "url_path", "path"}

_TEXTS = {
    "accessibility",
    "also_known_as",
    "biography",
    "body",
    "canonical_url",
    "corrections",
    "cost_note",
    "image",
    "introduction",
    "last_published_at",
    "first_published_at",
    "last_reviewed",
    "og_image",
    "parking",
    "review_due",
    "review_interval_months",
    "reviewed_hash",
    "search_description",
    "seo_title",
    "share_card",
    "share_card_alt",
    "show_share_links",
    "summary",
    "welcome",
}

SHOWN_ONLY = {
    "page": _TEXTS,
    "treatments.reference": {
        "title",
        "authors",
        "source",
        "year",
        "doi",
        "pmid",
        "pmcid",
        "nct_id",
        "isbn",
        "url",
        "study_type",
        "retracted",
    },
    "home.practiceimage": {
        "title",
        "description",
        "credit",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
        "file",
        "file_size",
        "file_hash",
        "width",
        "height",
    },
}
