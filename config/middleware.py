"""What requests are spared: an address that no view can read, and drawing."""

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.utils.translation import gettext as _

from config.safety_headers import ADMIN
from home.tasks import have_drawn
from home.undrawn import drawn_later


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


class DrawLater:
    """Have the worker draw the sizes of pictures that a visitor's page lacks."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # Previews are requests of their own within an editor's.
        is_editors = request.path_info.startswith(ADMIN) or hasattr(request, "is_dummy")
        if is_editors or not settings.MAKE_PICTURES_AT_PUBLISH:
            return self.get_response(request)
        with drawn_later() as missing:
            response = self.get_response(request)
        have_drawn(missing)
        return response
