"""The pages to subscribe, to confirm it, and to unsubscribe.

None of them needs a cookie: whoever sends the form knows no more than an address, and
only a mail to it can confirm. Programs that look through mail follow its links, so
nothing is confirmed or ended by a look at an address, only by the button there.
"""

import logging

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from contact.enquiries.tokens import is_token, is_too_fresh, new_token
from contact.own_forms import FormHead, private
from contact.subscribing.forms import SubscribeForm
from contact.subscribing.joining import can_join, join, leave
from contact.subscribing.links import read_confirm
from contact.subscribing.storing import store
from home.metadata import ViewHead
from home.rate_limit import RateLimit
from home.site import PracticeSite

logger = logging.getLogger(__name__)

LIMIT = RateLimit("subscribe", most=20, window=600, most_together=2000)
RETRY = 30  # seconds, while the database cannot store
OURS_OR_POST = ["GET", "HEAD", "POST"]


@csrf_exempt
@require_http_methods(OURS_OR_POST)
@private
def subscribe(request: HttpRequest) -> HttpResponse:
    """Show the form and the feed, or take what was sent."""
    site = PracticeSite.for_request(request)
    if request.method != "POST":
        return _show(request, SubscribeForm(site=site))
    token = request.POST.get("token", "")
    if wait := LIMIT.seconds_to_wait(request):
        return _ask_to_wait(request, wait, status=429)
    if not is_token(token):
        return _ask_again(request, _("Please check what you wrote, and send it."))
    form = SubscribeForm(request.POST, site=site)
    if not form.is_valid():
        return _show(request, form, token=token)
    if form.is_trapped or is_too_fresh(token):
        words = _("That was very quick. Please look at it once more, and send it.")
        return _ask_again(request, words, token=token)
    try:
        store(form, token, site.site)
    except OperationalError:
        logger.exception("A request for updates could not be stored; it was given back")
        return _ask_to_wait(request, RETRY, status=503)
    return redirect("subscribe_asked")


def _ask_again(request: HttpRequest, words: str, token: str = "") -> HttpResponse:
    form = SubscribeForm.keeping(request.POST, PracticeSite.for_request(request))
    return _show(request, form, token=token, notice=words)


def _ask_to_wait(request: HttpRequest, seconds: int, status: int) -> HttpResponse:
    words = _(
        "We cannot take this at the moment. Everything you wrote is still here: please "
        "send it again in %(minutes)d minutes."
    ) % {"minutes": -(-seconds // 60)}
    token = request.POST.get("token", "")
    response = _ask_again(request, words, token if is_token(token) else "")
    response.status_code = status
    response["Retry-After"] = str(seconds)
    return response


def _show(
    request: HttpRequest, form: SubscribeForm, token: str = "", notice: str = ""
) -> HttpResponse:
    site = PracticeSite.for_request(request)
    head = FormHead(
        practice_site=site,
        title=_("Subscribe for updates"),
        has_errors=bool(form.errors),
        description=_(
            "Hear from %(name)s when there is something new: by email, a few times a "
            "year, or in a feed reader without telling us who you are."
        )
        % {"name": site.name},
        path=reverse("subscribe"),
    )
    context = {
        "self": head,
        "form": form,
        "token": token or new_token(),
        "notice": notice,
        "feed_url": site.absolute_url(reverse("feed")),
    }
    return render(request, "contact/subscribe.html", context)


@require_safe
@private
def asked(request: HttpRequest) -> HttpResponse:
    """Say what happens next; the same to everybody, whatever address was typed."""
    return _tell(request, _("Look into your mailbox"), "contact/subscribe_asked.html")


@csrf_exempt
@require_http_methods(OURS_OR_POST)
@private
def confirm(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask once more, and put the address on the list when the button is pressed."""
    key = read_confirm(signed)
    template = "contact/subscribe_confirm.html"
    if request.method == "POST":
        if key and join(key):
            return _tell(request, _("You get our updates"), template, is_done=True)
        key = None
    if key and can_join(key):
        return _tell(request, _("Do you want our updates?"), template)
    title = _("This link works no longer")
    return _tell(request, title, template, status=410, is_over=True)


@csrf_exempt
@require_http_methods(OURS_OR_POST)
@private
def unsubscribe(request: HttpRequest, key: str) -> HttpResponse:
    """Ask, and take the address off the list when a button or a mail program posts.

    RFC 8058: the post needs no cookie, no login and no other page. An address that
    was never on the list is answered alike.
    """
    template = "contact/subscribe_leave.html"
    if request.method == "POST":
        leave(key)
        return _tell(request, _("You are unsubscribed"), template, is_done=True)
    return _tell(request, _("Unsubscribe"), template)


def _tell(
    request: HttpRequest, title: str, template: str, status: int = 200, **facts: bool
) -> HttpResponse:
    site = PracticeSite.for_request(request)
    head = ViewHead(
        practice_site=site,
        title=title,
        description=_("Updates by email from %(name)s.") % {"name": site.name},
        path=request.path,
    )
    context = {"self": head, "title": title, **facts}
    return render(request, template, context, status=status)
