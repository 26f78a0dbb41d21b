"""Measure the claims check on labelled texts: `python -m treatments.claims.benchmark`.

Prints how many errors and warnings are found, how many honest sentences and honest
pages are called errors, and how long a sentence takes.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median
from time import perf_counter

from . import check_text
from .rules import ERROR, WARNING

LABELLED = Path(__file__).parents[2] / "tests" / "treatments" / "claims" / "labelled"


@dataclass(frozen=True)
class Example:
    """A labelled sentence: a violation has a severity, an honest one has none."""

    text: str
    group: str
    severity: str = ""
    unproven: bool = False

    def severities(self) -> set[str]:
        """Give the severities that the check finds in it."""
        found = check_text(self.text, unproven=self.unproven)
        return {finding.severity for finding in found}

    @property
    def is_found(self) -> bool:
        """Tell whether a violation is found, an error as an error."""
        found = self.severities()
        return ERROR in found if self.severity == ERROR else bool(found)


def read_examples(pattern: str, folder: Path = LABELLED) -> Iterator[Example]:
    """Read files of groups: "== name [severity [unproven]]", then a sentence a line."""
    for path in sorted(folder.glob(pattern)):
        label: list[str] = []
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("== "):
                label = line.removeprefix("== ").split()
            elif line and not line.startswith("#"):
                severity = label[1] if len(label) > 1 else ""
                yield Example(line, label[0], severity, "unproven" in label)


def read_pages(folder: Path = LABELLED) -> list[str]:
    """Read the honest pages, which empty lines part."""
    text = (folder / "honest_pages.txt").read_text("utf-8")
    return [page for page in text.split("\n\n") if not page.startswith("#")]


def share(found: list[bool]) -> float:
    """Give the share of what is true."""
    return sum(found) / len(found)


def figures(folder: Path = LABELLED, which: str = "*") -> dict[str, float]:
    """Measure the four figures over labelled texts, as shares from 0 to 1.

    `which` begins the names of the files: "unseen_*" are the texts that no rule was
    made for and no weight was learned from.
    """
    violations = list(read_examples(f"{which}violations.txt", folder))
    honest = list(read_examples(f"{which}honest.txt", folder))

    def recall(severity: str) -> float:
        return share([one.is_found for one in violations if one.severity == severity])

    return {
        "recall of errors": recall(ERROR),
        "recall of warnings": recall(WARNING),
        "false errors on honest sentences": share(
            [ERROR in one.severities() for one in honest]
        ),
        "honest pages with a false error": share(
            [
                any(finding.severity == ERROR for finding in check_text(page))
                for page in read_pages(folder)
            ]
        ),
    }


def median_milliseconds(folder: Path = LABELLED) -> float:
    """Measure the median time of a sentence."""
    times = []
    violations = read_examples("*violations.txt", folder)
    for example in chain(violations, read_examples("*honest.txt", folder)):
        begun = perf_counter()
        check_text(example.text, unproven=True)
        times.append(perf_counter() - begun)
    return 1000 * median(times)


def main() -> None:
    """Print the figures."""
    unseen = figures(which="unseen_*")
    sys.stdout.write(f"{'':34}     all  unseen\n")
    for name, value in figures().items():
        sys.stdout.write(f"{name:34}{value:8.3f}{unseen[name]:8.3f}\n")
    sys.stdout.write(
        f"{'median milliseconds a sentence':34}{median_milliseconds():8.3f}\n"
    )


if __name__ == "__main__":
    main()
