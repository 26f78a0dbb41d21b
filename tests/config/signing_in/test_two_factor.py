"""A password alone is half a sign-in."""

import re

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry, Page

from config.signing_in.two_factor import forgive_guesses
from tests.config.signing_in.hands import (
    browser,
    code_of,
    give_app,
    make_account,
    sign_in,
)
from tests.reading import Seen

pytestmark = pytest.mark.django_db
STEP = "/admin/second-step/"
SET_UP = "/admin/two-factor/set-up/"


def answer_with(client, code, address=STEP, **more):
    return client.post(address, {"code": code, **more})


def is_in(client) -> bool:
    return client.get("/admin/account/").status_code == 200


@pytest.fixture
def half_in():
    """A browser after the password; the account, its app and its recovery codes."""
    account = make_account(group="Owners")
    app, codes = give_app(account)
    client = browser()
    assert sign_in(client).status_code == 302
    return client, account, app, codes


ADMIN = [
    "/admin/",
    "/admin/account/",
    "/admin/users/",
    "/admin/pages/",
    "/admin/sign-ins/",
    "/admin/settings/home/practicesettings/",
    "/admin/reports/site-history/",
    "/admin/no-such-page/",
]


@pytest.mark.parametrize("address", ADMIN)
def test_half_a_sign_in_opens_nothing(half_in, address):
    client, *_others = half_in
    answer = client.get(address)
    assert (answer.status_code, answer.url.split("?")[0]) == (302, STEP)
    assert client.post(address).url == STEP


def test_half_a_sign_in_is_nobody_outside_the_editor(half_in, practice):
    client, *_others = half_in
    page = Page.objects.get(pk=practice.about.pk)
    assert "wagtail-userbar" not in client.get(page.url).text
    asked = client.get("/admin/", headers={"x-requested-with": "XMLHttpRequest"})
    assert asked.status_code == 403


def test_a_code_of_the_app_leads_to_where_one_wanted_to_go(half_in):
    client, _account, app, _codes = half_in
    step = client.get("/admin/users/").url
    assert answer_with(client, code_of(app), step).url == "/admin/users/"
    assert is_in(client)


@pytest.mark.parametrize("wanted", ["https://example.com/", "//example.com/", "x:y"])
def test_nobody_is_led_to_another_site(half_in, wanted):
    client, _account, app, _codes = half_in
    assert answer_with(client, code_of(app), f"{STEP}?next={wanted}").url == "/admin/"


def test_a_code_is_good_for_one_time(half_in):
    client, _account, app, _codes = half_in
    code = code_of(app)
    answer_with(client, code)
    other = browser("203.0.113.8")
    sign_in(other)
    assert "it was used before" in Seen(STEP, answer_with(other, code)).words
    assert not is_in(other)


def test_a_recovery_code_typed_as_it_is_printed_lets_in_once(half_in):
    client, account, _app, codes = half_in
    assert answer_with(client, f" {codes[0].upper()} ").url == "/admin/"
    assert "9 are left" in client.get("/admin/").text
    other = browser("203.0.113.8")
    sign_in(other)
    assert answer_with(other, codes[0]).status_code == 200
    assert not is_in(other)
    found = ModelLogEntry.objects.filter(action="practice.recovery_code_used")
    assert [int(entry.object_id) for entry in found] == [account.pk]


def test_recovery_codes_cannot_be_read_from_the_database(half_in):
    codes = half_in[-1]
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == len(set(codes)) == 10
    assert not kept & {code.replace("-", "") for code in codes}


def test_codes_cannot_be_guessed_fast(half_in, monkeypatch):
    client, account, app, _codes = half_in
    # However slow the machine is, all of it happens within the second.
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    answers = [answer_with(client, f"{number:06}") for number in range(10)]
    assert [one.status_code for one in answers][1:] == [429] * 9
    assert "Please try again in 1 second" in Seen(STEP, answers[1]).words
    # Not even the right one, and soon afterwards it is taken.
    assert answer_with(client, code_of(app)).status_code == 429
    forgive_guesses(account)
    assert answer_with(client, code_of(app)).url == "/admin/"


