"""Gives all tests of one served practice to one worker of pytest-xdist.

Its own way, `--dist loadgroup`, has no effect with pytest 9.2:
https://github.com/pytest-dev/pytest-xdist/issues/1386
"""

from xdist.scheduler import LoadScopeScheduling

SERVED = ["tests/browser/", "tests/faults/"]


class OneWorkerForServedPractice(LoadScopeScheduling):
    """Hands out the tests of such a folder as one piece, all others file by file."""

    def _split_scope(self, nodeid: str) -> str:
        folders = [folder for folder in SERVED if nodeid.startswith(folder)]
        return folders[0] if folders else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config, log):
    return OneWorkerForServedPractice(config, log)
