"""People write while no mail leaves the house, and each mail arrives once, later."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.contact.smtp import Letters, free_port, serving
from tests.faults.figures import say, spread
from tests.faults.people import Writer
from tests.faults.site import Got


def reference_of(thanks: Got) -> str:
    """The address of the thanks carries it, signed."""
    return thanks.headers["Location"].rstrip("/").rpartition("/")[2].partition(":")[0]


def subjects(letters: Letters) -> Counter:
    return Counter(letter["Subject"] for letter in letters.taken)


@pytest.mark.stress
def test_of_200_enquiries_while_mail_is_down_each_is_told_of_once(sqlite_practice):
    site, port = sqlite_practice, free_port()
    site.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{port}"
    site.serve()
    site.work()
    try:
        with ThreadPoolExecutor(max_workers=40) as people:
            writers = people.map(lambda n: Writer(site, f"Patient {n}"), range(200))
            sent = list(people.map(lambda writer: writer.send(), writers))
        assert {got.status for got in sent} == {302}
        asked = {f"New enquiry {reference_of(got)}" for got in sent}
        with serving(Letters(), port) as letters:
            site.wait_for(lambda: asked <= subjects(letters).keys(), 400)
    finally:
        site.stop()
        del site.environ["EMAIL_URL"]
    say(f"Mail down: 200 enquiries in {spread([got.seconds for got in sent])}")

    assert len(asked) == 200
    assert {subjects(letters)[one] for one in asked} == {1}
