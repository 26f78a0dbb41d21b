"""PubMed's answers: https://www.ncbi.nlm.nih.gov/books/NBK25499/"""

import json
import re
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from treatments.registers.records import Record, joined, journal_and_place, known, plain

NAME = "PubMed"
# PubMed's publication type for what was taken back; D016440 are the notices.
RETRACTED_PUBLICATION = "D016441"


def search_address(root: str, words: str, **who: str) -> str:
    """Where PubMed lists the publications that these words find."""
    query = {"db": "pubmed", "retmode": "json", "term": words, **who}
    return f"{root}/esearch.fcgi?{urlencode(query)}"


def read_search(answer: bytes) -> str:
    """The PMID of the only publication found, or nothing. Raises ValueError."""
    result = json.loads(answer).get("esearchresult") or {}
    found = result.get("idlist") or []
    return found[0] if len(found) == 1 else ""


def address(root: str, pmid: str, **who: str) -> str:
    """Where PubMed describes the publication with this PMID."""
    query = {"db": "pubmed", "retmode": "xml", "id": pmid, **who}
    return f"{root}/efetch.fcgi?{urlencode(query)}"


def read(answer: bytes, pmid: str) -> Record | None:
    """The record in an answer; None where it is about something else.

    Raises ValueError for what is no answer of PubMed.
    """
    try:
        articles = fromstring(answer).iterfind("PubmedArticle")
    except (ParseError, DefusedXmlException) as error:
        raise ValueError(str(error)) from error
    article = next((a for a in articles if _text(a, CITATION + "PMID") == pmid), None)
    if article is None:
        return None
    return Record(
        register=NAME,
        title=_text(article, ARTICLE + "ArticleTitle").strip("[].") or "",
        facts=known(
            authors=joined([_name(one) for one in article.iterfind(AUTHORS)]),
            source=_source(article),
            year=_year(article),
            pmid=pmid,
            doi=_identifier(article, "doi").lower(),
            pmcid=_identifier(article, "pmc"),
        ),
        retraction=_retraction(article),
    )


CITATION = "MedlineCitation/"
ARTICLE = f"{CITATION}Article/"
AUTHORS = f"{ARTICLE}AuthorList/Author"
ISSUE = f"{ARTICLE}Journal/JournalIssue/"


def _text(parent: Element, path: str) -> str:
    # A title may hold markup of its own: <i>in vitro</i>.
    found = parent.find(path)
    return plain("".join(found.itertext())) if found is not None else ""


def _name(author: Element) -> str:
    name = f"{_text(author, 'LastName')} {_text(author, 'Initials')}".strip()
    return name or _text(author, "CollectiveName")


def _source(article: Element) -> str:
    journal = _text(article, f"{ARTICLE}Journal/ISOAbbreviation").replace(".", "")
    return journal_and_place(
        journal or _text(article, f"{ARTICLE}Journal/Title"),
        _text(article, f"{ISSUE}Volume"),
        _text(article, f"{ISSUE}Issue"),
        _text(article, f"{ARTICLE}Pagination/MedlinePgn"),
    )


def _year(article: Element) -> int | None:
    date = _text(article, f"{ISSUE}PubDate/Year") or _text(
        article, f"{ISSUE}PubDate/MedlineDate"
    )
    found = re.search(r"\d{4}", date)
    return int(found[0]) if found else None


def _identifier(article: Element, kind: str) -> str:
    # Only its own: the list of what it cites has identifiers too.
    return _text(article, f"PubmedData/ArticleIdList/ArticleId[@IdType='{kind}']")


def _retraction(article: Element) -> str:
    """How PubMed says that the publication was taken back, or nothing."""
    corrections = article.iterfind(f"{CITATION}CommentsCorrectionsList/*")
    for one in corrections:
        if one.get("RefType") == "RetractionIn":
            return f"Retraction in: {_text(one, 'RefSource')}"
    types = article.iterfind(f"{ARTICLE}PublicationTypeList/PublicationType")
    is_retracted = any(one.get("UI") == RETRACTED_PUBLICATION for one in types)
    return "Retracted publication" if is_retracted else ""
