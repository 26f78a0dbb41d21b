"""Requests that no view could read are answered before one tries."""

from django.http import HttpResponseBadRequest
from django.utils.translation import gettext as _


class RejectUnreadableRequests:
    """Answer 400 to a path or query that no database or template can hold."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # PostgreSQL refuses NUL in any text, and no address of ours has one.
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(
                _("This address has a sign that no page can have."),
                content_type="text/plain; charset=utf-8",
            )
        return self.get_response(request)
