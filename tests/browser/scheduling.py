"""Gives all browser tests to one worker of pytest-xdist: there is one practice to serve.

Its own way, `--dist loadgroup`, has no effect with pytest 9.2:
https://github.com/pytest-dev/pytest-xdist/issues/1386
"""

from xdist.scheduler import LoadScopeScheduling


class OneWorkerForBrowserTests(LoadScopeScheduling):
    """Hands out browser tests as one piece of work, every other test by itself."""

    def _split_scope(self, nodeid: str) -> str:
        folder = "tests/browser/"
        return folder if nodeid.startswith(folder) else nodeid


def pytest_xdist_make_scheduler(config, log):
    return OneWorkerForBrowserTests(config, log)
