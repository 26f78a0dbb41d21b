"""Who may ask a database that was away."""

import pytest

from config import breaker as breakers
from config.breaker import PAUSE, Breaker


@pytest.fixture
def clock(monkeypatch):
    """Seconds that pass when a test says so."""
    now = {"is": 1000.0}
    monkeypatch.setattr(breakers.time, "monotonic", lambda: now["is"])
    return now


def test_while_all_is_well_everybody_asks(clock):
    breaker = Breaker()

    assert [breaker.may_ask() for _one in range(3)] == [True, True, True]


def test_after_the_pause_one_asks_for_all(clock):
    breaker = Breaker()
    breaker.trip()
    assert breaker.is_open
    assert not breaker.may_ask()
    clock["is"] += PAUSE

    assert [breaker.may_ask() for _one in range(3)] == [True, False, False]


def test_once_it_is_back_everybody_asks_again(clock):
    breaker = Breaker()
    breaker.trip()
    breaker.mend()

    assert not breaker.is_open
    assert [breaker.may_ask() for _one in range(3)] == [True, True, True]
