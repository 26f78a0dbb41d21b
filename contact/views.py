"""What the dashboard can have done with mail."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from contact.models import OutgoingMail


@require_POST
def try_again(request: HttpRequest) -> HttpResponse:
    """Send what is stuck again, at the wish of somebody at the dashboard."""
    if not request.user.has_perm("contact.change_outgoingmail"):
        raise PermissionDenied
    number = OutgoingMail.objects.stuck().try_again()
    words = ngettext(
        "%(number)d mail is tried again now.",
        "%(number)d mails are tried again now.",
        number,
    )
    messages.success(request, words % {"number": number})
    return redirect("wagtailadmin_home")
