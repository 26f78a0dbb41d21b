"""The page between the password and the dashboard."""

from functools import partial, wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from config.signing_in.forms import CodeForm
from config.signing_in.record import record
from config.signing_in.refusing import as_refusal, waiting_words
from config.signing_in.two_factor import (
    accepts,
    app_of,
    is_app_code,
    mark_whole,
    recovery_codes_left,
)


def for_accounts(view):
    """Open a page of the second step to whoever gave the right password."""

    @never_cache
    @sensitive_post_parameters()
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.account.is_authenticated:
            return redirect("wagtailadmin_login")
        return view(request, *args, **kwargs)

    return guarded


@for_accounts
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for a code, and lead to where the visitor wanted to go."""
    account = request.account
    if request.user.is_authenticated:
        return redirect(_wanted(request))
    if app_of(account) is None:
        return redirect("set_up_two_factor")
    form = CodeForm(
        request.POST or None,
        accept=partial(accepts, account),
        help_text=_("Six digits from the app on your phone, or a recovery code."),
    )
    if request.method == "POST" and form.is_valid():
        mark_whole(request.session, account)
        if not is_app_code(form.cleaned_data["code"]):
            _tell_of_recovery(request, account)
        return redirect(_wanted(request))
    return show(request, "second_step", form)


def _wanted(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else reverse("wagtailadmin_home")


def _tell_of_recovery(request: HttpRequest, account) -> None:
    record(account, "recovery_code_used", by=account)
    left = recovery_codes_left(account)
    words = ngettext(
        "You used a recovery code. %(left)d is left.",
        "You used a recovery code. %(left)d are left.",
        left,
    )
    messages.warning(request, words % {"left": left})


def show(request: HttpRequest, page: str, form: CodeForm, **words) -> HttpResponse:
    """Render a page that asks for a code; 429 where codes came too fast."""
    wait = form.seconds_to_wait
    if wait:
        messages.error(request, waiting_words(wait))
    context = {"form": form, **words}
    response = render(request, f"config/signing_in/{page}.html", context)
    return as_refusal(response, wait) if wait else response
