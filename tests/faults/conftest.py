"""Sites to be broken; each is made once and served where a test asks for it."""

import shutil
from collections.abc import Iterator

import pytest

from tests.faults.figures import FIGURES
from tests.faults.servers import (
    REDIS,
    PostgresqlServer,
    RedisServer,
    find_postgresql,
)
from tests.faults.site import BUILD, Site
from tests.migrated import kept_database


def pytest_terminal_summary(terminalreporter):
    for figure in FIGURES:
        terminalreporter.write_line(figure)


@pytest.fixture(scope="package")
def sqlite_practice(tmp_path_factory):
    """The folder of a small practice on SQLite, not served yet."""
    site = Site(tmp_path_factory.mktemp("sqlite"))
    (site.folder / "data").mkdir()
    if kept_database().exists():
        shutil.copy(kept_database(), site.folder / "data/db.sqlite3")
    else:
        site.manage("migrate", "--verbosity=0")
    site.manage("shell", "--verbosity=0", "-c", BUILD)
    return site


@pytest.fixture
def site(sqlite_practice) -> Iterator[Site]:
    """The small practice, served on SQLite."""
    sqlite_practice.serve()
    yield sqlite_practice
    sqlite_practice.stop()


@pytest.fixture(scope="package")
def postgresql() -> Iterator[PostgresqlServer]:
    if find_postgresql() is None:
        pytest.skip("needs PostgreSQL's server (Debian: apt install postgresql)")
    server = PostgresqlServer()
    yield server
    server.remove()


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    if REDIS is None:
        pytest.skip("needs redis-server (Debian: apt install redis-server)")
    server = RedisServer()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def big_site(postgresql, tmp_path_factory) -> Iterator[Site]:
    """The small practice, served on a PostgreSQL of its own."""
    site = Site(tmp_path_factory.mktemp("postgresql"), DATABASE_URL=postgresql.url)
    site.manage("migrate", "--verbosity=0")
    site.manage("shell", "--verbosity=0", "-c", BUILD)
    site.serve()
    yield site
    site.stop()
