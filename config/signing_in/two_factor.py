"""The second step: codes of an app (RFC 6238) and recovery codes for a lost phone."""

import base64
import math
import secrets

import segno
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
# Without signs that look alike on paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
HALF = 5


class TooManyCodesError(Exception):
    """Codes were guessed too fast; `seconds` says how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def app_of(user) -> TOTPDevice | None:
    """The app that makes this account's codes."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def is_required() -> bool:
    return settings.TWO_FACTOR == "required"


def is_app_code(code: str) -> bool:
    return len(code) == 6 and code.isdecimal()


@transaction.atomic
def accepts(user, code: str) -> bool:
    """Try a code of the app or a recovery code; each is good for one time.

    django-otp makes whoever guesses wait 1, 2, 4, 8 … seconds.
    """
    kind = TOTPDevice if is_app_code(code) else StaticDevice
    # The lock keeps one code from being used twice at the same moment.
    devices = kind.objects.select_for_update()
    device = devices.filter(user=user, confirmed=True).first()
    return device is not None and _try(device, code)


def _try(device, code: str) -> bool:
    is_allowed, why = device.verify_is_allowed()
    if not is_allowed:
        left = (why["locked_until"] - timezone.now()).total_seconds()
        raise TooManyCodesError(max(1, math.ceil(left)))
    return device.verify_token(code if is_app_code(code) else _hidden(code))


def _hidden(code: str) -> str:
    """What the database keeps of a recovery code: 64 bits of a keyed hash."""
    return salted_hmac(__name__, code, algorithm="sha256").hexdigest()[:16]


def app_to_confirm(user) -> TOTPDevice:
    """The app that is being set up; the same until a code of it was typed."""
    waiting = TOTPDevice.objects.filter(user=user, confirmed=False)
    return waiting.first() or TOTPDevice.objects.create(
        user=user, name="app", confirmed=False
    )


@transaction.atomic
def confirm_app(user, code: str) -> list[str] | None:
    """Let the new app take the place of any other; return its recovery codes."""
    apps = TOTPDevice.objects.select_for_update()
    app = apps.filter(user=user, confirmed=False).first()
    if app is None or not _try(app, code):
        return None
    TOTPDevice.objects.filter(user=user).exclude(pk=app.pk).delete()
    app.confirmed = True
    app.save()
    return make_recovery_codes(user)


@transaction.atomic
def make_recovery_codes(user) -> list[str]:
    """Replace all recovery codes; nobody can read the new ones a second time."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery")
    codes = [
        "".join(secrets.choice(ALPHABET) for _ in range(2 * HALF))
        for _ in range(RECOVERY_CODES)
    ]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=_hidden(code)) for code in codes
    )
    return [f"{code[:HALF]}-{code[HALF:]}" for code in codes]


def recovery_codes_left(user) -> int:
    return StaticToken.objects.filter(device__user=user).count()


@transaction.atomic
def remove_second_step(user) -> None:
    """Forget the app and the recovery codes."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def forgive_guesses(user) -> None:
    """Let codes be tried at once, however many were wrong."""
    for model in (TOTPDevice, StaticDevice):
        model.objects.filter(user=user).update(
            throttling_failure_count=0, throttling_failure_timestamp=None
        )


def mark_whole(session, user) -> None:
    """Remember in a session that the second step was taken, with which app."""
    session.cycle_key()
    app = TOTPDevice.objects.get(user=user, confirmed=True)
    session[DEVICE_ID_SESSION_KEY] = app.persistent_id


def qr_code(app: TOTPDevice) -> str:
    """The address for an app to scan, drawn as a data: picture."""
    return segno.make_qr(app.config_url).svg_data_uri(border=2, light="#fff")


def manual_key(app: TOTPDevice) -> str:
    """The key to type where nothing can be scanned, in groups of four."""
    key = base64.b32encode(app.bin_key).decode().rstrip("=")
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
