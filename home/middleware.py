"""What happens to a request besides the answer of its view."""

from urllib.parse import urljoin

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from home.publishing import NotReady
from home.redirects import answers, target_of
from home.site import PracticeSite


class ExplainRefusals(MiddlewareMixin):
    """Show why a page is not ready, and lead to where that can be mended.

    Wagtail publishes from many places and asks few of them whether it may.
    """

    def process_exception(self, request: HttpRequest, exception: Exception):
        if not isinstance(exception, NotReady):
            return None
        messages.error(request, str(exception))
        address = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What Wagtail's windows expect at their end.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)


class CheckOnceMore(MiddlewareMixin):
    """Ask Wagtail again about a new page whose address was taken while it was checked.

    Wagtail saves a new page by itself while somebody writes it. Who presses "Save draft"
    in that moment sends it twice, and both may be found good before either is stored. The
    second time the form says what is wrong and keeps what was typed.
    """

    def process_exception(self, request: HttpRequest, exception: Exception):
        asked = request.resolver_match
        if asked is None or asked.view_name != "wagtailadmin_pages:add":
            return None
        if "slug" not in getattr(exception, "error_dict", {}):
            return None
        return asked.func(request, *asked.args, **asked.kwargs)


class SecureTheOneAddress:
    """Lead from http to https, and from a wrong or old address on, in one step."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        leads_to_https = response.status_code == 301 and not request.is_secure()
        if not leads_to_https or request.method not in ("GET", "HEAD"):
            return response
        secured = f"https://{request.get_host()}{request.get_full_path()}"
        if response["Location"] != secured:
            return response
        if answers(request.path, PracticeSite.for_request(request)):
            return response
        if target := target_of(request):
            address, is_permanent = target
            return redirect(urljoin(secured, address), permanent=is_permanent)
        return response


class LeadToTheOneAddress:
    """Answer a wrong or old address with one redirect to where the page is now.

    Takes the place of Wagtail's middleware, which knows no letter case, follows no
    chain, and lets Django add a slash with a redirect of its own first.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        target = target_of(request)
        if target is None:
            return response
        address, is_permanent = target
        return redirect(address, permanent=is_permanent)


class UseWhatIsKept:
    """Spare each request the questions about the site that another has asked."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        PracticeSite.for_request(request).use_what_is_kept()
        return self.get_response(request)
