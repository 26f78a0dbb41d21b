"""Where a DOI begins and ends in running text."""

import re

# Prefix 10. and a registrant of at least four digits: DOI Handbook, 2.2.
DOI = re.compile(r"(?<![0-9.])(10\.[1-9][0-9]{3,8}(?:\.[0-9]+)*/\S*)")
QUOTES = re.compile('["“”„«»|\\\\^`{}]|</|&(?:lt|gt|quot|amp);')
AFTER_A_SENTENCE = ".,;:!?'’*…-/&"
CLOSING = {")": "(", "]": "[", ">": "<"}


def cut_suffix(doi: str) -> str:
    """The DOI without the punctuation, brackets and markup of the text around it.

    Brackets that belong to it, as in 10.1016/s0140-6736(20)30183-5, stay.
    """
    doi = QUOTES.split(doi, maxsplit=1)[0]
    doi = doi[: _end_of_brackets(doi)]
    return doi.rstrip(AFTER_A_SENTENCE)


def _end_of_brackets(text: str) -> int:
    """Where a bracket closes that was never opened, or "<" opens for good."""
    opened: list[tuple[str, int]] = []
    for place, sign in enumerate(text):
        if sign in CLOSING.values():
            opened.append((sign, place))
        elif sign in CLOSING:
            if not opened or opened[-1][0] != CLOSING[sign]:
                return place
            opened.pop()
    return next((place for sign, place in opened if sign == "<"), len(text))
