"""Processes are killed, stopped and started anew, while people ask and write."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.figures import say, spread
from tests.faults.people import Writer
from tests.faults.site import Crowd

PATHS = ["/", "/conditions/", "/search/?query=lupus", "/enquiry/", "/team/"]


def warm(site) -> None:
    with Crowd(site, PATHS).asking():
        time.sleep(2)


@pytest.mark.parametrize(
    ("kills", "pause"), [(1, 2), pytest.param(2, 30, marks=pytest.mark.stress)]
)
def test_of_a_killed_process_hardly_anybody_notices(site, kills, pause):
    warm(site)
    with Crowd(site, PATHS).asking() as crowd:
        for _kill in range(kills):
            time.sleep(pause / 2)
            before = site.workers()
            os.kill(before[0], signal.SIGKILL)
            site.wait_for(lambda before=before: before[0] not in site.workers())
            time.sleep(pause / 2)
    failed, asked = len(crowd.failed()), len(crowd.got)
    say(f"{kills} processes killed: {failed} of {asked} requests failed")

    # At most what was in its hands: one of each person who asked.
    assert failed <= max(kills * crowd.people, asked / 1000)
    assert len(site.workers()) == 2


COUNT = "from contact.models.enquiries import Enquiry; print(Enquiry.objects.count())"


def test_what_is_being_written_when_the_site_stops_is_taken(site):
    before = int(site.manage("shell", "--verbosity=0", "-c", COUNT))
    writers = [Writer(site, f"Patient {number}") for number in range(2)]
    with ThreadPoolExecutor() as people:
        sent = [people.submit(writer.send_slowly, 1.5) for writer in writers]
        time.sleep(0.7)
        site.processes["web"].terminate()
    site.processes["web"].wait(timeout=30)

    assert [one.result() for one in sent] == [302, 302]
    assert int(site.manage("shell", "--verbosity=0", "-c", COUNT)) == before + 2


def test_a_reload_keeps_nobody_waiting(site):
    warm(site)
    before = site.workers()
    with Crowd(site, PATHS).asking() as crowd:
        time.sleep(0.5)
        site.hang_up()
        site.wait_for(lambda: not set(before) & set(site.workers()))
        time.sleep(0.5)
    waited = [got.seconds for _path, got in crowd.got]
    say(f"Reload: {len(crowd.failed())} of {len(waited)} failed, {spread(waited)}")

    assert not crowd.failed()


def test_another_version_takes_over_without_a_gap(site):
    """As docs/operators.md tells: the new one starts, then the old one may go."""
    warm(site)
    old = site.processes["web"]
    with Crowd(site, PATHS).asking() as crowd:
        old.send_signal(signal.SIGUSR2)
        site.wait_for(lambda: site.log().count("Booting worker") >= 4)
        old.terminate()
        old.wait(timeout=30)
        time.sleep(0.5)
    try:
        assert not crowd.failed()
        assert site.ask("/healthz").status == 200
    finally:
        site.stop_successor()
