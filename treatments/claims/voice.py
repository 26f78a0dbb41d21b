"""Who claims: how much a sentence sounds like a promise of the practice."""

from .denial import segment
from .patterns import Match, is_break
from .rules import words
from .text import Sentence

# Points for the voice of advertising, against points for that of an encyclopaedia.
OWN = 3
UNCONVENTIONAL = 3
PRACTICE = 2
NEIGHBOR = 2
TESTIMONY = 2
THIS_TREATMENT = 2
TREATMENT = 1
YOU = 1
YOUR_CONDITION = 1
IMPERATIVE = 2
BOOST = 2
TIME = 1
LOUD = 2
HEADLINE = 1
ESTABLISHED = -3
MEDICINE = -1
SOFT = -1
CURABLE = -2
DEFICIENCY = -3
# To end what nobody can end is a promise in any voice.
INCURABLE = 2

LONGEST_HEADLINE = 12
FINITE = words(
    """is are was were be been has have had do does did can will 're 've 'll would may
    might could should must am"""
)
LEAVE = ("DISCARD_BASE", "LEAVING")
OFFERED = words(
    "available offered prescribed performed provided given treated only done"
)
# Where "'s" is a verb.
IS = ("it", "that", "there", "he", "she", "what", "here", "this")
EXCLUDING = ("WITHOUT", "no", "non", "instead", "skip", "than", "alternative", "not")


def voice(sentence: Sentence, match: Match, *, of_cure: bool = True) -> int:
    """Weigh the voice in which the claim is made; 2 or more is a promise.

    `of_cure`: what standard care can do and what nobody can end count as well.
    """
    places = range(*segment(sentence, match.head, commas=False))
    points = _speaker(sentence, places) + _means(sentence, places)
    third_person = points < THIS_TREATMENT
    standard = _standard_care(sentence, places, match)
    if of_cure:
        points += standard
        points += _disease(sentence, places, match, third_person=third_person)
    else:
        points += max(standard, MEDICINE)
    return points + _manner(sentence, places, match, promoting=points > 0)


def _speaker(sentence: Sentence, places: range) -> int:
    """Weigh who speaks: we, the clinic, a patient."""
    points = OWN if sentence.has_within(places, "OWN") else 0
    points += TESTIMONY if sentence.has_within(places, "SELF") else 0
    points += NEIGHBOR if not points and _neighbor_speaks(sentence) else 0
    named = any(
        _own_practice(sentence, place) or _offered_here(sentence, place)
        for place in places
    )
    return points + (PRACTICE if named else 0)


def _neighbor_speaks(sentence: Sentence) -> bool:
    """Tell whether the practice speaks in the sentence before or after."""
    return any(
        other.paragraph == sentence.paragraph
        and other.tags & {"OWN", "SELF"}
        and other.tags.isdisjoint({"NOT", "NO", "WARNING"})
        for other in (sentence.before, sentence.after)
        if other
    )


def _own_practice(sentence: Sentence, place: int) -> bool:
    if not sentence.has(place, "PRACTICE"):
        return False
    if sentence.has(place, "dr"):
        return True
    if sentence.has(place, "NAME"):
        return True
    ours = sentence.has(place - 1, "the", "this", "at", "only")
    asked = sentence.has(place - 2, "OTHERS", "see", "call", "ask", "tell", "visit")
    return ours and not asked


def _offered_here(sentence: Sentence, place: int) -> bool:
    return sentence.has(place, "here") and sentence.has(place - 1, *OFFERED)


def _means(sentence: Sentence, places: range) -> int:
    """Weigh with what: stem cells and the like, "this therapy", any therapy."""
    points = 0
    if any(
        sentence.has(place, "UNCONVENTIONAL") and not _excluded(sentence, place)
        for place in places
    ):
        points += UNCONVENTIONAL
    found = [place for place in places if sentence.has(place, "TREATMENT")]
    if any(
        sentence.has_within(range(place - 3, place), "DEMO")
        or _is_brand(sentence, place)
        for place in found
    ):
        return points + THIS_TREATMENT
    this_is = sentence.has(places.start, "DEMO") and sentence.has(
        places.start + 1, "is", "'s"
    )
    return points + (TREATMENT if found or this_is else 0)


