"""Questions: asked in earnest, asked to sell, answered with no."""

from .rules import words
from .text import Sentence

# What a question begins with when the answer is meant to be yes.
SELLING = words("ready want tired imagine sick fed struggling looking need")
SELLING_PAIRS = frozenset(
    {("did", "you"), ("what", "if"), ("who", "says"), ("who", "said"), ("who", "needs")}
)
ASKING = words(
    "do does did is are was were can could should would will have has might may i"
)
YES = words("""yes absolutely definitely certainly yep sure indeed always completely totally
    guaranteed 100 every of undoubtedly entirely naturally permanently forever""")
PRONOUNS = words("we it they you she he this that i")
STRESSING = words("certainly absolutely surely definitely indeed sure most very")
# Who asks for one of these does not ask for harm: "Is it approved for pain?".
CLAIMED = words("ENDORSE_ED CURE EFFECT FDA")
LONGEST_YES = 6
NO = words("no none zero never nope")
NOT_HERE = [["not", word] for word in ("with", "here", "one", "a", "at")]


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
    if after.tags & {"NOT", "NO", "MODAL"}:
        return True
    return after.tokens[0].word not in YES and not _affirms(after)


def _affirms(answer: Sentence) -> bool:
    """Tell whether a short answer says yes: "We can, and we do"."""
    words = [one.word for one in answer.tokens if one.word not in STRESSING]
    if len(words) > LONGEST_YES or not words or words[0] not in PRONOUNS:
        return False
    repeats = len(words) == 2 or words[2] == "," or words[:2] == ["you", "bet"]
    return words[-1] in ASKING and repeats


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
    if len(words) > 6 or ("MODAL" in after.tags and not _refuses(words)):
        return False
    if words[:2] in NOT_HERE or (_refuses(words) and not sentence.tags & CLAIMED):
        return True
    return "NOT" not in after.tags and (words[0] in NO or "none" in words)


def _refuses(words: list[str]) -> bool:
    """Tell whether an answer repeats the question's verb with "not": "It does not"."""
    short = 2 < len(words) + ("cannot" in words) <= 4 and words[0] in PRONOUNS
    return short and words[-1] in {"not", "n't", "cannot"}
