"""Keeps in Wagtail's site history who came in, and what changed about how."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

# Action → what it is called, and what the report says of it.
ACTIONS = {
    "sign_in": (_("Sign in"), _("Signed in")),
    "sign_out": (_("Sign out"), _("Signed out")),
    "sign_in_blocked": (
        _("Block sign-in"),
        _("Sign-in blocked for a while after too many guesses"),
    ),
    "unblock": (_("Unblock sign-in"), _("Sign-in unblocked")),
    "two_factor_on": (_("Two-factor on"), _("Two-factor sign-in set up")),
    "two_factor_off": (_("Two-factor off"), _("Two-factor sign-in turned off")),
    "two_factor_reset": (
        _("Reset two-factor"),
        _("Two-factor sign-in reset by somebody else"),
    ),
    "recovery_codes": (_("New recovery codes"), _("Recovery codes made anew")),
    "recovery_code_used": (_("Use recovery code"), _("Signed in with a recovery code")),
}
PREFIX = "practice."


def record(account, action: str, by) -> None:
    """Write one line about an account; `by` is who did it, None for nobody known."""
    # Requests carry accounts in a wrapping, which Wagtail does not recognise.
    known = get_user_model().objects.get(pk=account.pk)
    log(known, f"{PREFIX}{action}", user=by)


def record_sign_in(user, **kwargs) -> None:
    record(user, "sign_in", by=user)


def record_sign_out(user, **kwargs) -> None:
    if user is not None:
        record(user, "sign_out", by=user)
