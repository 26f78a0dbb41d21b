"""The page cache in the editor: what it is, and a button to clear it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from config.page_cache.clearing import clear_pages

MAY_CLEAR = "home.change_practicesettings"


@require_http_methods(["GET", "POST"])
def page_cache(request: HttpRequest) -> HttpResponse:
    """Show the button to those who may change the practice's settings."""
    if not request.user.has_perm(MAY_CLEAR):
        raise PermissionDenied
    if request.method == "POST":
        clear_pages()
        messages.success(request, _("Every page will be made anew."))
        return redirect("page_cache")
    return render(request, "config/page_cache.html")
