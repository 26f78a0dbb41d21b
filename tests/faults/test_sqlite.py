"""Many read and write one SQLite file, and none is told that it is locked."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.figures import say, spread
from tests.faults.people import Writer
from tests.faults.site import Crowd

PATHS = ["/", "/search/?query=lupus", "/admin/login/", "/enquiry/", "/nowhere/"]


@pytest.mark.parametrize(
    ("people", "times"), [(8, 2), pytest.param(40, 10, marks=pytest.mark.stress)]
)
def test_under_mixed_load_nothing_is_locked(site, people, times):
    site.work()
    with Crowd(site, PATHS, people=2).asking() as readers:
        with ThreadPoolExecutor(max_workers=people) as pool:
            writers = list(
                pool.map(lambda n: Writer(site, f"Patient {n}"), range(people * times))
            )
            sent = list(pool.map(lambda writer: writer.send(), writers))
        time.sleep(1)
    say(
        f"SQLite: {len(sent)} enquiries in {spread([got.seconds for got in sent])}, "
        f"{len(readers.failed())} of {len(readers.got)} readers failed"
    )

    assert {got.status for got in sent} == {302}
    assert not readers.failed()
    assert "database is locked" not in site.log() + site.log("worker")
