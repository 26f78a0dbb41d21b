"""What tests share: a practice, visitors, and people with accounts."""

import gc
from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.db import transaction
from django.test import Client

from tests import practice as small_practice
from tests.made_once import made_once
from tests.migrated import filled_from_kept, keep
from tests.scheduling import pytest_xdist_make_scheduler  # noqa: F401


def pytest_collection_modifyitems(config, items):
    """Leave out what takes long, unless it is asked for by its mark."""
    if "stress" in config.option.markexpr:
        return
    long = [item for item in items if item.get_closest_marker("stress")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


def pytest_collection_finish():
    """What is loaded by now stays, and is not looked through for rubbish again.

    That took a seventh of the time of tests that make many short-lived objects.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 20)


def clear_caches() -> None:
    for name in ("default", "renditions"):
        caches[name].clear()


@pytest.fixture(autouse=True)
def cold_caches(settings):
    """No test sees what another one left in a cache."""
    clear_caches()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    with filled_from_kept():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        keep()


@pytest.fixture(scope="module")
def module_database(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A transaction that lasts as long as the tests of one file."""
    with django_db_blocker.unblock():
        clear_caches()
        atomic = transaction.atomic()
        # As in Django's TestCase: code may still ask for a durable block.
        atomic._from_testcase = True
        atomic.__enter__()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)
        clear_caches()


@pytest.fixture(scope="module")
def practice_of_the_file(module_database, django_db_blocker) -> dict[str, object]:
    with django_db_blocker.unblock():
        cast = made_once(small_practice.build)
        clear_caches()
        return cast


@pytest.fixture
def practice(practice_of_the_file, db) -> small_practice.Cast:
    """The small practice of tests/practice.py."""
    return small_practice.Cast(practice_of_the_file)


@pytest.fixture
def visitor() -> Client:
    """A browser that nobody has logged in with."""
    return Client(SERVER_NAME="localhost")


def log_in(group: str) -> Client:
    """A browser in which a member of this group is at work."""
    user = get_user_model().objects.create_user(
        username=group.lower().replace(" ", "-"),
        email=f"{group.split()[0].lower()}@brackenfold.example.org",
        password="a-long-password",  # noqa: S106
        first_name=group,
    )
    user.groups.add(Group.objects.get(name=group))
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(user)
    return browser


@pytest.fixture
def editor(practice) -> Client:
    return log_in("Editors")


@pytest.fixture
def reviewer(practice) -> Client:
    return log_in("Medical reviewers")


@pytest.fixture
def owner(practice) -> Client:
    return log_in("Owners")
