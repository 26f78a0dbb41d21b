"""Takes out of a log line what may tell who somebody is, or what somebody wrote."""

import re
from functools import lru_cache
from ipaddress import ip_address

MAIL = re.compile(r"[^\s@<>()\[\]\"',;:=]+@[\w-]+(?:\.[\w-]+)+")
HOST_NUMBER = re.compile(
    r"(?<![\w.:])(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]*:[0-9a-f:]*:[0-9a-f.:]*)(?![\w.])",
    re.IGNORECASE,
)
QUERY = re.compile(r"(?<=\S)\?[^\s\"')]+")
# A confirmation link carries a signed token; no page of ours has such a name.
TOKEN = re.compile(r"(?<=/)(?=[^/\s?]*[A-Z:=])[^/\s?]{20,}")

QUOTES = "'\"“”\u2018’"
CODE_NAME = r"[a-z]+(?:[_.][a-z0-9_]+)+"
# A sentence that quotes nothing but names of columns, tables or modules.
QUOTES_CODE = re.compile(
    rf"[^{QUOTES}]*(?:[{QUOTES}]{CODE_NAME}[{QUOTES}][^{QUOTES}]*)+"
)
QUOTED = re.compile(rf"[{QUOTES}].*[{QUOTES}]")
# Python says nothing in these but names from the code.
ABOUT_CODE = (AttributeError, ImportError, NameError)


@lru_cache(maxsize=1000)
def path_without_personal_data(path: str) -> str:
    """The same for the path of a request; most of these come again and again."""
    return without_personal_data(path)


def without_personal_data(line: str) -> str:
    """The line without mail and network addresses, query strings and tokens."""
    line = MAIL.sub("(mail)", line)
    line = HOST_NUMBER.sub(_hidden_unless_own, line)
    line = QUERY.sub("?…", line)
    return TOKEN.sub("…", line)


def _hidden_unless_own(found: re.Match) -> str:
    try:
        address = ip_address(found[0])
    except ValueError:
        return found[0]  # A time of day, or a version.
    return found[0] if address.is_loopback else "(address)"


def what_went_wrong(error: BaseException) -> str:
    """Kind and message of an error, without the values that it quotes.

    PostgreSQL names the row in its second line, and many quote what was typed.
    """
    first_line = str(error).strip().partition("\n")[0]
    if not isinstance(error, ABOUT_CODE) and not QUOTES_CODE.fullmatch(first_line):
        first_line = QUOTED.sub("…", first_line)
    return f"{type(error).__name__}: {without_personal_data(first_line)}"
