"""A browser that was left alone is signed out."""

import pytest
from wagtail.models import ModelLogEntry

from config.signing_in.sessions import AT_REST, BEGAN, IN_ALL, SEEN
from tests.config.signing_in.hands import PASSWORD, browser, make_account, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/admin/account/"


@pytest.fixture
def client():
    make_account(group="Owners")
    client = browser()
    sign_in(client)
    return client


def turn_back(client, clock, seconds) -> None:
    session = client.session
    session[clock] -= seconds
    session.save()


def is_in(client) -> bool:
    return client.get(PAGE).status_code == 200


@pytest.mark.parametrize(("clock", "limit"), [(SEEN, AT_REST), (BEGAN, IN_ALL)])
def test_a_session_ends_at_rest_and_in_all(client, clock, limit):
    turn_back(client, clock, limit - 60)
    assert is_in(client)
    turn_back(client, clock, limit + 60)
    assert client.get(PAGE).url.startswith("/admin/login/")
    assert not client.session.get(BEGAN)


def test_work_keeps_a_session_and_an_open_tab_does_not(client):
    turn_back(client, SEEN, 300)
    client.post("/admin/editing-sessions/ping/home/homepage/1/1/")
    before = client.session[SEEN]
    client.get(PAGE)
    assert client.session[SEEN] >= before + 300


def test_sign_in_makes_a_new_session(client):
    first = client.cookies["sessionid"].value
    client.post("/admin/logout/")
    client.get("/admin/login/")
    sign_in(client)
    assert client.cookies["sessionid"].value != first


def test_a_new_password_ends_the_other_sessions(client):
    elsewhere = browser("203.0.113.8")
    sign_in(elsewhere)
    new = "bark-and-moss-and-fern"
    answer = client.post(
        PAGE,
        {
            "password-old_password": PASSWORD,
            "password-new_password1": new,
            "password-new_password2": new,
            "name_email-first_name": "Ada",
            "name_email-last_name": "Fernhollow",
            "name_email-email": "ada@brackenfold.example.org",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        },
    )
    assert answer.status_code == 302
    assert is_in(client) and not is_in(elsewhere)


def test_signing_in_and_out_stands_in_the_site_history(client):
    report = client.get("/admin/reports/site-history/")
    assert "Signed in" in report.text
    client.post("/admin/logout/")
    actions = list(
        ModelLogEntry.objects.filter(action__startswith="practice.sign")
        .order_by("timestamp")
        .values_list("action", flat=True)
    )
    assert actions == ["practice.sign_in", "practice.sign_out"]
