"""The one way in: Wagtail's sign-in page, with a limit for guesses."""

import logging
import unicodedata

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.account import LoginView

from config.signing_in.guesses import GuessLimit, source_of
from config.signing_in.record import record
from config.signing_in.refusing import refuse

ACCOUNT = GuessLimit("account", most=8, minutes=15)
NETWORK = GuessLimit("network", most=8, minutes=15)
ONCE = GuessLimit("recorded", most=1, minutes=15)
logger = logging.getLogger(__name__)


def account_name(typed: str) -> str:
    """How a name is counted, whatever the keyboard made of it."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def seconds_to_wait(request: HttpRequest, typed: str) -> int:
    """Count a guess for its network, then for its account."""
    if wait := NETWORK.count(source_of(request)):
        logger.warning("Sign-in refused: too many guesses from one network.")
        return wait
    name = account_name(typed)
    wait = ACCOUNT.count(name)
    if wait:
        # It counts for the account alone, or a blocked one would close the network.
        NETWORK.forgive(source_of(request))
        logger.warning("Sign-in refused: too many guesses at one account.")
        _record_block(typed)
    return wait


def _record_block(typed: str) -> None:
    """Put it into the history of the account, once for each time it is closed."""
    if not ONCE.count(account_name(typed)):
        users = get_user_model()
        name = {users.USERNAME_FIELD: typed.strip()}
        if account := users.objects.filter(**name).first():
            record(account, "sign_in_blocked", by=None)


class SignInView(LoginView):
    """Lets everybody guess a few times, and tells nobody which accounts exist."""

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        name = request.POST.get("username", "")
        is_guess = bool(name.strip() and request.POST.get("password"))
        if is_guess and (wait := seconds_to_wait(request, name)):
            form = self.get_form_class()(request, initial={"username": name})
            return refuse(self, form, wait)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        NETWORK.forgive(source_of(self.request))
        ACCOUNT.forget(account_name(form.cleaned_data["username"]))
        return super().form_valid(form)

    def form_invalid(self, form) -> HttpResponse:
        logger.info("Sign-in failed.")
        return super().form_invalid(form)
