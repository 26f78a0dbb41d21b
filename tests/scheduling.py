"""Gives tests that share what takes long to make to one worker of pytest-xdist.

Its own way, `--dist loadgroup`, has no effect with pytest 9.2:
https://github.com/pytest-dev/pytest-xdist/issues/1386
"""

from xdist.scheduler import LoadScopeScheduling

# Beginning of a test's name → what it shares.
SHARED = {
    "tests/browser/": "a served practice",
    "tests/faults/": "parts that fail",
    "tests/house_rules/test_every_page.py": "every page",
    "tests/house_rules/test_metadata.py": "every page",
    "tests/house_rules/test_structured_data.py": "every page",
}


class OneWorkerForWhatIsShared(LoadScopeScheduling):
    """Hands out tests that share something as one piece, all others file by file."""

    def _split_scope(self, nodeid: str) -> str:
        shared = [what for start, what in SHARED.items() if nodeid.startswith(start)]
        return shared[0] if shared else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config, log):
    return OneWorkerForWhatIsShared(config, log)
