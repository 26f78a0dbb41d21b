"""Whose words a sentence gives: reported, quoted, long past, taken back."""

from .denial import segment
from .patterns import Match, is_break
from .rules import words
from .text import Sentence

MISTAKEN = words("believed swore thought reckoned claimed imagined")
PROVING = words(
    "mean means approval approved proof prove endorsement endorse seal imply"
)
# Orders to the reader, not reports: "Say hello to".
ORDERS = words(
    "say tell call read hear see speak push offer offering point label seen heard"
)
ANNOUNCING = words("""announces presents reports states says describes announce regarded
    considered hailed known called described""")
REFUTING = words("""false untrue myth lie nonsense misleading wrong fiction fraud scam hype illegal
    unproven debunked not n't nobody""")
POSSESSIVE = ("our", "my", "your")
POINTING = words("this that these those such it false wrong in fact")


def is_reported(sentence: Sentence, match: Match) -> bool:
    """Tell whether the claim is another's, told or warned of."""
    quoted = sentence.quoted[match.head]
    start, end = segment(sentence, match.head)
    if quoted:
        start, end = 0, len(sentence.tokens)
    if quoted and _quotes_itself(sentence, match):
        return False
    if any(
        start <= place < end and not match.start <= place < match.end
        for place in sentence.places.get("WARNING", ())
    ):
        return True
    if _listed_after_warning(sentence, match) or _told(sentence, match, start, quoted):
        return True
    after = range(match.end, min(end, match.end + 6))
    if _told_after(sentence, match):
        return True
    own = sentence.has_within(after, "OWN", "PATIENT", "SELF", "PRACTICE")
    return quoted and any(
        (sentence.has(place, "MENTION") and not sentence.has(place, "REPORT"))
        or (sentence.has(place, "REPORT") and not own)
        for place in after
    )


def _told_after(sentence: Sentence, match: Match) -> bool:
    """Tell whether the sentence ends with its speaker: ", they say"."""
    last = len(sentence.tokens) - 1
    return any(
        sentence.has(place, ",")
        and sentence.has(place + 1, "OTHERS", "so")
        and sentence.has_within(range(place + 2, last + 1), "REPORT")
        for place in range(max(match.end, last - 4), last)
    )


def _quotes_itself(sentence: Sentence, match: Match) -> bool:
    """Tell whether the practice shows its own words: a banner, a slogan."""
    if sentence.tags & {"WARNING", "NOT", "NO", "OTHERS", "MODAL", "PAST", "HEDGING"}:
        return False
    return sentence.has_within(range(match.start - 3, match.end), "OWN")


def _told(sentence: Sentence, match: Match, start: int, quoted: bool) -> bool:
    """Tell whether words before the claim put it into another's mouth."""
    for place in _telling(sentence):
        if not start <= place < match.start:
            continue
        if sentence.has(place, "according") and sentence.has(
            place + 2, "OTHERS", "the"
        ):
            return True
        praised = sentence.has_within(range(place + 1, match.start), "our", "dr")
        if not praised and _reports(sentence, place):
            if not quoted and _is_endorsed(sentence, match):
                return False
            between = range(place + 1, match.end)
            return quoted or not any(sentence.has(at, "we", "our") for at in between)
    return False


def _telling(sentence: Sentence) -> list[int]:
    """Give the places of words that may put others into another's mouth."""
    places = sentence.places
    tags = ("according", "REPORT", "MENTION")
    return sorted({place for tag in tags for place in places.get(tag, ())})


def _is_endorsed(sentence: Sentence, match: Match) -> bool:
    """Tell whether the practice agrees: "They call it magic, and you'll see why"."""
    rest = range(match.end, len(sentence.tokens))
    if sentence.has_within(rest, "NOT", "NO", "MODAL", "WARNING", "but"):
        return False
    return any(
        sentence.has(at, ",", ";", "—")
        and sentence.has_within(range(at + 1, at + 6), "OWN", "YOU")
        for at in rest
    )


