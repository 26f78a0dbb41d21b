"""Whether a sentence names its source."""

import re

from .text import Sentence

REFERENCE = re.compile(
    r"\[\s?\d|\([^()]{0,80}\d{4}[a-z]?\)|\bdoi\b|\bpmid\b|\bpmc\d|\bet al\b|https?://|\bnct\d"
    r"|[¹²³⁴-⁹]",
    re.IGNORECASE,
)


def is_cited(text: str, sentence: Sentence) -> bool:
    """Tell whether the sentence shows its reference, perhaps after its stop."""
    first, last = sentence.tokens[0].start, sentence.tokens[-1].end
    return bool(REFERENCE.search(text, first, last + 8))
