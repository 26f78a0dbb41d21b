"""Visitors who take their time, and a mail server that is down until it is started."""

import pytest

from contact.enquiries import tokens
from tests.contact.smtp import Letters, free_port, serving


@pytest.fixture(autouse=True)
def slow_hands(monkeypatch):
    """Nobody in these tests is too quick, unless a test says so."""
    monkeypatch.setattr(tokens, "QUICKEST", -1)


@pytest.fixture
def smtp(settings):
    """Mail goes to a port of this machine; nobody listens there yet."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    database = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = {"default": {**settings.TASKS["default"], **database}}
    return settings.EMAIL_PORT


@pytest.fixture
def post_office(smtp):
    with serving(Letters(), smtp) as letters:
        yield letters
