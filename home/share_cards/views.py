"""The card of a page as it stands in the editor; nothing of it is kept."""

from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.share_cards.keeping import picture_of
from home.share_cards.preview import card_at


@require_safe
def draft_card(request: HttpRequest, said: str) -> HttpResponse:
    """Draw a card that the editor was told of, for somebody who may edit its page."""
    try:
        page_id, card = card_at(said)
    except BadSignature as fault:
        raise Http404 from fault
    if page_id is not None:
        page = get_object_or_404(Page, pk=page_id)
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
    response = HttpResponse(picture_of(card), content_type="image/jpeg")
    response["Cache-Control"] = "private, no-store"
    return response
