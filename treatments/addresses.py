"""Identifiers in the addresses of registers and publishers."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from treatments.doi import DOI

ADDRESS = re.compile(r"(?:https?://\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*)", re.I)
OPENING = "<([\"'“"
# What publishers put behind a DOI to name one view of the article.
VIEW = re.compile(
    r"(?:/(?:full|abs|abstract|e?pdf|pdfft|html?|xml|meta|references|fulltext|full-text"
    r"|summary|figures|tables|metrics|suppl_file.*|asset.*)|\.full(?:\.pdf)?|\.pdf"
    r"|\.abstract|\.html?|\.full-text)$",
    re.I,
)
# Preprints: the version is no part of the DOI. Oxford: an article number follows.
PREPRINT_VERSION = re.compile(r"^(10\.1101/[\d.]+?)v\d+$", re.I)
OXFORD_NUMBER = re.compile(r"^(10\.1093/[^/]+/[^/]+)/\d+$")

PUBMED_HOSTS = ("pubmed.ncbi.nlm.nih.gov", "pubmed.gov")
IN_PUBMED = re.compile(r"^/(\d+)")
IN_OLD_PUBMED = re.compile(r"/pubmed/(\d+)")
IN_EUROPE_PMC = re.compile(r"/MED/(\d+)", re.I)
PMCID = re.compile(r"\bPMC(\d+)\b", re.I)
IN_EUROPE_PMC_BY_NUMBER = re.compile(r"/PMC/(\d+)", re.I)
TRIAL = re.compile(r"\bNCT([0-9A-Z]+)", re.I)
ISBN = re.compile(r"\bisbn[/:=]?([0-9X-]+)", re.I)


def split_addresses(text: str) -> tuple[list[str], str]:
    """The addresses in a text, and the text without them."""
    words = [word.lstrip(OPENING) for word in text.split(" ")]
    addresses = [word for word in words if ADDRESS.fullmatch(word)]
    return addresses, " ".join(word for word in words if not ADDRESS.fullmatch(word))


def find_in_address(address: str) -> dict[str, str]:
    """The identifiers that an address holds, as they are written there, by kind."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return {}
    path, query = unquote(parts.path), dict(parse_qsl(parts.query))
    found = {
        "doi": _doi(host, path, query),
        "pmid": _pmid(host, path, query),
        "pmcid": _pmcid(host, path),
        "nct_id": _group(TRIAL, " ".join([path, *query.values()])),
        "isbn": query.get("isbn") or _group(ISBN, f"{path} {query.get('vid', '')}"),
    }
    known = {kind: value for kind, value in found.items() if value}
    # What a DOI is made of may look like a number of another register.
    return {"doi": known["doi"]} if "doi" in known else known


def _group(pattern: re.Pattern, text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def _doi(host: str, path: str, query: dict[str, str]) -> str:
    if host == "doi.org" or host.endswith(".doi.org"):
        return path.lstrip("/")
    places = [path, *query.values()]
    doi = next((found for place in places if (found := _group(DOI, place))), "")
    doi = doi.rstrip("/")
    while VIEW.search(doi):
        doi = VIEW.sub("", doi)
    doi = PREPRINT_VERSION.sub(r"\1", doi)
    return OXFORD_NUMBER.sub(r"\1", doi) if host == "academic.oup.com" else doi


def _pmid(host: str, path: str, query: dict[str, str]) -> str:
    if host in PUBMED_HOSTS:
        term = query.get("term", "")
        return _group(IN_PUBMED, path) or (term if term.isdigit() else "")
    if host.endswith("ncbi.nlm.nih.gov"):
        return _group(IN_OLD_PUBMED, path)
    return _group(IN_EUROPE_PMC, path) if host.endswith("europepmc.org") else ""


def _pmcid(host: str, path: str) -> str:
    if host.endswith("europepmc.org"):
        return _group(PMCID, path) or _group(IN_EUROPE_PMC_BY_NUMBER, path)
    return _group(PMCID, path) if host.endswith("nlm.nih.gov") else ""
