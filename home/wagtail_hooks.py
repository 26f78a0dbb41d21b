from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.listings import listings_of, with_columns
from home.models import InsurancePlan, LocationPage


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
