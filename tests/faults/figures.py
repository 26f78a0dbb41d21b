"""What was measured, printed at the end of a run in one process: make stress."""

import statistics

FIGURES: list[str] = []


def say(figure: str) -> None:
    FIGURES.append(figure)


def spread(seconds: list[float]) -> str:
    """Median, 95th of a hundred, and the slowest."""
    late = statistics.quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
    numbers = [statistics.median(seconds), late, max(seconds)]
    return " / ".join(f"{number * 1000:.0f}" for number in numbers) + " ms"
