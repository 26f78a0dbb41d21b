"""Whether a sentence denies a claim or leaves it open."""

from collections.abc import Iterator

from .lexicon import words
from .patterns import BREAKS, Match
from .text import Sentence

# As far as a denial or a doubt reaches, in words.
REACH = 16
# What hands a denial on to the clause after it: "no evidence that our …".
GOVERNS = words("""that if whether evidence proof prove proves proven shown show claim claims say says
    mean means true promise guarantee believe think sign expect suggest pretend imply
    saying claiming""")
# What ends the reach of a denial that follows a noun.
CLOSES = words(", with without or you we our because that which who")
AUXILIARIES = ("is", "are", "was", "were", "has", "have", "be", "been")
NOBODY = ("none", "neither", "nobody", "nor")


def segment(sentence: Sentence, index: int, *, commas: bool = True) -> tuple[int, int]:
    """Give the stretch around a word between contrasts: but, "; ", perhaps ", our …"."""
    start, end = 0, len(sentence.tokens)
    for place in range(index - 1, -1, -1):
        if _contrasts(sentence, place, commas):
            start = place + 1
            break
    for place in range(index + 1, end):
        if _contrasts(sentence, place, commas):
            return start, place
    return start, end


def _contrasts(sentence: Sentence, place: int, commas: bool) -> bool:
    word = sentence.tokens[place].word
    if sentence.has(place, "ADVERSATIVE") or (commas and word in {";", "—"}):
        return True
    opens_own = word == "," and sentence.has(place + 1, "OWN")
    return commas and opens_own and not sentence.quoted[place]


def _to_the_left(sentence: Sentence, match: Match) -> Iterator[tuple[int, bool]]:
    """Walk left from the claim within its clause: places, and whether past a subject."""
    beyond = False
    for place in range(match.head - 1, max(-1, match.head - 1 - REACH), -1):
        word = sentence.tokens[place].word
        ends = word in BREAKS and word != '"'
        if ends or sentence.has(place, "ADVERSATIVE"):
            return
        if word == "," and _begins_clause(sentence, place):
            return
        yield place, beyond
        beyond = beyond or sentence.has(place, "DEMO", "we", "our")


def _begins_clause(sentence: Sentence, comma: int) -> bool:
    """Tell whether a clause, not the rest of a list, follows the comma."""
    if sentence.has(comma + 1, "SUBJECT"):
        return True
    return comma <= 2 and not sentence.has(comma - 1, "CURE", "EFFECT")


def is_denied(sentence: Sentence, match: Match, *, noun: bool = False) -> bool:
    """Tell whether the claim is denied: "does not cure", "no cure has been found"."""
    if sentence.has(match.head + 1, "nothing", "none"):
        return True
    if sentence.has(match.head, "CURE") and sentence.has(
        match.head + 1, "no", "nobody", "neither"
    ):
        return True
    return _denied_before(sentence, match) or (noun and _denied_after(sentence, match))


def _denied_before(sentence: Sentence, match: Match) -> bool:
    of_itself = sentence.has(match.head, "NO", "NOT", "WITHOUT", "zero")
    for place, beyond in _to_the_left(sentence, match):
        # "No pain, no risk" is a list, not a denial of "no risk".
        if of_itself and sentence.tokens[place].word == ",":
            return False
        if sentence.has(place, *NOBODY) and not sentence.has(place, "NOT_NEGATING"):
            return True
        if _negates(sentence, place, match) and not (
            beyond and not _governs(sentence, place, match)
        ):
            return True
    return False


def _governs(sentence: Sentence, place: int, match: Match) -> bool:
    """Tell whether a word such as "that" hands the denial on to the claim."""
    between = sentence.tokens[place : match.head]
    return any(token.word in GOVERNS or "REPORT" in token.tags for token in between)


def _negates(sentence: Sentence, place: int, match: Match) -> bool:
    if sentence.has(place, "NOT_NEGATING"):
        return False
    near = match.head - place <= 3
    if sentence.has(place, "WITHOUT"):
        return near and not sentence.has(match.head, "CURE_S", "CURE_BASE")
    if sentence.has(place, "NO") and sentence.has(place - 1, "with", "and", "or", ","):
        return near or sentence.has(place, "nothing")
    return sentence.has(place, "NOT", "NO")


def _denied_after(sentence: Sentence, match: Match) -> bool:
    """Tell whether the verb after a noun denies it: "a cure does not exist"."""
    for place in range(match.end, min(len(sentence.tokens), match.end + 9)):
        word = sentence.tokens[place].word
        if sentence.has(place, "NOT", "impossible", "unlikely", "rare", "unethical"):
            return True
        for nobody in (place, place + 1):
            if sentence.has(nobody, "no", "nobody"):
                return sentence.has(nobody + 1, "PRACTICE", "TREATMENT", "one", "can")
        relative = word == "that" and sentence.has(place + 3, "exist")
        closes = word in BREAKS or (word in CLOSES and not relative)
        if closes or sentence.has(place, "ADVERSATIVE"):
            return False
    return False


def is_hedged(sentence: Sentence, match: Match) -> bool:
    """Tell whether the claim is left open: "may cure", "whether it cures"."""
    for place, beyond in _to_the_left(sentence, match):
        if sentence.has(place, "HEDGING"):
            return True
        if not beyond and sentence.has(place, "MODAL"):
            return True
    after = match.head + 1
    return sentence.has(after, "MODAL") and not sentence.has(after + 1, "OWN")


def is_conditional(sentence: Sentence, match: Match) -> bool:
    """Tell whether the claim stands in an if-clause: "if a clinic guarantees …"."""
    subjects = 0
    for place in range(match.head - 1, max(-1, match.head - REACH), -1):
        subjects += sentence.has(place, "you")
        # The second "you" belongs to the main clause.
        if sentence.has(place, ",", ";", ":", "—") or subjects > 1:
            return False
        if sentence.has(place, "until", "when", "after", "before", "once"):
            return any(
                sentence.has(at, *AUXILIARIES) for at in range(place, match.head)
            )
        if sentence.has(place, "if", "unless", "whether", "suppose"):
            return not sentence.has(place - 1, "even", "what")
        if sentence.has(place, "OWN") and not sentence.has(
            place - 1, "if", "when", "until", "whether"
        ):
            return False
    return False
