"""What medical reviewers do in the editor."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from team.corrections import CorrectionForm, add_correction
from team.review import ReviewedPage
from team.reviewing import mark_reviewed


def _reviewed_page(page_id: int) -> ReviewedPage:
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, ReviewedPage):
        raise Http404
    return page


@require_POST
def confirm_review(request: HttpRequest, page_id: int) -> HttpResponse:
    """Bind the seal of a published page to its words, in one click."""
    page = _reviewed_page(page_id)
    try:
        mark_reviewed(page, request.user, request.GET.get("words", ""))
    except PermissionDenied as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            _("“%(page)s” is confirmed as it is published now.") % {"page": page.title},
        )
    # Back to the list or the form in which the button was.
    came_from = get_valid_next_url_from_request(request)
    return redirect(came_from or reverse("wagtailadmin_pages:edit", args=[page.pk]))


def correct(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for a correction and put it onto the published page."""
    page = _reviewed_page(page_id)
    if not page.live or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    form = CorrectionForm(request.POST or None)
    if form.is_valid():
        add_correction(page, form.cleaned_data["text"], request.user)
        messages.success(request, _("The correction stands on the page now."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return render(request, "team/editor/correct.html", {"page": page, "form": form})
