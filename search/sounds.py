"""How words sound, so that they are found as they are heard."""

import re

import jellyfish

SILENT = [("sthm", "sm"), ("rrh", "r"), ("phth", "th"), ("xc", "x")]
SILENT_AT_FIRST = [("ps", "s"), ("pt", "t"), ("rh", "r"), ("cz", "z"), ("eu", "u")]
_SILENT_H = re.compile(r"(?<=[aeioudlmnr])h")


def sound_of(word: str) -> str:
    """How a word sounds; letters that are silent in Greek words are left out."""
    for written, spoken in SILENT:
        word = word.replace(written, spoken)
    for written, spoken in SILENT_AT_FIRST:
        if word.startswith(written):
            word = spoken + word[len(written) :]
    return jellyfish.metaphone(_SILENT_H.sub("", word))


def has_vowel(word: str) -> bool:
    """Whether it can be spoken as a word at all."""
    return any(sign in "aeiouy" for sign in word)
