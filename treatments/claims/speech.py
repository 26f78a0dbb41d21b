"""Whose words a sentence gives: asked, reported, quoted, long past, taken back."""

from .denial import segment
from .lexicon import words
from .patterns import Match, is_break
from .text import Sentence

# What a question begins with when the answer is meant to be yes.
SELLING = words("ready want tired imagine sick fed struggling looking need")
SELLING_PAIRS = frozenset({("did", "you"), ("what", "if")})
ASKING = words(
    "do does did is are was were can could should would will have has might may i"
)
YES = words("yes absolutely definitely certainly yep sure indeed")
NO = words("no none zero never nope")
# Orders to the reader, not reports: "Say hello to".
ORDERS = words("say tell call read hear see speak push offer point label")
REFUTING = words("""false untrue myth lie nonsense misleading wrong fiction fraud scam hype illegal
    unproven debunked not n't nobody""")
POINTING = words("this that these those such it false wrong in fact")


def is_asked(sentence: Sentence) -> bool:
    """Tell whether the sentence asks, rather than sells in the form of a question."""
    if sentence.ending != "?":
        return False
    after = sentence.after
    if _sells(sentence):
        sold = bool(sentence.tags & {"OWN", "YOU", "BOOST", "ready"})
        return not sold and not (after and "OWN" in after.tags)
    if not after or after.paragraph != sentence.paragraph:
        return True
    return after.tokens[0].word not in YES or bool(after.tags & {"NOT", "NO", "MODAL"})


def _sells(sentence: Sentence) -> bool:
    words = tuple(token.word for token in sentence.tokens[:2])
    if words[0] == "why":
        return not ASKING.intersection(words[1:])
    return bool(SELLING.intersection(words)) or words in SELLING_PAIRS


def is_answered_no(sentence: Sentence) -> bool:
    """Tell whether the text asks this and answers no: "Side effects? None"."""
    after = sentence.after
    if sentence.ending != "?" or sentence.tags & {"NO", "NOT"} or not after:
        return False
    words = [token.word for token in after.tokens]
    if len(words) > 6 or after.tags & {"MODAL", "NOT"}:
        return False
    return words[0] in NO or "none" in words


def is_reported(sentence: Sentence, match: Match) -> bool:
    """Tell whether the claim is another's, told or warned of."""
    quoted = sentence.quoted[match.head]
    start, end = segment(sentence, match.head)
    if quoted:
        start, end = 0, len(sentence.tokens)
    if any(
        sentence.has(place, "WARNING") and not match.start <= place < match.end
        for place in range(start, end)
    ):
        return True
    if _listed_after_warning(sentence, match) or _told(sentence, match, start, quoted):
        return True
    after = range(match.end, min(end, match.end + 6))
    return quoted and any(
        sentence.has(place, "MENTION") and not sentence.has(place, "REPORT")
        for place in after
    )


def _told(sentence: Sentence, match: Match, start: int, quoted: bool) -> bool:
    """Tell whether words before the claim put it into another's mouth."""
    own = any(sentence.has(place, "OWN") for place in range(match.start, match.end))
    for place in range(start, match.start):
        if sentence.has(place, "according") and sentence.has(
            place + 2, "OTHERS", "the"
        ):
            return True
        praised = any(
            sentence.has(at, "our", "dr") for at in range(place + 1, match.start)
        )
        if not praised and _reports(sentence, place):
            return quoted or not own
    return False


def _reports(sentence: Sentence, place: int) -> bool:
    """Tell whether a word of speech puts what follows into another's mouth."""
    if sentence.has(place, "MENTION") and not sentence.has(
        place - 1, "OWN", "SELF", "YOU"
    ):
        return True
    if not sentence.has(place, "REPORT"):
        return False
    opens = is_break(sentence, place - 1) or sentence.has(place - 1, ",")
    if opens and sentence.tokens[place].word in ORDERS:
        return False
    if sentence.has(place - 1, "that", "which", "who"):
        return not sentence.has(place - 2, "PATIENT", "SELF")
    speaker = range(max(0, place - 6), place)
    if any(sentence.has(at, "OTHERS") for at in speaker):
        return True
    return not any(sentence.has(at, "OWN", "SELF", "PATIENT", "YOU") for at in speaker)


def _listed_after_warning(sentence: Sentence, match: Match) -> bool:
    """Tell whether a warning with a colon stands before: "red flags: …"."""
    words = [token.word for token in sentence.tokens[: match.start]]
    if ":" not in words:
        return False
    lead = range(words.index(":"))
    return any(sentence.has(place, "WARNING", "MENTION") for place in lead)


def is_taken_back(sentence: Sentence, match: Match) -> bool:
    """Tell whether the sentence ends by denying what it said: "…; it does not"."""
    last = len(sentence.tokens) - 5
    for place in range(max(match.end, last), len(sentence.tokens) - 2):
        pronoun = sentence.has(place, "it", "they", "that", "this", "which", "none")
        joins = sentence.has(place - 1, ";", ",", "—", "but", ":")
        if pronoun and joins and sentence.has(place + 2, "NOT"):
            return True
    return False


def is_past(sentence: Sentence) -> bool:
    """Tell whether the claim belongs to the history of medicine."""
    if sentence.tags & {"OWN", "YOU"}:
        return False
    return "PAST" in sentence.tags or any(
        _is_year(token.word) and not sentence.has(place - 1, "since")
        for place, token in enumerate(sentence.tokens)
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and 1500 <= int(word) <= 2015


def is_listed_as_warning(sentence: Sentence) -> bool:
    """Tell whether the text around warns of it: a list of red flags, a myth."""
    return _opened_by_warning(sentence) or _refuted_after(sentence)


def _opened_by_warning(sentence: Sentence) -> bool:
    before = sentence.before
    for _ in range(9):
        if not before or before.tags & {"FACTS"}:
            return False
        if before.tokens[-1].word == ":" and before.tags & {"WARNING", "MENTION"}:
            return "OWN" not in before.tags
        if before.ending not in {"\n", "•", "|"}:
            return False
        before = before.before
    return False


def _refuted_after(sentence: Sentence) -> bool:
    after = sentence.after
    if not after or after.paragraph != sentence.paragraph or len(after.tokens) > 13:
        return False
    words = [token.word for token in after.tokens[:7]]
    if words[0] not in POINTING or "OWN" in after.tags:
        return False
    return not REFUTING.isdisjoint(words)
