"""What people do at the sign-in page, and the app on their phone."""

import time

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.signing_in.two_factor import app_to_confirm, confirm_app

PASSWORD = "fern-and-moss-and-bark"  # noqa: S105 Of nobody.
LOGIN = "/admin/login/"


def make_account(name="ada", group="Editors"):
    account = get_user_model().objects.create_user(
        name, f"{name}@brackenfold.example.org", PASSWORD
    )
    account.groups.add(Group.objects.get(name=group))
    return account


def browser(address="203.0.113.7") -> Client:
    return Client(SERVER_NAME="localhost", REMOTE_ADDR=address)


def sign_in(client: Client, name="ada", typed=PASSWORD, **more):
    return client.post(LOGIN, {"username": name, "password": typed, **more})


def code_of(app: TOTPDevice, steps=0) -> str:
    """What the phone shows; `steps` later or earlier."""
    totp = TOTP(app.bin_key, app.step, app.t0, app.digits)
    totp.time = time.time() + steps * app.step
    return f"{totp.token():06}"


def give_app(account) -> tuple[TOTPDevice, list[str]]:
    """Set up two-factor; the next code of the app is still unused."""
    app = app_to_confirm(account)
    codes = confirm_app(account, code_of(app, steps=-1))
    app.refresh_from_db()
    return app, codes
