from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.links import VisiblePageLinkHandler
from home.listings import listings_of, with_columns
from home.models import InsurancePlan, LocationPage


# After Wagtail's own, which it takes the place of.
@hooks.register("register_rich_text_features", order=1)
def link_to_visible_pages(features):
    features.register_link_type(VisiblePageLinkHandler)


@hooks.register("register_admin_viewset")
def register_location_listings():
    return listings_of(
        LocationPage,
        icon="site",
        label=_("Locations"),
        order=145,
        columns=with_columns(
            Column("struct_org_address_locality", label=_("City"), width="14%"),
            Column("struct_org_phone", label=_("Phone"), width="14%"),
            BooleanColumn("is_primary", label=_("Main"), width="8%"),
        ),
        ordering="title",
    )


class InsurancePlanViewSet(SnippetViewSet):
    """Plans that locations accept."""

    model = InsurancePlan
    icon = "list-ul"
    list_display = ["name"]


register_snippet(InsurancePlanViewSet)
