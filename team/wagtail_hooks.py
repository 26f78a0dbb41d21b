from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.listings import listings_of, with_columns
from team.models import ClinicianPage, Credential


@hooks.register("register_admin_viewset")
def register_clinician_listings():
    return listings_of(
        ClinicianPage,
        icon="user",
        label=_("Team"),
        order=140,
        columns=with_columns(
            Column(
                "kind",
                label=_("Profession"),
                accessor="get_kind_display",
                sort_key="kind",
                width="16%",
            ),
            Column("practice_role", label=_("Role"), width="16%"),
            BooleanColumn(
                "accepting_new_patients", label=_("New patients"), width="10%"
            ),
        ),
        list_filter=["kind", "status", "accepting_new_patients"],
        ordering="title",
    )


class CredentialViewSet(SnippetViewSet):
    """Letters after names, with their meaning."""

    model = Credential
    icon = "tag"
    list_display = ["abbreviation", "meaning"]


register_snippet(CredentialViewSet)
