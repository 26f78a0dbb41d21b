"""Ways to hear from the practice."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.metadata import ViewHead
from home.site import PracticeSite


@require_safe
def subscribe(request: HttpRequest) -> HttpResponse:
    """Offer the feed of updates; nothing about a visitor is stored."""
    site = PracticeSite.for_request(request)
    head = ViewHead(
        practice_site=site,
        title=_("Subscribe for updates"),
        description=_(
            "Follow the updates of %(name)s in a feed reader: free, without an "
            "account, and without telling us who you are."
        )
        % {"name": site.name},
        path=reverse("subscribe"),
        is_indexable=True,
    )
    context = {"self": head, "feed_url": site.absolute_url(reverse("feed"))}
    return render(request, "contact/subscribe.html", context)
