"""Turns what somebody typed into what they may mean."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from search.intents import is_intent, wanted_kind
from search.lexicon import Lexicon
from search.mending import count_pages, mended, split
from search.spelling import candidates, relatives
from search.synonyms import Phrase
from search.word_forms import looks_medical
from search.words import MOST_WORDS, STOP_WORDS, abbreviation, key_of, stem

MOST_CORRECTED = 8
MOST_VARIANTS = 6
INTENT_WEIGHT = 0.12
SYNONYM = 0.92
RELATED = 0.76
SURELY_MEANT = 0.82
# Of a query of several words so much must be in words of names, or it is foreign.
LEAST_NAMED = 0.3
LEAST_NAMED_OF_MORE = 0.4
MOST_STRANGE = 0.39
# A word of names that far more texts have, such as "mobile", tells little.
TELLING = 0.04


# Pairs of a word as it was typed, and as it was meant.
Correction = tuple[tuple[str, str], ...]


@dataclass
class Slot:
    """One word of a query: its stem, its weight, and what else it may stand for.

    `options` maps each stem that would do to (how well 0..1, the word as shown).
    """

    word: str
    stem: str
    weight: float
    pages: int
    options: dict[str, tuple[float, str]] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)
    is_synonym: bool = False
    is_named: bool = False
    is_medical: bool = False

    @property
    def is_known(self) -> bool:
        return self.pages > 0


@dataclass
class Understood:
    """A query as it is searched: its key, its words, other ways to say it."""

    key: str
    slots: list[Slot]
    variants: list[list[Slot]]
    keys: dict[str, float]
    kind: str
    corrected: dict[str, Correction] = field(default_factory=dict)

    @cached_property
    def is_medical(self) -> bool:
        """Whether enough of it is in words of names on this site, or of medicine."""
        content = self.content
        total = sum(slot.weight for slot in content)
        named = sum(slot.weight for slot in content if slot.is_medical)
        least = LEAST_NAMED if len(content) < 3 else LEAST_NAMED_OF_MORE
        return named >= least * total

    @cached_property
    def is_foreign(self) -> bool:
        """Whether much of it is in words that no page of this site has."""
        content = self.content
        total = sum(slot.weight for slot in content)
        strange = sum(s.weight for s in content if not (s.is_known or s.is_medical))
        return strange >= MOST_STRANGE * total > 0

    @property
    def is_about_something_else(self) -> bool:
        """Whether texts that happen to have these words are no answer."""
        return len(self.content) > 1 and (self.is_foreign or not self.is_medical)

    @property
    def content(self) -> list[Slot]:
        """The words that say what it is about."""
        return [slot for slot in self.slots if slot.weight > INTENT_WEIGHT]


def understand(query: str, lexicon: Lexicon, *, as_typed: bool) -> Understood:
    """Read a query; asks the database once, how common its words are."""
    words = key_of(query).split()[:MOST_WORDS]
    key = " ".join(words)
    told = [word for word in words if word not in STOP_WORDS] or words
    pairs = {} if as_typed else split(told, lexicon)
    counts = count_pages({*told, *(part for pair in pairs.values() for part in pair)})
    told = mended(told, pairs, counts, lexicon) if not as_typed else told
    repeats = Counter(stem(word) for word in told)
    told = list({stem(word): word for word in reversed(told)}.values())[::-1]
    asked = [stem(word) for word in told]
    spans = lexicon.synonyms.spans(asked)
    slots = _slots(told, asked, counts, lexicon)
    for start, end, _others in spans:
        for slot in slots[start:end]:
            slot.is_medical = True
    for slot in slots:
        # What is said twice is what it is about.
        slot.weight *= 1 + 0.2 * (repeats[slot.stem] - 1)
    if not as_typed:
        _correct(slots, lexicon)
    keys = {key: 1.0}
    variants = [slots]
    for start, end, alternatives in spans:
        for phrase, text in alternatives:
            _say_otherwise(variants, keys, slots, (start, end), phrase, text, lexicon)
    if len(told) < len(words):
        for other in _idioms(words, lexicon):
            keys.setdefault(" ".join(other), 0.96)
            content = [word for word in other if word not in STOP_WORDS]
            variants.append(_slots(content, list(map(stem, content)), {}, lexicon))
    for bare, worth in _without_intents(words):
        keys.setdefault(bare, worth)
    corrected = {} if as_typed else _add_corrected(keys, slots)
    return Understood(key, slots, variants, keys, wanted_kind(asked), corrected)


def _idioms(words: list[str], lexicon: Lexicon) -> list[list[str]]:
    """The query with phrases said otherwise that need their function words."""
    spans = lexicon.synonyms.spans([stem(word) for word in words])
    return [
        [*words[:start], *text.split(), *words[end:]]
        for start, end, alternatives in spans
        if any(word in STOP_WORDS for word in words[start:end])
        for _phrase, text in alternatives
    ][:MOST_VARIANTS]


def _without_intents(words: list[str]) -> Iterator[tuple[str, float]]:
    """The query without words of intent before it, after it, and on both sides."""

    def says_little(word: str) -> bool:
        return word in STOP_WORDS or is_intent(stem(word))

    first = next((i for i, w in enumerate(words) if not says_little(w)), 0)
    last = next((i for i, w in enumerate(words[::-1]) if not says_little(w)), 0)
    end = len(words) - last
    yield " ".join(words[first:]), 0.985
    yield " ".join(words[:end]), 0.985
    yield " ".join(words[first:end]), 0.98


def _add_corrected(keys: dict[str, float], slots: list[Slot]) -> dict[str, Correction]:
    """Add the keys with doubtful words corrected; tell what each one corrects."""
    corrected: dict[str, Correction] = {}
    doubtful = [s for s in slots if len(s.options) > 1 and not s.is_synonym]
    for slot in doubtful[:3]:
        best = sorted(slot.options.values(), reverse=True)
        best = [(alike, word) for alike, word in best if word != slot.word][:4]
        for key, worth in list(keys.items())[:12]:
            parts = key.split()
            for alike, word in best if slot.word in parts else ():
                new = " ".join(word if one == slot.word else one for one in parts)
                if new not in keys:
                    keys[new] = worth * (0.85 + 0.13 * alike)
                    corrected[new] = (*corrected.get(key, ()), (slot.word, word))
    return corrected


def _slots(
    words: list[str], asked: list[str], counts: dict, lexicon: Lexicon
) -> list[Slot]:
    alone = all(is_intent(one) for one in asked)
    slots = []
    for word, one in zip(words, asked, strict=True):
        weight = lexicon.rarity(one)
        is_stray_letter = len(one) == 1 and one not in counts
        if (is_intent(one) or is_stray_letter) and not alone:
            weight = INTENT_WEIGHT
        options = {one: (1.0, word)}
        if len(word) > 1 and abbreviation(word) in lexicon.name_stems:
            options[abbreviation(word)] = (1.0, word)
        slots.append(Slot(word, one, weight, counts.get(one, 0), options))
        slots[-1].is_named = any(o in lexicon.name_stems for o in options)
        names = sum(lexicon.name_stems.get(o, 0) for o in options)
        is_telling = names >= TELLING * max(counts.get(one, 0), 1)
        slots[-1].is_medical = is_telling or looks_medical(word)
    return slots


def _correct(slots: list[Slot], lexicon: Lexicon) -> None:
    """Give words that no name has the words of names that they may be."""
    doubtful = [
        slot for slot in slots if not slot.is_named and slot.weight > INTENT_WEIGHT
    ]
    doubtful.sort(key=lambda slot: slot.is_known)
    for slot in doubtful[:MOST_CORRECTED]:
        # A word that texts of the site have is seldom a slip.
        trust = 0.85 if slot.is_known else 1.0
        for word, alike in candidates(slot.word, lexicon):
            if slot.is_known and alike < 0.75:
                continue
            one = stem(word)
            if slot.options.get(one, (0, ""))[0] < alike * trust:
                slot.options[one] = (alike * trust, word)
        surest = max(
            (alike for alike, w in slot.options.values() if w != slot.word), default=0
        )
        if not slot.is_known and surest >= SURELY_MEANT:
            slot.is_named = slot.is_medical = True
        for word in relatives(slot.word, lexicon):
            slot.options.setdefault(stem(word), (RELATED, word))
    last = slots[-1] if slots else None
    if last and not last.is_named and len(last.word) >= 3:
        for word in lexicon.beginning(last.word, 6):
            alike = 0.7 + 0.25 * len(last.word) / len(word)
            last.options.setdefault(stem(word), (alike, word))


def _say_otherwise(variants, keys, slots, span, phrase, text, lexicon) -> None:
    """Add one other way to say a part of the query."""
    start, end = span
    if len(slots) < end:
        return
    words = [slot.word for slot in slots]
    if len(keys) < 40:
        keys.setdefault(" ".join([*words[:start], text, *words[end:]]), 0.96)
    if end - start == 1 and len(phrase) == 1:
        known = slots[start].options.get(phrase[0], (0, ""))
        if known[0] < SYNONYM:
            slots[start].options[phrase[0]] = (SYNONYM, text)
            slots[start].is_synonym = True
        slots[start].phrases.append(phrase)
        return
    if end - start == 1:
        slots[start].phrases.append(phrase)
    if len(variants) < MOST_VARIANTS and all(p in lexicon.name_stems for p in phrase):
        instead = [
            Slot(one, one, lexicon.rarity(one), 1, {one: (SYNONYM, one)})
            for one in phrase
        ]
        variants.append([*slots[:start], *instead, *slots[end:]])
