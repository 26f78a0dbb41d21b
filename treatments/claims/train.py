"""Learn the weights of `learned.py` from the labelled texts.

Run `python -m treatments.claims.train` after changing them. It is a logistic regression
with a penalty on large weights; the same texts always give the same weights.
"""

import hashlib
import inspect
import random
import sys
import tomllib
from collections.abc import Iterator
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from .benchmark import LABELLED, read_examples, read_pages
from .features import features
from .learned import BIAS, WEIGHTS, Weights
from .rules import ERROR
from .text import sentences

# Says what the weights were learned from, and how.
FINGERPRINT = WEIGHTS.with_suffix(".sha256")
DEMO = Path(__file__).parents[2] / "config" / "demo"
ROUNDS = 20
STEP = 0.1
PENALTY = 0.3
# What stands in one text only tells nothing about others.
FEWEST = 2
SMALLEST = 0.02
# All labelled texts but the unseen ones.
LEARNED_FROM = [
    f"{set_}{kind}.txt"
    for set_ in ("", "held_out_*")
    for kind in ("violations", "honest")
]


class Sample(NamedTuple):
    """The features of a labelled text, and what is wrong with it."""

    features: list[str]
    severity: str = ""
    # Wrong on a page about an unproven use; it may be fine on another.
    unproven: bool = False


def read_samples(folder: Path = LABELLED) -> list[Sample]:
    """A sample of each labelled text, and of each sentence of the honest pages."""
    told = [
        (sentences(one.text), one.severity, one.unproven)
        for pattern in LEARNED_FROM
        for one in read_examples(pattern, folder)
    ]
    pages = [*read_pages(folder), *_demo_texts()]
    told += [([one], "", False) for page in pages for one in sentences(page)]
    return [
        Sample(sorted(features(some)), severity, unproven)
        for some, severity, unproven in told
        if some
    ]


def _demo_texts() -> list[str]:
    """The texts of the demo practice, which are sober and reviewed as such.

    Among the facts above them are names of many kinds: of degrees, places and holidays.
    """
    texts: list[str] = []
    for path in sorted(DEMO.rglob("*.md")):
        *facts, text = path.read_text("utf-8").split("+++")
        texts += [*_strings(tomllib.loads("".join(facts))), text]
    pictures = tomllib.loads((DEMO / "pictures.toml").read_text("utf-8"))
    return [*texts, *(one.get("description", "") for one in pictures.values())]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, str):
        yield value


def learn(samples: list[Sample]) -> dict[str, Weights]:
    """Give each feature its weights, for each kind of claim."""
    anywhere = [one for one in samples if not one.unproven]
    promises = weigh([(one.features, one.severity == ERROR) for one in anywhere])
    advertising = weigh(
        [
            (one.features, bool(one.severity))
            for one in anywhere
            if one.severity != ERROR
        ]
    )
    effects = weigh(
        [
            (one.features, one.unproven)
            for one in samples
            if one.unproven or not one.severity
        ]
    )
    kinds = (promises, advertising, effects)
    return {
        name: Weights(*(kind.get(name, 0.0) for kind in kinds))
        for name in sorted(set().union(*kinds))
    }


def weigh(samples: list[tuple[list[str], bool]]) -> dict[str, float]:
    """Give each feature its weight, by AdaGrad in an order that never changes."""
    counts: dict[str, int] = {}
    for names, _is_error in samples:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    known = {name for name, count in counts.items() if count >= FEWEST}
    samples = [([BIAS, *sorted(known.intersection(names))], y) for names, y in samples]
    weights = dict.fromkeys([BIAS, *known], 0.0)
    squares = dict.fromkeys(weights, 1e-8)
    decay = PENALTY / len(samples)
    order = random.Random(7)  # noqa: S311
    for _round in range(ROUNDS):
        order.shuffle(samples)
        for names, is_error in samples:
            score = sum(weights[name] for name in names)
            missed = 1 / (1 + exp(-max(-30.0, min(30.0, score)))) - is_error
            for name in names:
                slope = missed + decay * weights[name] * (name != BIAS)
                squares[name] += slope * slope
                weights[name] -= STEP * slope / sqrt(squares[name])
    return weights


def lines(learned: dict[str, Weights]) -> list[str]:
    """The weights as text, one feature a line, in the order of the alphabet."""
    return [
        "\t".join([name, *(f"{one:.2f}" for one in weights)]) + "\n"
        for name, weights in learned.items()
        if max(map(abs, weights)) >= SMALLEST
    ]


def fingerprint(samples: list[Sample], weights: str) -> str:
    """A sum over the samples, the way of learning and the weights, in hexadecimal.

    It stays the same as long as learning anew would only give the same weights.
    """
    ways = [inspect.getsource(way) for way in (learn, weigh, lines)]
    numbers = (ROUNDS, STEP, PENALTY, FEWEST, SMALLEST)
    said = repr(([tuple(one) for one in samples], ways, numbers, weights))
    return hashlib.sha256(said.encode()).hexdigest()


def main() -> None:
    """Write the weights, and what they were learned from."""
    samples = read_samples()
    learned = lines(learn(samples))
    weights = "".join(learned)
    WEIGHTS.write_text(weights, "utf-8")
    FINGERPRINT.write_text(f"{fingerprint(samples, weights)}\n", "utf-8")
    sys.stdout.write(f"{len(learned)} features\n")


if __name__ == "__main__":
    main()
