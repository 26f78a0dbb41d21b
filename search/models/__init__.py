"""What finding remembers: the index, words that mean the same, what people searched."""

from search.models.emergencies import EmergencySettings
from search.models.index import (
    LONGEST_NAME,
    IndexedPage,
    IndexedStem,
    IndexState,
    NameKind,
    PageName,
)
from search.models.insight import SearchCount
from search.models.synonyms import SynonymSet

__all__ = [
    "LONGEST_NAME",
    "EmergencySettings",
    "IndexState",
    "IndexedPage",
    "IndexedStem",
    "NameKind",
    "PageName",
    "SearchCount",
    "SynonymSet",
]
