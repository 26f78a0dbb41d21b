"""What sentences say together: a topic and its answer, a pronoun and its noun."""

from collections.abc import Iterator

from .rules import words
from .text import Sentence, Token, retagged

DOUBTS = words("NOT NO MODAL HEDGING SOFT")
LONGEST_TOPIC = 7
LONGEST_ANSWER = 14
LONGEST_TAIL = 5
MOST_JOINED = 4
FINITE = words(
    """is are was were be been has have had do does did can will 're 've 'll would may
    might could should must am"""
)
DENIALS = words("no none never zero nope nothing")
ASKING = words("do does did is are was were can could will would there any")
LONGEST_QUESTION = 12
PRONOUNS = words("it they them")
POINTING = words("this that these those")
VERBS = words("CURE_S CURE_BASE CURE_PAST STOP_S STOP_BASE VANISH ends works")
# What a pronoun takes over from the sentence before.
MEANINGS = words(
    "CONDITION INCURABLE CURABLE UNCONVENTIONAL UNAPPROVED MEDICINE HARM BODY"
)
STANCES = words("WARNING REPORT MENTION HEDGING MODAL NOT NO OTHERS ESTABLISHED PAST")


def readings(found: list[Sentence]) -> Iterator[Sentence]:
    """Give each sentence, then what it says together with its neighbours."""
    for sentence in found:
        yield sentence
        before = sentence.before
        if before is None or before.paragraph != sentence.paragraph:
            continue
        resolved = _resolved(sentence, before)
        if resolved:
            yield resolved
        joined = _joined(sentence)
        if joined:
            yield joined


def _is_fragment(sentence: Sentence, longest: int) -> bool:
    """Tell whether the sentence is a few words without a verb of its own."""
    if len(sentence.tokens) > longest:
        return False
    return not any(token.word in FINITE for token in sentence.tokens)


def _continues(sentence: Sentence) -> bool:
    """Tell whether a sentence only makes sense with the one before it."""
    before = sentence.before
    if before is None or before.paragraph != sentence.paragraph:
        return False
    if before.tags & {"NOT", "NO", '"'}:
        return False
    if sentence.tokens[0].word in DENIALS and len(sentence.tokens) > LONGEST_TAIL:
        return False
    if _is_fragment(before, LONGEST_TOPIC) and before.ending in {"?", ".", "!"}:
        return len(sentence.tokens) <= LONGEST_ANSWER
    if before.ending == "?" and (
        before.tokens[0].word not in ASKING or len(before.tokens) > LONGEST_QUESTION
    ):
        return False
    if before.ending == "?" and sentence.tags & DOUBTS:
        return sentence.tokens[0].word in DENIALS
    return _is_fragment(sentence, LONGEST_TAIL)


def _joined(sentence: Sentence) -> Sentence | None:
    """Read a fragment and the sentences that it hangs on as one."""
    run = [sentence]
    while len(run) < MOST_JOINED and _continues(run[0]):
        before = run[0].before
        assert before is not None  # noqa: S101
        run.insert(0, before)
    if len(run) == 1:
        return None
    tokens = [token for part in run for token in part.tokens]
    first = sentence.tokens[0].word
    if run[0].ending == "?" and run[0].tokens[0].word in ASKING and first == "no":
        return None
    if len(run) == 2 and run[0].ending == "?" and first in DENIALS:
        # "Side effects? None." says: none side effects.
        asked = [token for token in run[0].tokens if token.word not in ASKING]
        tokens = sentence.tokens + asked
    return retagged(tokens, run[0], sentence)


def _resolved(sentence: Sentence, before: Sentence) -> Sentence | None:
    """Read pronouns as what the sentence before is about."""
    meant = before.tags & MEANINGS
    if "OWN" in before.tags and before.tags & {"TREATMENT", "UNCONVENTIONAL"}:
        meant |= {"OWN"}
    stances = before.tags & STANCES
    if before.tags & {"OWN", "SELF"}:
        stances -= {"REPORT", "MENTION"}
    if stances == {"NOT"} and "OWN" in before.tags & sentence.tags:
        # "We don't manage gout. We end it."
        stances = frozenset()
    if not meant or stances:
        return None
    places = [at for at in range(len(sentence.tokens)) if _stands_for(sentence, at)]
    if not places:
        return None
    tokens = list(sentence.tokens)
    for place in places:
        old = tokens[place]
        tokens[place] = Token(old.word, old.start, old.end, old.tags | meant)
    return Sentence(
        tokens,
        sentence.ending,
        sentence.shouted,
        sentence.paragraph,
        before=before,
        after=sentence.after,
    )


def _stands_for(sentence: Sentence, place: int) -> bool:
    """Tell whether a pronoun stands there, and not a word before a noun."""
    word = sentence.tokens[place].word
    if word in POINTING:
        following = range(place + 1, min(place + 2, len(sentence.tokens)))
        return all(
            sentence.tokens[at].word in FINITE or sentence.has(at, *VERBS)
            for at in following
        )
    return word in PRONOUNS and not sentence.has(place - 1, "for")
