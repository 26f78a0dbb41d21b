"""Whoever has not signed in wholly is nobody."""

from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from config.signing_in.sessions import is_over, note_activity
from config.signing_in.two_factor import app_of, is_required

OPEN = {
    "second_step",
    "two_factor",
    "set_up_two_factor",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
}


class AskForSecondStep:
    """Give a view `request.user` only after the second step, where there is one.

    `request.account` is who gave the password, for the pages of the second step.
    Nobody is looked up unless a view asks: visitors' pages cost nothing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = request.user
        request.account = SimpleLazyObject(lambda: _current(request, known))
        request.user = SimpleLazyObject(lambda: _whole(request.account))
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs):
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if request.user.is_authenticated:
            note_activity(request)
            return None
        if request.resolver_match.url_name in OPEN:
            return None
        if request.account.is_authenticated:
            return _lead_to_second_step(request)
        return None


def _current(request: HttpRequest, known):
    """The account of the session, unless that has lasted too long."""
    if known.is_authenticated and is_over(request.session):
        request.session.flush()
        return AnonymousUser()
    return known


def _whole(account):
    if not account.is_authenticated or account.is_verified():
        return account
    waits = is_required() or app_of(account) is not None
    return AnonymousUser() if waits else account


def _lead_to_second_step(request: HttpRequest) -> HttpResponse:
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied
    step = reverse("second_step")
    if request.method != "GET":
        return redirect(step)
    return redirect(f"{step}?{urlencode({'next': request.get_full_path()})}")
