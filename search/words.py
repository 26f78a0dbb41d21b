"""Words as they are compared: one spelling, one stem, the same for every database."""

import re
import threading
import unicodedata
from functools import lru_cache

from Stemmer import Stemmer

LONGEST_QUERY = 400
MOST_WORDS = 60
LONGEST_WORD = 50

_APOSTROPHES = dict.fromkeys(map(ord, "'`\u2018\u2019\u02bc\u00b4"))
_WORD = re.compile(r"[^\W_]+")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
_NUMBERED = frozenset({"type", "stage", "grade", "factor", "class", "phase"})


class _Stemmer(threading.local):
    """One for each thread: it keeps the word that it is working on."""

    def __init__(self) -> None:
        self.of = Stemmer("english", maxCacheSize=0).stemWord


_stem = _Stemmer()

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a about after again all also am an and another any are as at be because been
        being between both but by can cannot could did do does doing don dont down during
        each else ever every for from get gets getting got had has have having he hello
        her here hers hi him his how i if im in into is isnt it its itself ive just let
        like may me might more most much must my myself no nor not now of off on once one
        only or other our out over own please plz same shall she should since so some such
        than thank thanks that the their them then there these they thing things this
        those through to too under until up upon us very via was we were what whats when
        where whether which while who whom whose why will with within without would you
        your yours
        """,
    )
)


def plain(text: str) -> str:
    """Lower case, without accents and apostrophes: "Sjögren’s" → "sjogrens"."""
    if text.isascii():
        return text.lower().translate(_APOSTROPHES)
    normal = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    parts = unicodedata.normalize("NFKD", normal)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def split(text: str) -> list[str]:
    """The plain words of a text in its order, function words among them."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(plain(text))]


def key_of(text: str) -> str:
    """What two spellings of one name have in common: "Stage II" → "stage 2"."""
    words = split(text)
    for place in range(1, len(words)):
        if words[place - 1] in _NUMBERED:
            words[place] = _ROMAN.get(words[place], words[place])
    return " ".join(words)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a plain word; British and American spellings have the same one."""
    folded = word.replace("ae", "e").replace("oe", "e")
    if len(folded) > 5:
        folded = folded.replace("our", "or")
    return _stem.of(folded)


def stems(text: str) -> list[str]:
    """The stems of a text in its order, without function words."""
    return [stem(word) for word in key_of(text).split() if word not in STOP_WORDS]


def name_stems(name: str) -> list[str]:
    """The stems of a name; an abbreviation is no word of which others are forms."""
    return [abbreviation(plain(name))] if is_abbreviation(name) else stems(name)


def is_abbreviation(name: str) -> bool:
    """Whether a name is a few capitals and digits: "SLE", "HIV", "T2D"."""
    return len(name) <= 6 and name.isalnum() and name.upper() == name


def abbreviation(word: str) -> str:
    """What stands in the index for an abbreviation."""
    return f"abbr{word}"