def test_the_session_gets_a_new_key_with_the_code(half_in):
    client, _account, app, _codes = half_in
    before = client.cookies["sessionid"].value
    answer_with(client, code_of(app))
    assert client.cookies["sessionid"].value != before


def test_half_a_sign_in_can_set_up_no_other_phone(half_in):
    client, *_others = half_in
    assert client.get(SET_UP).url == "/admin/two-factor/"
    assert client.get("/admin/two-factor/").url == STEP
    assert not TOTPDevice.objects.filter(confirmed=False).exists()


def test_half_a_sign_in_can_be_left(half_in):
    client, *_others = half_in
    client.post("/admin/logout/")
    assert client.get("/admin/").url.startswith("/admin/login/")


@pytest.mark.parametrize(
    "group", ["Editors", "Medical reviewers", "Front desk", "Owners"]
)
def test_where_it_is_required_every_group_must_set_it_up(settings, group):
    settings.TWO_FACTOR = "required"
    make_account(group=group)
    client = browser()
    sign_in(client)
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == SET_UP
    assert not is_in(client)


def test_setting_it_up_shows_ten_codes_and_lets_in(settings):
    settings.TWO_FACTOR = "required"
    account = make_account()
    client = browser()
    sign_in(client)
    page = Seen(SET_UP, client.get(SET_UP)).soup
    assert page.find("img")["src"].startswith("data:image/svg+xml;")
    app = TOTPDevice.objects.get(user=account)
    answer = answer_with(client, code_of(app), SET_UP)
    codes = re.findall(r"<code>(\w{5}-\w{5})</code>", answer.text)
    assert len(set(codes)) == 10 and "no-store" in answer["Cache-Control"]
    assert is_in(client)


def test_a_wrong_code_sets_up_nothing(settings):
    settings.TWO_FACTOR = "required"
    make_account()
    client = browser()
    sign_in(client)
    client.get(SET_UP)
    assert "not right" in Seen(SET_UP, answer_with(client, "000000", SET_UP)).words
    assert not is_in(client)


def test_where_it_is_optional_the_account_page_offers_it():
    make_account()
    client = browser()
    sign_in(client)
    assert "/admin/two-factor/" in client.get("/admin/account/").text


@pytest.fixture
def wholly_in(half_in):
    client, account, app, codes = half_in
    answer_with(client, codes[0])
    return client, account, app, codes


def test_new_recovery_codes_replace_the_old(wholly_in):
    client, _account, _app, codes = wholly_in
    answer = answer_with(client, codes[1], "/admin/two-factor/", wish="codes")
    assert answer.text.count("<code>") == 10 and codes[2] not in answer.text
    assert is_in(client)
    refused = answer_with(client, codes[2], "/admin/two-factor/", wish="codes")
    assert refused.text.count("<code>") == 0


def test_another_phone_takes_the_place_of_the_first(wholly_in):
    client, account, app, codes = wholly_in
    answer_with(client, codes[1], "/admin/two-factor/", wish="replace")
    client.get(SET_UP)
    new = TOTPDevice.objects.get(user=account, confirmed=False)
    answer_with(client, code_of(new), SET_UP)
    assert list(TOTPDevice.objects.values_list("key", flat=True)) == [new.key]
    assert is_in(client) and new.key != app.key


@pytest.mark.parametrize(("rule", "remains"), [("optional", 0), ("required", 1)])
def test_it_can_be_turned_off_only_where_it_is_optional(
    wholly_in, settings, rule, remains
):
    client, _account, _app, codes = wholly_in
    settings.TWO_FACTOR = rule
    answer_with(client, codes[1], "/admin/two-factor/", wish="off")
    assert TOTPDevice.objects.count() == remains
