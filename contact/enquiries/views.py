"""The page of the form, and the thanks.

Pages that all visitors share carry a short form without any token: what it sends is
shown once more in the full form, and stored when that one is sent.
"""

import logging

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from contact.enquiries.forms import EnquiryForm
from contact.enquiries.storing import store
from contact.enquiries.tokens import (
    is_token,
    is_too_fresh,
    new_token,
    read_reference,
    sign_reference,
)
from contact.own_forms import CsrfCheck, FormHead, private
from home.metadata import ViewHead
from home.rate_limit import RateLimit
from home.site import PracticeSite

logger = logging.getLogger(__name__)

LIMIT = RateLimit("enquiry", most=20, window=600, most_together=2000)
RETRY = 30  # seconds, while the database cannot store


@csrf_exempt  # Checked below, so that nothing typed is lost where it fails.
@require_http_methods(["GET", "HEAD", "POST"])
@private
def enquire(request: HttpRequest) -> HttpResponse:
    """Show the form, or take what was sent."""
    site = PracticeSite.for_request(request)
    if request.method != "POST":
        about = request.GET.get("about", "")
        return _show(request, EnquiryForm(site=site, about=about))
    token = request.POST.get("token", "")
    if wait := LIMIT.seconds_to_wait(request):
        return _ask_to_wait(request, wait)
    if not is_token(token):
        return _ask_again(request, _("Please check what you wrote, and send it."))
    if not CsrfCheck.passes(request):
        return _ask_again(
            request,
            _(
                "Your browser did not say that this form is its own. It needs one "
                "cookie for that. Nothing is lost: please send it again."
            ),
        )
    return _take(request, EnquiryForm(request.POST, site=site), token, site)


def _take(
    request: HttpRequest, form: EnquiryForm, token: str, site: PracticeSite
) -> HttpResponse:
    if not form.is_valid():
        return _show(request, form, token=token)
    if form.is_trapped or is_too_fresh(token):
        words = _("That was very quick. Please look at it once more, and send it.")
        return _ask_again(request, words, token=token)
    try:
        enquiry = store(form, token, site)
    except OperationalError:
        logger.exception("An enquiry could not be stored; it was given back")
        return _ask_to_wait(request, RETRY, status=503, token=token)
    return redirect("enquiry_thanks", sign_reference(enquiry.reference))


def _ask_again(request: HttpRequest, words: str, token: str = "") -> HttpResponse:
    form = EnquiryForm.keeping(request.POST, PracticeSite.for_request(request))
    return _show(request, form, token=token, notice=words)


def _ask_to_wait(
    request: HttpRequest, seconds: int, status: int = 429, token: str = ""
) -> HttpResponse:
    words = _(
        "We cannot take this at the moment. Everything you wrote is still here: please "
        "send it again in %(minutes)d minutes, or call us."
    ) % {"minutes": -(-seconds // 60)}
    token = token or request.POST.get("token", "")
    response = _ask_again(request, words, token if is_token(token) else "")
    response.status_code = status
    response["Retry-After"] = str(seconds)
    return response


def _show(
    request: HttpRequest, form: EnquiryForm, token: str = "", notice: str = ""
) -> HttpResponse:
    site = PracticeSite.for_request(request)
    title = _("Ask for an appointment")
    head = FormHead(
        practice_site=site,
        title=title,
        has_errors=bool(form.errors),
        description=_("Write to %(name)s.") % {"name": site.name},
        path=reverse("enquiry"),
    )
    context = {
        "self": head,
        "title": title,
        "form": form,
        "token": token or new_token(),
        "notice": notice,
    }
    return render(request, "contact/enquiry.html", context)


@require_safe
@private
def thanks(request: HttpRequest, signed: str) -> HttpResponse:
    """Say that it has arrived, under which number, and what happens next."""
    reference = read_reference(signed)
    if reference is None:
        raise Http404
    site = PracticeSite.for_request(request)
    head = ViewHead(
        practice_site=site,
        title=_("Thank you"),
        description=_("Your enquiry has arrived."),
        path=request.path,
    )
    context = {"self": head, "reference": reference}
    return render(request, "contact/enquiry_thanks.html", context)