def _reports(sentence: Sentence, place: int) -> bool:
    """Tell whether a word of speech puts what follows into another's mouth."""
    if sentence.has(place, "MENTION") and not sentence.has(
        place - 1, *POSSESSIVE, "PRACTICE", "we"
    ):
        return True
    if not sentence.has(place, "REPORT"):
        return False
    opens = is_break(sentence, place - 1) or sentence.has(place - 1, ",", "now", "as")
    if opens and sentence.tokens[place].word in ORDERS:
        return False
    if sentence.has(place, *ANNOUNCING) and _practice_before(sentence, place):
        return False
    if sentence.has(place - 1, "that", "which", "who"):
        return not sentence.has(place - 2, "PATIENT", "SELF")
    speaker = range(max(0, place - 6), place)
    if sentence.has(place, *MISTAKEN) and not sentence.has(place - 1, "i", "we"):
        return True
    if any(sentence.has(at, "OTHERS") for at in speaker):
        return True
    return not any(sentence.has(at, "OWN", "SELF", "PATIENT", "YOU") for at in speaker)


def _practice_before(sentence: Sentence, place: int) -> bool:
    """Tell whether "the clinic" stands before, not "clinics" or "some clinic"."""
    return any(
        sentence.has(at, "PRACTICE")
        and not sentence.tokens[at].word.endswith("s")
        and not sentence.has(at - 1, "OTHERS", "a", "one")
        for at in range(max(0, place - 7), place)
    )


def _listed_after_warning(sentence: Sentence, match: Match) -> bool:
    """Tell whether a warning with a colon stands before: "red flags: …"."""
    words = [token.word for token in sentence.tokens[: match.start]]
    if ":" not in words:
        return False
    lead = range(words.index(":"))
    return any(
        sentence.has(place, "WARNING")
        or (sentence.has(place, "MENTION") and not sentence.has(place - 1, *POSSESSIVE))
        for place in lead
    )


def is_taken_back(sentence: Sentence, match: Match) -> bool:
    """Tell whether the sentence ends by denying what it said: "…; it does not"."""
    last = len(sentence.tokens) - 5
    for place in range(max(match.end, last), len(sentence.tokens) - 2):
        pronoun = sentence.has(place, "it", "they", "that", "this", "which", "none")
        joins = sentence.has(place - 1, ";", ",", "—", "but", ":")
        if pronoun and joins and _takes_back(sentence, place):
            return True
    return False


def _takes_back(sentence: Sentence, place: int) -> bool:
    """Tell whether a pronoun goes on "does not" or "claim is false"."""
    if sentence.has(place + 2, "NOT"):
        return True
    rest = range(place + 1, len(sentence.tokens))
    return any(sentence.tokens[at].word in REFUTING for at in rest)


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
    return (
        _opened_by_warning(sentence)
        or _refuted_after(sentence)
        or _warned_after(sentence)
    )


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


def _warned_after(sentence: Sentence) -> bool:
    """Tell whether the paragraph goes on to warn of those who say this."""
    after = sentence.after
    for _ in range(3):
        if not after or after.paragraph != sentence.paragraph:
            return False
        if "WARNING" in after.tags:
            return sentence.tags.isdisjoint({"OWN"}) and "OWN" not in after.tags
        after = after.after
    return False


def _refuted_after(sentence: Sentence) -> bool:
    after = sentence.after
    if not after or after.paragraph != sentence.paragraph or len(after.tokens) > 13:
        return False
    words = [token.word for token in after.tokens[:7]]
    if words[:2] == ["no", "such"]:
        return True
    if words[0] not in POINTING or "OWN" in after.tags:
        return False
    return not REFUTING.isdisjoint(words)


def is_disclaimed(sentence: Sentence) -> bool:
    """Tell whether the text says that something is no approval and no proof."""
    return any(
        sentence.has_within(range(place - 6, place), "NOT", "NO")
        for tag in PROVING
        for place in sentence.places.get(tag, ())
    )
