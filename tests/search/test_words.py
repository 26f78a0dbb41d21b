"""Words as the search compares them."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.words import stem

WORDS = ["inflammations", "operational", "rheumatologists", "generously", "itching"]


@pytest.fixture
def hasty_threads():
    """Threads take turns after every few steps."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_that_stem_at_once_get_the_stems_of_their_own_words(hasty_threads):
    alone = [stem.__wrapped__(word) for word in WORDS]

    def stem_all(_round) -> list[str]:
        return [stem.__wrapped__(word) for word in WORDS]

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(stem_all, range(200))) == [alone] * 200
