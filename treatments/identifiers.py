"""The numbers under which registers know a publication, found in any pasted text.

Kinds are named by the fields of a reference: doi, pmid, pmcid, nct_id, isbn.
"""

import re
import unicodedata
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from treatments.addresses import find_in_address, split_addresses
from treatments.doi import DOI, cut_suffix

KINDS = ["doi", "pmid", "pmcid", "nct_id", "isbn"]
LABELS = {
    "doi": _("a DOI"),
    "pmid": _("a PMID"),
    "pmcid": _("a PMCID"),
    "nct_id": _("a trial number"),
    "isbn": _("an ISBN"),
}
NOT_RECOGNISED = _(
    "No DOI, PMID, PMCID, trial number, ISBN or address was recognized. Copy it again "
    "from the publication, such as 10.1136/bmj.n71, PMID 28478399, PMC4060570 or "
    "NCT02633163."
)
BARE_NUMBER = _(
    "A number alone says too little: write PMID or ISBN before it, or PMC or NCT in "
    "front of its digits."
)
# What each kind looks like inside a text; the group is handed to its parser.
PATTERNS = {
    "doi": DOI,
    "pmid": re.compile(r"\b(?:PMID|PubMed(?: ID)?)[\s:#]{1,3}([0-9A-Z]+)", re.I),
    "pmcid": re.compile(
        r"\bPMC(?:ID)?[\s:#]{0,3}(?:PMC)?\s?([0-9]\w*)(?:\.\d+)?", re.I
    ),
    "nct_id": re.compile(r"\bNCT[\s:#-]{0,2}([0-9][0-9A-Z]*|O[0-9][0-9A-Z]*)", re.I),
    "isbn": re.compile(r"\bISBN(?:-1[03])?[\s:]{0,3}([0-9][0-9 -]*[0-9X])", re.I),
}
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\0"))
# Typesetters' hyphens and minus signs; NFKC leaves them.
HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


def tidy(text: str) -> str:
    """The text without what comes along when it is copied out of a page."""
    text = text.translate(INVISIBLE | HYPHENS)
    return " ".join(unicodedata.normalize("NFKC", text).split())


def recognise(text: str) -> dict[str, str]:
    """The identifiers in a pasted text or address: kind → normal form.

    An address that holds none comes back as {"url": address}. Raises ValidationError,
    which says what to do, for a broken one, for two of a kind and for anything else.
    """
    plain = tidy(text)
    found = _find(plain)
    if found:
        return {kind: _only(kind, values) for kind, values in found.items()}
    if re.fullmatch(r"[0-9][0-9 -]*[0-9X]", plain, re.I):
        return _of_bare_number(plain)
    if re.match(r"(doi\W*)?10\.", plain, re.I):
        raise ValidationError(_broken("doi", plain), code="broken")
    addresses, rest = split_addresses(plain)
    if len(addresses) == 1 and not rest:
        address = addresses[0]
        return {"url": address if "://" in address else f"https://{address}"}
    raise ValidationError(NOT_RECOGNISED, code="unknown")


def normalise(kind: str, text: str) -> str:
    """One identifier in its normal form, from any text or address that holds it.

    Raises ValidationError, which says what to do.
    """
    plain = tidy(text)
    found = _find(plain)
    if kind in found:
        return _only(kind, found[kind])
    if found:
        raise ValidationError(
            _("This is %(kind)s: put it into the field of that name."),
            code="misplaced",
            params={"kind": LABELS[next(iter(found))]},
        )
    return PARSERS[kind](plain)


def _find(plain: str) -> dict[str, list[str]]:
    """All that looks like an identifier, as it was written, by kind."""
    addresses, rest = split_addresses(plain)
    found: dict[str, list[str]] = {}
    for address in addresses:
        for kind, value in find_in_address(address).items():
            found.setdefault(kind, []).append(value)
    for kind, pattern in PATTERNS.items():
        values = [match[1] for match in pattern.finditer(rest)]
        if values:
            found.setdefault(kind, []).extend(values)
        if kind == "doi":
            # A DOI may hold letters and digits that look like another number.
            rest = pattern.sub(" ", rest)
    return found


