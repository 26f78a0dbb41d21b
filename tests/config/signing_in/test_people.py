"""Owners help whoever cannot sign in, and nobody else does."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from config.signing_in.two_factor import app_of
from tests.config.signing_in.hands import browser, give_app, make_account, sign_in
from tests.reading import Seen

pytestmark = pytest.mark.django_db
PAGE = "/admin/sign-ins/"


@pytest.fixture
def ada():
    account = make_account()
    give_app(account)
    return account


def close(name="ada") -> None:
    for number in range(9):
        sign_in(browser(f"198.51.100.{number}"), name, "wrong")


def test_an_owner_unblocks_an_account(owner, ada):
    close()
    assert "Blocked until" in Seen(PAGE, owner.get(PAGE)).words
    owner.post(PAGE, {"user": ada.pk, "wish": "unblock"})
    assert "Blocked until" not in Seen(PAGE, owner.get(PAGE)).words
    assert sign_in(browser()).status_code == 302


def test_an_owner_resets_the_two_factor_sign_in_of_another(owner, ada):
    owner.post(PAGE, {"user": ada.pk, "wish": "reset"})
    assert app_of(ada) is None
    [entry] = ModelLogEntry.objects.filter(action="practice.two_factor_reset")
    assert entry.user.first_name == "Owners"


def test_nobody_resets_his_own_or_that_of_somebody_with_more_rights(owner):
    root = get_user_model().objects.create_superuser("root", None, "x")
    me = get_user_model().objects.get(first_name="Owners")
    for account in (root, me):
        give_app(account)
    # An owner with an app has to sign in with it.
    assert owner.get(PAGE).status_code == 302
    app_of(me).delete()
    for account in (root, me):
        refused = owner.post(PAGE, {"user": account.pk, "wish": "reset"})
        assert refused.status_code == 302 and refused.url == "/admin/"
    assert app_of(root) is not None


@pytest.mark.parametrize("number", ["", "x", "0", "99999999999999999999"])
def test_an_account_that_is_not_there_is_not_found(owner, number):
    assert owner.post(PAGE, {"user": number, "wish": "reset"}).status_code == 404


def test_an_editor_sees_no_sign_ins(editor):
    assert editor.get(PAGE).status_code == 302
    assert PAGE not in editor.get("/admin/").text


def test_the_operator_lets_a_sole_owner_in_again(ada):
    close()
    call_command("reset_two_factor", "ada")
    assert sign_in(browser()).status_code == 302
    assert app_of(ada) is None
    with pytest.raises(CommandError, match="no account"):
        call_command("reset_two_factor", "nobody")