def _is_brand(sentence: Sentence, place: int) -> bool:
    """Tell whether a treatment goes by a name: "the Halvorsen method"."""
    named = sentence.has_within(range(place - 2, place + 1), "NAME")
    return named and sentence.has_within(range(place - 4, place), "the")


def _excluded(sentence: Sentence, place: int) -> bool:
    """Tell whether a treatment is only named to be done without."""
    if sentence.has(place + 1, "STOP_ED"):
        return True
    for before in range(place - 1, place - 4, -1):
        if sentence.has(before, ",", "with", "in", "for"):
            return False
        if sentence.has(before, *EXCLUDING):
            return True
    return False


def _standard_care(sentence: Sentence, places: range, match: Match) -> int:
    """Weigh surgery, antibiotics and the like, which may well cure."""
    outside = [place for place in places if not match.start <= place < match.end]
    shunned = any(
        sentence.has(place, "SURGERY", "MEDICINE") and _excluded(sentence, place)
        for place in outside
    )
    if not shunned and any(
        sentence.has(place, "ESTABLISHED", "SURGERY") and not _excluded(sentence, place)
        for place in outside
    ):
        return ESTABLISHED
    used = any(
        sentence.has(place, "MEDICINE") and not _excluded(sentence, place)
        for place in outside
    )
    return MEDICINE if used else 0


def _disease(
    sentence: Sentence, places: range, match: Match, *, third_person: bool
) -> int:
    if sentence.has_within(range(match.start, match.end), "INCURABLE"):
        return INCURABLE
    if sentence.has_within(places, "INCURABLE"):
        return INCURABLE // 2
    if sentence.has_within(places, "DEFICIENCY"):
        return DEFICIENCY
    grave = sentence.has_within(places, "GRAVE") and not third_person
    if grave or not sentence.has_within(places, "CURABLE"):
        return 0
    return CURABLE // 2 if sentence.has_within(places, "UNCONVENTIONAL") else CURABLE


def _manner(sentence: Sentence, places: range, match: Match, *, promoting: bool) -> int:
    """Weigh how it is said: to whom, how loudly, how soberly."""
    points = YOU if sentence.has_within(places, "YOU") else 0
    points += YOUR_CONDITION if _your_condition(sentence, match) else 0
    points += IMPERATIVE if _commands(sentence, match) else 0
    points += HEADLINE if _is_headline(sentence) else 0
    if sentence.has_within(places, "BOOST"):
        points += BOOST if promoting or points else BOOST // 2
    points += TIME if any(_within_days(sentence, place) for place in places) else 0
    points += LOUD if sentence.ending == "!" or sentence.shouted else 0
    soft = sum(_is_soft(sentence, place) for place in places)
    return points + SOFT * min(soft, 2)


def _is_soft(sentence: Sentence, place: int) -> bool:
    """Tell whether a word softens the claim; "we can" and "you can" do not."""
    if sentence.has(place, "can") and sentence.has(place - 1, "OWN", "YOU"):
        return False
    return sentence.has(place, "SOFT")


def _your_condition(sentence: Sentence, match: Match) -> bool:
    return any(
        sentence.has(place, "CONDITION")
        and sentence.has_within(range(place - 2, place), "your")
        for place in range(match.start, match.end)
    )


def _is_headline(sentence: Sentence) -> bool:
    tokens = sentence.tokens
    if len(tokens) > LONGEST_HEADLINE:
        return False
    return not any(
        token.word in FINITE or (token.word == "'s" and sentence.has(at - 1, *IS))
        for at, token in enumerate(tokens)
    )


def _within_days(sentence: Sentence, place: int) -> bool:
    """Tell whether a promise of time stands here: "in just three sessions"."""
    return (
        sentence.has(place, "SPAN")
        and sentence.has_within(range(place - 2, place), "NUMBER")
        and sentence.has_within(
            range(place - 4, place), "in", "within", "after", "only"
        )
    )


def _commands(sentence: Sentence, match: Match) -> bool:
    """Tell whether the claim is an order or an invitation: "Cure your …"."""
    if not sentence.has(match.head, "CURE_BASE", "STOP_BASE", "GOODBYE", *LEAVE):
        return False
    before = match.head - 1
    if sentence.has(before, "and", ",") and sentence.has(0, "CURE_BASE", "EFFECT_BASE"):
        return True
    return is_break(sentence, before)