def _only(kind: str, values: list[str]) -> str:
    different = sorted({PARSERS[kind](value) for value in values})
    if len(different) > 1:
        raise ValidationError(
            _("There are several here (%(found)s). Paste one publication at a time."),
            code="several",
            params={"found": ", ".join(different)},
        )
    return different[0]


def _of_bare_number(plain: str) -> dict[str, str]:
    digits = re.sub(r"[ -]", "", plain)
    if len(digits) in (10, 13):
        return {"isbn": parse_isbn(digits)}
    # A shorter number is more likely a year or a page.
    if plain.isdigit() and 5 <= len(plain) <= 8:
        return {"pmid": parse_pmid(plain)}
    raise ValidationError(BARE_NUMBER, code="bare_number")


ADVICE = {
    "doi": _(
        "“%(text)s” is no complete DOI. A DOI begins with 10. and a number, then a "
        "slash and the publisher's own signs, such as 10.1136/bmj.n71. Copy it again "
        "as a whole."
    ),
    "pmid": _(
        "“%(text)s” is no PMID. It is a number of at most eight digits that does not "
        "begin with 0, such as 28478399. Copy it again from PubMed."
    ),
    "pmcid": _(
        "“%(text)s” is no PMCID. It is PMC and at most eight digits, such as "
        "PMC4060570. Copy it again from PubMed Central."
    ),
    "nct_id": _(
        "“%(text)s” is no trial number. It is NCT and exactly eight digits, such as "
        "NCT02633163, with zeros instead of the letter O. Copy it again from "
        "ClinicalTrials.gov."
    ),
    "isbn": _(
        "“%(text)s” is no ISBN. It has 10 or 13 digits, and the last one proves the "
        "others: one of them is wrong. Copy it again from the book's imprint."
    ),
}


def _broken(kind: str, text: str) -> str:
    return ADVICE[kind] % {"text": text[:80]}


def parse_doi(text: str) -> str:
    """A DOI in lower case, without what follows it in a sentence.

    DOIs are compared without regard to case: DOI Handbook, 2.4.
    """
    match = DOI.search(text)
    doi = cut_suffix(match[1]) if match else ""
    if not re.search(r"/.*[0-9a-z]", doi, re.I) or doi.count("(") != doi.count(")"):
        raise ValidationError(_broken("doi", text), code="broken")
    return doi.lower()


def parse_pmid(text: str) -> str:
    """A PubMed number: one to eight digits."""
    if not re.fullmatch(r"[1-9][0-9]{0,7}", text):
        raise ValidationError(_broken("pmid", text), code="broken")
    return text


def parse_pmcid(text: str) -> str:
    """A PubMed Central number with its PMC."""
    digits = text.upper().removeprefix("PMC").strip()
    if not re.fullmatch(r"[1-9][0-9]{0,7}", digits):
        raise ValidationError(_broken("pmcid", text), code="broken")
    return f"PMC{digits}"


def parse_nct_id(text: str) -> str:
    """A ClinicalTrials.gov number with its NCT."""
    digits = text.upper().removeprefix("NCT").strip()
    if not re.fullmatch(r"[0-9]{8}", digits) or not int(digits):
        raise ValidationError(_broken("nct_id", text), code="broken")
    return f"NCT{digits}"


def parse_isbn(text: str) -> str:
    """The thirteen digits of an ISBN, of the old form with ten too.

    The check digits are those of ISO 2108.
    """
    digits = re.sub(r"[ -]", "", text.upper())
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits) and _weighs_11(digits):
        digits = f"978{digits[:9]}"
        return digits + str(-_weight_13(digits) % 10)
    if re.fullmatch(r"97[89][0-9]{10}", digits) and _weight_13(digits) % 10 == 0:
        return digits
    raise ValidationError(_broken("isbn", text), code="broken")


def _weighs_11(digits: str) -> bool:
    values = [10 if sign == "X" else int(sign) for sign in digits]
    return sum(value * (10 - n) for n, value in enumerate(values)) % 11 == 0


def _weight_13(digits: str) -> int:
    return sum(int(sign) * (3 if n % 2 else 1) for n, sign in enumerate(digits))


PARSERS: dict[str, Callable[[str], str]] = {
    "doi": parse_doi,
    "pmid": parse_pmid,
    "pmcid": parse_pmcid,
    "nct_id": parse_nct_id,
    "isbn": parse_isbn,
}
