"""Whether a sentence denies a claim or leaves it open."""

from collections.abc import Iterator

from .patterns import BREAKS, Match
from .rules import words
from .text import Sentence

# As far as a denial or a doubt reaches, in words.
REACH = 16
BEING = ("be", "have", "cause", "carry")
# What hands a denial on to the clause after it: "no evidence that our …".
GOVERNS = words("""that if whether evidence proof prove proves proven shown show claim claims say says
    mean means true promise guarantee believe think sign expect suggest pretend imply
    saying claiming""")
# What opens a clause of its own after a comma.
OPENING = words("which who whose as since so while where for because there")
FINITE = words("is are was were 's has have had do does did will 'll")
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
    opening = _parenthesis(sentence, match.head)
    for place in range(match.head - 1, max(-1, match.head - 1 - REACH), -1):
        if place >= opening > 0:
            continue
        word = sentence.tokens[place].word
        ends = word in BREAKS and word != '"'
        if ends or sentence.has(place, "ADVERSATIVE"):
            return
        if word == "," and _begins_clause(sentence, place):
            return
        yield place, beyond
        beyond = beyond or (
            word in {"we", "our", "this", "these"} and _opens(sentence, place)
        )


def _opens(sentence: Sentence, place: int) -> bool:
    """Tell whether a clause may begin with this word, and not a noun or its relative."""
    return not sentence.has(place - 1, "TREATMENT", "of", "at", "in", "leave", "from")


def _parenthesis(sentence: Sentence, head: int) -> int:
    """Give where the words between commas begin that stand before a verb, or 0."""
    if not sentence.has(head - 1, ",") or sentence.has(head, "CURE_ING", "NO"):
        return 0
    for place in range(head - 2, max(0, head - 10), -1):
        if sentence.has(place, ","):
            return place
    return 0


def _begins_clause(sentence: Sentence, comma: int) -> bool:
    """Tell whether a clause, not the rest of a list, follows the comma."""
    following = comma + 1 + sentence.has(comma + 1, "and", "so")
    if sentence.has(following, "SUBJECT", *OPENING):
        return True
    return comma <= 2 and not sentence.has(comma - 1, "CURE", "EFFECT")


def is_denied(sentence: Sentence, match: Match, *, noun: bool = False) -> bool:
    """Tell whether the claim is denied: "does not cure", "no cure has been found"."""
    after = match.head + 1
    if sentence.has(after, "nothing", "none"):
        return not sentence.has(after, "NOT_NEGATING")
    if sentence.tokens[0].word == "who" and sentence.has(1, "says", "said"):
        return False
    if sentence.has(match.head, "CURE") and sentence.has(
        match.head + 1, "no", "nobody", "neither"
    ):
        return True
    noun = noun or (match.head == 0 and sentence.has(0, "CURE_ING", "STOP_ING"))
    return _denied_before(sentence, match) or (noun and _denied_after(sentence, match))


def _denied_before(sentence: Sentence, match: Match) -> bool:
    of_itself = sentence.has(match.head, "NO", "NOT", "WITHOUT", "zero")
    for place, beyond in _to_the_left(sentence, match):
        # "No pain, no risk" is a list, not a denial of "no risk".
        if of_itself and sentence.tokens[place].word == ",":
            return False
        if sentence.has(place, *NOBODY) and not sentence.has(place, "NOT_NEGATING"):
            return True
        if sentence.has(place, "nothing") and sentence.has(place + 1, "OWN", "that"):
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
        verb = sentence.has(match.head, "CURE_S", "CURE_BASE")
        return near and not (verb and not sentence.has(match.head - 1, "a", "any"))
    if sentence.has(place, "NO") and sentence.has(place - 1, "with", "and", "or", ","):
        # ", no infusion has been shown to cure" has a subject that does nothing.
        between = sentence.tokens[place : match.head]
        subject = any(token.word in FINITE for token in between)
        return near or subject or sentence.has(place, "nothing")
    return sentence.has(place, "NOT", "NO")


def _denied_after(sentence: Sentence, match: Match) -> bool:
    """Tell whether the verb after a noun denies it: "a cure does not exist"."""
    negative = sentence.has(match.head, "NO", "NOT", "WITHOUT", "zero")
    for place in range(match.end, min(len(sentence.tokens), match.end + 9)):
        word = sentence.tokens[place].word
        if sentence.has(place, "NOT", "impossible", "unlikely", "rare", "unethical"):
            return True
        for nobody in (place, place + 1):
            if not negative and sentence.has(nobody, "no", "nobody"):
                other = sentence.has(nobody + 1, "PRACTICE", "TREATMENT", "one", "can")
                return other and not sentence.has(nobody + 2, "would", "else")
        if word == "and" and sentence.has(place + 1, "NOT", "SUBJECT"):
            return False
        relative = word == "that" and sentence.has(place + 3, "exist")
        closes = word in BREAKS or (word in CLOSES and not relative)
        if closes or sentence.has(place, "ADVERSATIVE"):
            return False
    return False


def is_hedged(sentence: Sentence, match: Match, *, firm: bool = False) -> bool:
    """Tell whether the claim is left open: "may cure", "whether it cures".

    `firm`: "may" must stand right before, since it also permits: "you may go".
    """
    other_verb = False
    for place, beyond in _to_the_left(sentence, match):
        if sentence.has(place, "HEDGING"):
            return True
        gap = match.head - place
        near = not firm or gap == 1 or (gap == 2 and sentence.has(place + 1, *BEING))
        if near and not beyond and not other_verb and sentence.has(place, "MODAL"):
            return True
        # "may have treatment that is safe" leaves open whether, not that it is safe.
        finite = sentence.tokens[place].word in FINITE
        other_verb = other_verb or (finite and not sentence.has(place - 1, "MODAL"))
    after = match.head + 1
    if sentence.has(match.head, "NO", "WITHOUT", "zero"):
        return False
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
            if sentence.has(place + 1, "NUMBER", "SPAN"):
                return False
            return sentence.has_within(range(place, match.head), *AUXILIARIES)
        if sentence.has(place, "if", "unless", "whether", "suppose"):
            return not sentence.has(place - 1, "even", "what")
        if sentence.has(place, "OWN") and not sentence.has(
            place - 1, "if", "when", "until", "whether"
        ):
            return False
    return False
