"""Answers that belong to no app: errors, robots.txt."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.last_known import last_known_practice
from config.logs.references import reference
from config.outage import explain_outage
from home.metadata import ViewHead
from home.robots import robots_text
from home.site import PracticeSite


def _error_head(request: HttpRequest, title: str) -> ViewHead:
    site = PracticeSite.for_request(request)
    return ViewHead(site, title=title, description=title, path=request.path)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read."""
    return HttpResponse(loader.render_to_string("400.html"), status=400)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Offer search, the menu and the phone where a page is not to be found."""
    head = _error_head(request, _("Page not found"))
    return render(request, "404.html", {"self": head}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when everything else failed, even without a database."""
    # Django calls this while it handles the error.
    if explained := explain_outage(sys.exc_info()[1]):
        return explained
    facts = {**last_known_practice(), "reference": reference()}
    return HttpResponse(loader.render_to_string("500.html", facts), status=500)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead to the icon, for browsers that ask where no page tells them of one."""
    return redirect(static("icons/favicon.ico"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers the practice's rules, and name the sitemap."""
    site = PracticeSite.for_request(request)
    text = robots_text(site.practice.robots, site.absolute_url(reverse("sitemap")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
