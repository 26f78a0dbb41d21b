"""Measures cases in rounds that alternate, so that all meet the same noise."""

import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.serving import Server

WARMING = 30


@dataclass
class Case:
    """One address of a server, and how often it is asked for in a round."""

    name: str
    server: Server
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    requests: int = 400
    queries: int | None = None
    warming: int = WARMING


@dataclass
class Figures:
    """What the rounds gave: CPU in ms a request, answer times in ms, bytes sent."""

    cpu: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    status: int = 0
    size: int = 0

    @property
    def per_request(self) -> float:
        return statistics.median(self.cpu)

    def ratio_to(self, other: "Figures") -> float:
        """The median of the ratios of each round."""
        pairs = zip(self.cpu, other.cpu, strict=True)
        return statistics.median(mine / its for mine, its in pairs)


def measure(cases: list[Case], rounds: int) -> dict[str, Figures]:
    figures = {case.name: Figures() for case in cases}
    for case in cases:
        _ask(case, Figures(), case.warming)
    for _ in range(rounds):
        for case in cases:
            mine = figures[case.name]
            before = case.server.cpu()
            _ask(case, mine, case.requests)
            mine.cpu.append((case.server.cpu() - before) * 1000 / case.requests)
    return figures


def _ask(case: Case, figures: Figures, times: int) -> None:
    connection = case.server.connect()
    for _ in range(times):
        started = time.perf_counter()
        connection.request("GET", case.path, headers=dict(case.headers))
        response = connection.getresponse()
        body = response.read()
        figures.times.append((time.perf_counter() - started) * 1000)
        figures.status, figures.size = response.status, len(body)
    connection.close()
