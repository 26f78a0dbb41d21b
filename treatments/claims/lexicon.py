"""What words can mean, read from the tables in words/."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path


def _tables() -> dict[str, dict[str, str]]:
    """Read the tables of all files of words, joined by their names."""
    tables: dict[str, dict[str, str]] = {}
    for path in sorted((Path(__file__).parent / "words").glob("*.toml")):
        for name, table in tomllib.loads(path.read_text("utf-8")).items():
            tables.setdefault(name, {}).update(table)
    return tables


DATA = _tables()


def entries(text: str) -> list[str]:
    """List the entries of a comma-separated table."""
    return [" ".join(entry.split()) for entry in text.split(",") if entry.strip()]


def inflections(verb: str) -> dict[str, str]:
    """Give the forms of an English verb by their names: base, s, ed, en, ing."""
    if verb in DATA["irregular"]:
        past, participle, ing, third = entries(DATA["irregular"][verb])
        return {"S": third, "ED": participle, "PAST": past, "ING": ing, "BASE": verb}
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("ee"):
        return _forms(verb, f"{verb}s", f"{verb}d", f"{verb}ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return _forms(verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    # stop, stopped: a short verb doubles its last letter.
    if (
        len(verb) <= 4
        and verb[-1] in "pbtgnd"
        and verb[-2] in "aiou"
        and verb[-3:-2] not in "aeiou"
    ):
        stem = verb + verb[-1]
    third = f"{verb}es" if verb.endswith(("s", "x", "sh", "ch", "z")) else f"{verb}s"
    return _forms(verb, third, f"{stem}ed", f"{stem}ing")


def _forms(base: str, third: str, past: str, ing: str) -> dict[str, str]:
    return {"S": third, "ED": past, "PAST": past, "ING": ing, "BASE": base}


def _read() -> tuple[dict[str, set[str]], dict[str, list]]:
    """Read single words with their tags, and phrases by their first word."""
    words: dict[str, set[str]] = {}
    phrases: dict[tuple[str, ...], set[str]] = {}
    for tag, text in DATA["words"].items():
        for entry in entries(text):
            parts = tuple(re.sub(r"(\w)n't\b", r"\1 n't", entry).split())
            if len(parts) == 1:
                words.setdefault(entry, set()).add(tag)
            else:
                phrases.setdefault(parts, set()).add(tag)
    for tag, text in DATA["verbs"].items():
        for verb in entries(text):
            for form, word in inflections(verb).items():
                words.setdefault(word, set()).update({tag, f"{tag}_{form}"})
    for tags in [*words.values(), *phrases.values()]:
        tags |= {DATA["implies"][tag] for tag in tags if tag in DATA["implies"]}
    by_first: dict[str, list] = {}
    for parts in sorted(phrases, key=len, reverse=True):
        by_first.setdefault(parts[0], []).append((parts, frozenset(phrases[parts])))
    return words, by_first


WORDS, PHRASES = _read()
ADDING = frozenset(entries(DATA["phrases"]["adding"]))
SUFFIXES = [
    (suffix, tag) for tag, text in DATA["suffixes"].items() for suffix in entries(text)
]
EXCEPTIONS = frozenset(entries(DATA["exceptions"]["words"]))


def singular(word: str) -> str:
    """Give the singular of a regular plural; other words stay as they are."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=20_000)
def tags_of(word: str) -> frozenset[str]:
    """Give what a word can mean: itself, its singular and its classes."""
    base = singular(word)
    tags = {word, base} | WORDS.get(word, set()) | WORDS.get(base, set())
    if word[0].isdigit():
        tags.add("NUMBER")
    elif len(word) > 4 and base not in EXCEPTIONS:
        for suffix, tag in SUFFIXES:
            if base.endswith(suffix) and len(base) > len(suffix) + 1:
                tags.add(tag)
    return frozenset(tags)
