"""Setting up the second step, and what its owner may do with it afterwards."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from config.signing_in.forms import CodeForm
from config.signing_in.record import record
from config.signing_in.second_step import for_accounts, show
from config.signing_in.two_factor import (
    accepts,
    app_of,
    app_to_confirm,
    confirm_app,
    is_required,
    make_recovery_codes,
    manual_key,
    mark_whole,
    qr_code,
    recovery_codes_left,
    remove_second_step,
)

MAY_REPLACE = "may_replace_app"


@for_accounts
def set_up_two_factor(request: HttpRequest) -> HttpResponse:
    """Show a new key, and turn two-factor on when a code of it comes back."""
    account = request.account
    # A session that another phone has turned out is no longer whole.
    may_replace = request.session.get(MAY_REPLACE) and request.user.is_authenticated
    if app_of(account) is not None and not may_replace:
        return redirect("two_factor")
    form = CodeForm(
        request.POST or None,
        accept=partial(confirm_app, account),
        help_text=_("The six digits that the app shows now."),
    )
    if request.method == "POST" and form.is_valid():
        request.session.pop(MAY_REPLACE, None)
        mark_whole(request.session, account)
        record(account, "two_factor_on", by=account)
        return show_codes(request, form.accepted)
    app = app_to_confirm(account)
    words = {"qr_code": qr_code(app), "key": manual_key(app)}
    return show(request, "set_up", form, is_required=is_required(), **words)


@for_accounts
def two_factor(request: HttpRequest) -> HttpResponse:
    """Say how things stand; a code allows to change them."""
    if not request.user.is_authenticated:
        return redirect("second_step")
    account = request.account
    if app_of(account) is None:
        return redirect("set_up_two_factor")
    form = CodeForm(
        request.POST or None,
        accept=partial(accepts, account),
        help_text=_("A code from your app, or a recovery code."),
    )
    if request.method == "POST" and form.is_valid():
        wish = request.POST.get("wish", "")
        if wish == "off" and is_required():
            wish = ""
        return WISHES.get(wish, _nothing)(request)
    left = recovery_codes_left(account)
    return show(request, "two_factor", form, left=left, may_turn_off=not is_required())


def _replace(request: HttpRequest) -> HttpResponse:
    request.session[MAY_REPLACE] = True
    return redirect("set_up_two_factor")


def _new_codes(request: HttpRequest) -> HttpResponse:
    codes = make_recovery_codes(request.account)
    record(request.account, "recovery_codes", by=request.account)
    return show_codes(request, codes)


def _turn_off(request: HttpRequest) -> HttpResponse:
    remove_second_step(request.account)
    record(request.account, "two_factor_off", by=request.account)
    messages.success(request, _("Two-factor sign-in is off."))
    return redirect("wagtailadmin_account")


def _nothing(request: HttpRequest) -> HttpResponse:
    return redirect("two_factor")


WISHES = {"replace": _replace, "codes": _new_codes, "off": _turn_off}


def show_codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """Show recovery codes, this once."""
    context = {"codes": codes, "account": request.account}
    return render(request, "config/signing_in/recovery_codes.html", context)
