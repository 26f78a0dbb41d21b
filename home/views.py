"""What the dashboard starts."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from wagtail.models import Site

from home.required_notices import start_notice


@require_POST
def begin_notice(request: HttpRequest, kind: str) -> HttpResponse:
    """Open a draft of a required notice in the editor."""
    home = Site.find_for_request(request).root_page.specific
    if not home.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    try:
        page = start_notice(kind, home, request.user)
    except KeyError as unknown:
        raise Http404 from unknown
    return redirect("wagtailadmin_pages:edit", page.pk)
