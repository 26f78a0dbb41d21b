"""Other hosts that the server may ask or tell; a visitor's browser asks none of them."""

from config import environment

# Registers of publications: only `manage.py fetch_references` ever asks them.
CROSSREF_URL = environment.url(
    "CROSSREF_URL", schemes=["https", "http"], default="https://api.crossref.org"
).rstrip("/")
PUBMED_URL = environment.url(
    "PUBMED_URL",
    schemes=["https", "http"],
    default="https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
).rstrip("/")

# Search engines are told of changes only where an operator chose a key.
INDEXNOW_KEY = environment.matching(
    "INDEXNOW_KEY",
    r"[A-Za-z0-9-]{8,128}",
    "8 to 128 letters, digits and hyphens",
    default="",
)
INDEXNOW_URL = environment.url(
    "INDEXNOW_URL",
    schemes=["https", "http"],
    default="https://api.indexnow.org/indexnow",
)

# Caches in front of the site, which are told to forget what has changed.
PURGE_URLS = [
    environment.url(
        "PURGE_URLS", schemes=["https", "http"], environ={"PURGE_URLS": one}
    )
    for one in environment.listing("PURGE_URLS", default=[])
]
