"""What the dashboard says about reviews, licenses and claims."""

from django.utils import timezone
from wagtail.admin.ui.components import Component

from team.oversight import expiring_licenses
from treatments.models import PublishedClaim
from treatments.oversight import to_confirm, urgent_items

SHOWN = 8


class ReviewPanel(Component):
    """Pages whose seal needs a reviewer, and licenses that run out."""

    name = "needs_review"
    order = 120
    template_name = "treatments/editor/review_panel.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        urgent, total = urgent_items(request, SHOWN)
        return {
            "items": to_confirm(urgent, request, request.user),
            "more": total - len(urgent),
            "licenses": expiring_licenses(),
            "today": timezone.localdate(),
        }


class ClaimsPanel(Component):
    """What published pages claim and should not: two queries, no page is read."""

    name = "claims_to_fix"
    order = 130
    template_name = "treatments/editor/claims_panel.html"

    def get_context_data(self, parent_context):
        claims = PublishedClaim.objects.to_fix().select_related("page")
        return {"claims": claims[:SHOWN], "total": claims.count()}
