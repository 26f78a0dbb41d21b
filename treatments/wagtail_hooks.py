from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.listings import DayColumn, listings_of, with_columns
from treatments.models import ConditionPage, Reference, TreatmentPage

REVIEW_COLUMNS = [
    Column("review", label=_("Review"), accessor="review_state.label", width="14%"),
    DayColumn("review_due", label=_("Review due"), sort_key="review_due", width="12%"),
]


@hooks.register("register_admin_viewset")
def register_treatment_listings():
    return listings_of(
        TreatmentPage,
        icon="pick",
        label=_("Treatments"),
        order=120,
        columns=with_columns(
            Column(
                "treatment_type",
                label=_("Kind"),
                accessor="get_treatment_type_display",
                sort_key="treatment_type",
                width="12%",
            ),
            *REVIEW_COLUMNS,
        ),
        list_filter=["treatment_type", "body_system", "review_due"],
        ordering="title",
    )


@hooks.register("register_admin_viewset")
def register_condition_listings():
    return listings_of(
        ConditionPage,
        icon="form",
        label=_("Conditions"),
        order=130,
        columns=with_columns(
            Column(
                "body_system",
                label=_("Body system"),
                accessor="get_body_system_display",
                sort_key="body_system",
                width="14%",
            ),
            *REVIEW_COLUMNS,
        ),
        list_filter=["body_system", "review_due"],
        ordering="title",
    )


class ReferenceViewSet(SnippetViewSet):
    """References, found by title, author or identifier."""

    model = Reference
    icon = "openquote"
    list_display = ["title", "authors", "year", "study_type"]
    list_filter = ["study_type", "year", "retracted"]


register_snippet(ReferenceViewSet)
