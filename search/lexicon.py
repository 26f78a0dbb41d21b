"""What each worker knows by heart: the words of the site's names, and synonyms."""

import math
import time
from bisect import bisect_left
from collections import Counter, defaultdict

from django.db import connection

from search.intents import GENERIC
from search.models import IndexState, PageName, SynonymSet
from search.sounds import has_vowel, sound_of
from search.synonyms import synonyms_with
from search.words import STOP_WORDS, abbreviation

# A site with very many names is not read anew at each publish: only the correction of
# spelling is late then, since all that is matched stands in the database.
MANY_WORDS = 300_000
PAUSE = 60
GENERIC_COUNTS = 0.35


class Lexicon:
    """The words of all names, with what correcting and weighing them needs."""

    def __init__(self, version: str) -> None:
        self.version = version
        pages = set()
        self.uses: Counter = Counter()
        self.name_stems: Counter = Counter()
        rows = PageName.objects.values_list("entry_id", "key", "stems")
        abbreviations: Counter = Counter()
        for page_id, key, stems in rows.iterator():
            pages.add(page_id)
            self.uses.update(key.split())
            self.name_stems.update(set(stems.split()))
            if stems == abbreviation(key):
                abbreviations[key] += 1
        self.pages = len(pages)
        self.words = sorted(w for w in self.uses if w not in STOP_WORDS)
        self.by_length: defaultdict[int, list[str]] = defaultdict(list)
        self.by_sound: defaultdict[str, list[str]] = defaultdict(list)
        self.pairs: Counter = Counter()
        for word in self.words:
            # An abbreviation is no word that somebody misspells.
            is_word = self.uses[word] > abbreviations[word] and has_vowel(word)
            if len(word) > 2 and not word.isdigit() and is_word:
                self.by_length[len(word)].append(word)
                self.by_sound[sound_of(word)].append(word)
            self.pairs.update(word[i : i + 2] for i in range(len(word) - 1))
        own = SynonymSet.objects.order_by("pk").values_list("words", flat=True)
        self.synonyms = synonyms_with(tuple(map(tuple, own)))
        self.read_at = time.monotonic()

    def is_fresh(self, version: str) -> bool:
        """Whether it holds this version, or is too costly to be read again yet."""
        is_large = self.uses.total() > MANY_WORDS
        is_recent = time.monotonic() < self.read_at + PAUSE
        return version == self.version or (is_large and is_recent)

    def beginning(self, prefix: str, limit: int) -> list[str]:
        """The words of names that begin like this, the most used ones."""
        start = bisect_left(self.words, prefix)
        end = bisect_left(self.words, prefix + "\U0010ffff")
        return sorted(self.words[start:end], key=lambda w: (-self.uses[w], w))[:limit]

    def rarity(self, stem: str) -> float:
        """How much a stem tells between names; 0.2 for one that is everywhere."""
        total = max(self.pages, 50)
        rarity = math.log(total / (self.name_stems.get(stem, 0) + 0.5))
        says_little = len(stem) == 1 or stem in GENERIC
        return max(0.2, rarity * (GENERIC_COUNTS if says_little else 1))

    def is_plausible(self, word: str) -> bool:
        """Whether most pairs of letters are such as words of names have."""
        pairs = [word[i : i + 2] for i in range(len(word) - 1)]
        known = sum(1 for pair in pairs if self.pairs[pair] > 1)
        return known >= 0.4 * len(pairs)


_known: dict[str, Lexicon] = {}


def current() -> Lexicon:
    """The lexicon of the index as it is now; one small query where nothing changed."""
    version = _version()
    database = connection.settings_dict["NAME"]
    known = _known.get(database)
    if known is None or not known.is_fresh(version):
        known = _known[database] = Lexicon(version)
    return known


def _version() -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT version FROM {IndexState._meta.db_table}")  # noqa: S608
        row = cursor.fetchone()
    return row[0] if row else ""
