"""How the accounts of the practice sign in, for those who manage accounts."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.signing_in.record import record
from config.signing_in.sign_in import ACCOUNT, ONCE, account_name
from config.signing_in.two_factor import forgive_guesses, remove_second_step

MAY_MANAGE = "auth.change_user"


@require_http_methods(["GET", "POST"])
def sign_ins(request: HttpRequest) -> HttpResponse:
    """List accounts; unblock one, or reset its two-factor sign-in."""
    if not request.user.has_perm(MAY_MANAGE):
        raise PermissionDenied
    if request.method == "POST":
        return _change(request)
    return render(request, "config/signing_in/people.html", {"people": _rows(request)})


def _rows(request: HttpRequest) -> list[dict]:
    users = get_user_model().objects.filter(is_active=True).order_by("username")
    with_app = set(
        TOTPDevice.objects.filter(confirmed=True).values_list("user_id", flat=True)
    )
    closed = ACCOUNT.closed(account_name(user.get_username()) for user in users)
    return [
        {
            "user": user,
            "has_app": user.pk in with_app,
            "blocked_until": closed.get(account_name(user.get_username())),
            "may_change": _may_change(request, user),
        }
        for user in users
    ]


def _may_change(request: HttpRequest, user) -> bool:
    """Not one's own, and nobody's who may do more than oneself."""
    return user != request.user and (request.user.is_superuser or not user.is_superuser)


def _change(request: HttpRequest) -> HttpResponse:
    number = request.POST.get("user", "")
    known = {"pk": number if number.isdecimal() and len(number) < 10 else 0}
    user = get_object_or_404(get_user_model(), is_active=True, **known)
    if not _may_change(request, user):
        raise PermissionDenied
    name = user.get_username()
    if request.POST.get("wish") == "reset":
        remove_second_step(user)
        record(user, "two_factor_reset", by=request.user)
        messages.success(
            request, _("%(name)s can sign in with the password alone.") % {"name": name}
        )
    elif request.POST.get("wish") == "unblock":
        unblock(user)
        record(user, "unblock", by=request.user)
        messages.success(request, _("%(name)s can try again.") % {"name": name})
    return redirect("sign_ins")


def unblock(user) -> None:
    """Forget the guesses at an account, of its password and of its codes."""
    for limit in (ACCOUNT, ONCE):
        limit.forget(account_name(user.get_username()))
    forgive_guesses(user)
